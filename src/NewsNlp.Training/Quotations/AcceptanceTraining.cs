using System.Runtime.InteropServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Acceptance;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations;

/// <summary>
/// Trains the model that accepts attributions, on candidates from models that have not seen the article: each is worth as
/// much as it agrees with gold. A logistic model learns it first, then trees over what that says of articles left out. The
/// threshold and the scale of confidence come from articles left out in turn, too.
/// </summary>
internal sealed class AcceptanceTraining
{
    /// <summary>How likely a cue must be to become a candidate.</summary>
    public const double CueThreshold = 0.1;

    private const int Folds = 5;

    private const float Prune = 0.01f;

    // Differences of the mean score below this are not told apart.
    private const double Plateau = 0.1;

    private readonly List<(QuoteExample Example, List<Attribution> Candidates)> _articles = [];

    /// <summary>How the trees are grown.</summary>
    public BoostedTreesOptions Trees { get; init; } = new();

    /// <summary>Finds the candidates of an article with models that have not seen it.</summary>
    public void Add(QuoteExample example, CueTagger cues, ContentTagger contents)
    {
        cues.Find(example.Article, example.Quotations, CueThreshold, CancellationToken.None);
        var candidates = new List<Attribution>();
        foreach (var cue in cues.Cues)
        {
            var candidate = new Attribution();
            contents.Find(example.Article, example.Quotations, cue, CollectionsMarshal.AsSpan(example.LikelyCues), example.Roles, candidate);
            candidates.Add(candidate);
        }

        _articles.Add((example, candidates));
    }

    /// <summary>Trains, and writes what <see cref="AcceptanceModel"/> reads.</summary>
    public void Train(SectionWriter writer, Action<string> log)
    {
        var examples = _articles.Select(article => WordsOf(article.Example, article.Candidates)).ToList();
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = fold;
            SetValues(Fit(examples, i => i % Folds != left), left);
        }

        var numbers = _articles.Select(article => NumbersOf(article.Example, article.Candidates)).ToList();
        var scores = new List<double[]>(new double[_articles.Count][]);
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = fold;
            var body = new SectionWriter();
            BoostedTreesWriter.Write(body, Grow(numbers, i => i % Folds != left));
            var trees = BoostedTrees.Read(Reader(body), AcceptanceNumbers.Count);
            for (var i = fold; i < _articles.Count; i += Folds)
            {
                scores[i] = new double[_articles[i].Candidates.Count];
                trees.Scores(numbers[i], AcceptanceNumbers.Count, scores[i]);
            }
        }

        var threshold = BestThreshold(scores, log);
        var (slope, offset) = Calibrate(scores, threshold);
        log($"threshold {PortableMath.Logistic(threshold):0.00}, confidence {slope:0.00} x + {offset:0.00}, "
            + $"calibration error {100 * CalibrationError(scores, threshold, slope, offset):0.0} %");
        WriteHead(writer, threshold, slope, offset);
        Fit(examples, _ => true).ToClassifier(Prune).Write(writer);
        BoostedTreesWriter.Write(writer, Grow(numbers, _ => true));
    }

    private static SectionReader Reader(SectionWriter body) => new(ModelMemory.CopyOf(body.ToArray()), "acceptance");

    private static void WriteHead(SectionWriter writer, double threshold, double slope, double offset)
    {
        foreach (var number in (ReadOnlySpan<double>)[CueThreshold, Math.Max(threshold, -100), slope, offset])
        {
            writer.Int32((int)Math.Round(number * AcceptanceModel.Scale));
        }
    }

    private static List<(uint[] Features, float Target)> WordsOf(QuoteExample example, List<Attribution> candidates)
    {
        var examples = new List<(uint[], float)>();
        Span<uint> buffer = stackalloc uint[AcceptanceFeatures.MaxCount];
        for (var k = 0; k < candidates.Count; k++)
        {
            var list = new FeatureList(buffer);
            AcceptanceFeatures.Extract(example.Article, example.Quotations, CollectionsMarshal.AsSpan(candidates), k, ref list);
            examples.Add((list.Features.ToArray(), Worth(example, candidates[k])));
        }

        return examples;
    }

    // The numbers of an article's candidates, one after the other.
    private static float[] NumbersOf(QuoteExample example, List<Attribution> candidates)
    {
        var numbers = new float[candidates.Count * AcceptanceNumbers.Count];
        for (var k = 0; k < candidates.Count; k++)
        {
            AcceptanceNumbers.Extract(
                example.Article, example.Quotations, example.Roles, CollectionsMarshal.AsSpan(candidates), k,
                numbers.AsSpan(k * AcceptanceNumbers.Count, AcceptanceNumbers.Count));
        }

        return numbers;
    }

    private static SoftLogistic Fit(List<List<(uint[] Features, float Target)>> examples, Func<int, bool> chosen) =>
        SoftLogistic.Train([.. examples.Where((_, i) => chosen(i)).SelectMany(article => article)]);

    // The trees learn from values of a model that has not seen the article, or they would trust them too much.
    private void SetValues(SoftLogistic trained, int fold)
    {
        var body = new SectionWriter();
        trained.ToClassifier(Prune).Write(body);
        var classifier = LinearClassifier.Read(Reader(body));
        for (var i = fold; i < _articles.Count; i += Folds)
        {
            var (example, candidates) = _articles[i];
            AcceptanceModel.SetValues(classifier, example.Article, example.Quotations, CollectionsMarshal.AsSpan(candidates));
        }
    }

    private TrainedTrees Grow(List<float[]> numbers, Func<int, bool> chosen)
    {
        var table = new ExampleTable(AcceptanceNumbers.Count);
        for (var i = 0; i < _articles.Count; i++)
        {
            var (example, candidates) = _articles[i];
            for (var k = 0; chosen(i) && k < candidates.Count; k++)
            {
                table.Add(numbers[i].AsSpan(k * AcceptanceNumbers.Count, AcceptanceNumbers.Count), (double)Worth(example, candidates[k]));
            }
        }

        return BoostedTreesTrainer.Train(table, Trees);
    }

    // 1 for what is exactly gold; a part for a gold cue, a part for its content, a part for its source.
    private static float Worth(QuoteExample example, Attribution candidate)
    {
        var best = 0f;
        var cue = new TokenRange(candidate.Cue.First, candidate.Cue.End);
        foreach (var gold in example.Gold)
        {
            if (gold.Cue is not { } goldCue || gold.Content.Count == 0)
            {
                continue;
            }

            var content = candidate.Content.Count == 0
                ? 0f
                : candidate.Content.Count(gold.Content.Contains) / (float)Math.Max(candidate.Content.Count, gold.Content.Count);
            var source = candidate.Source.SequenceEqual(gold.Source) ? 0.25f : 0;
            var worth = goldCue == cue ? 0.3f + (0.45f * content) + source
                : goldCue.Overlaps(cue) ? 0.1f + (0.45f * content) + source
                : 0.3f * content;
            best = Math.Max(best, worth);
        }

        return best;
    }

    // The score hardly differs over a stretch of thresholds, and its highest point there is chance: the middle is taken.
    private double BestThreshold(List<double[]> values, Action<string> log)
    {
        var tried = new List<(double Threshold, QuoteScore Score)>();
        for (var step = -30; step <= 15; step++)
        {
            var threshold = step / 15.0;
            var score = new QuoteScore();
            for (var i = 0; i < _articles.Count; i++)
            {
                score.Add(_articles[i].Example, Accepted(_articles[i].Candidates, values[i], threshold));
            }

            tried.Add((threshold, score));
        }

        var best = tried.Max(one => one.Score.MeanF);
        var near = tried.Where(one => one.Score.MeanF >= best - Plateau).ToList();
        var middle = near[near.Count / 2];
        log($"left out in turn, threshold {PortableMath.Logistic(middle.Threshold):0.00}: {middle.Score}");
        return middle.Threshold;
    }

    private static List<Attribution> Accepted(List<Attribution> candidates, double[] values, double threshold)
    {
        var accepted = new List<Attribution>();
        foreach (var i in Enumerable.Range(0, candidates.Count).OrderByDescending(i => values[i]))
        {
            if (values[i] >= threshold && candidates[i].Content.Count > 0
                && !accepted.Exists(other => other.Cue.Overlaps(candidates[i].Cue)))
            {
                accepted.Add(candidates[i]);
            }
        }

        return accepted;
    }

    // Platt's scaling: logistic regression of being right on the value, by Newton's method; a few steps settle it.
    private (double Slope, double Offset) Calibrate(List<double[]> values, double threshold)
    {
        double slope = 1, offset = 0;
        for (var round = 0; round < 20; round++)
        {
            double g1 = 0, g0 = 0, h11 = 1e-3, h10 = 0, h00 = 1e-3;
            for (var i = 0; i < _articles.Count; i++)
            {
                var (example, candidates) = _articles[i];
                for (var k = 0; k < candidates.Count; k++)
                {
                    if (values[i][k] < threshold || candidates[k].Content.Count == 0)
                    {
                        continue;
                    }

                    var x = values[i][k];
                    var p = PortableMath.Logistic((slope * x) + offset);
                    var error = p - (QuoteScore.IsRight(example, candidates[k]) ? 1 : 0);
                    var weight = p * (1 - p);
                    (g1, g0) = (g1 + (error * x), g0 + error);
                    (h11, h10, h00) = (h11 + (weight * x * x), h10 + (weight * x), h00 + weight);
                }
            }

            var determinant = (h11 * h00) - (h10 * h10);
            slope -= ((h00 * g1) - (h10 * g0)) / determinant;
            offset -= ((h11 * g0) - (h10 * g1)) / determinant;
        }

        return (slope, offset);
    }

    private double CalibrationError(List<double[]> values, double threshold, double slope, double offset)
    {
        var score = new CalibrationScore();
        for (var i = 0; i < _articles.Count; i++)
        {
            var (example, candidates) = _articles[i];
            for (var k = 0; k < candidates.Count; k++)
            {
                if (values[i][k] >= threshold && candidates[k].Content.Count > 0)
                {
                    score.Add(PortableMath.Logistic((slope * values[i][k]) + offset), QuoteScore.IsRight(example, candidates[k]));
                }
            }
        }

        return score.Error;
    }
}
