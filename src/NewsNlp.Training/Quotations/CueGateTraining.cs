using NewsNlp.Models;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations;

/// <summary>
/// Trains the gate before the cue chain: towards what chains that have not seen the article say of each token. The threshold
/// lets nearly all pass that a chain gives any chance.
/// </summary>
internal sealed class CueGateTraining
{
    // What has a chance; and how much of it may be lost.
    private const double Chance = 0.2, Lost = 0.003;

    private const float Prune = 0.02f;

    private readonly List<(uint[] Features, float Target)> _tokens = [];

    /// <summary>Adds the tokens of an article, seen by a chain that has not.</summary>
    public void Add(QuoteExample example, LinearChainModel chain)
    {
        var tagger = new CueTagger(chain);
        var features = new CueFeatures();
        Span<uint> buffer = stackalloc uint[CueFeatures.GateCount];
        for (var sentence = 0; sentence < example.Article.SentenceCount; sentence++)
        {
            int start = example.Article.SentenceStarts[sentence], end = example.Article.SentenceEnds[sentence];
            var probabilities = new double[end - start];
            tagger.Probabilities(example.Article, example.Quotations, sentence, probabilities);
            features.Begin(example.Article, example.Quotations, sentence);
            for (var i = start; i < end; i++)
            {
                var list = new FeatureList(buffer);
                features.ExtractGate(i, ref list);
                _tokens.Add((list.Features.ToArray(), probabilities[i - start] >= Chance ? 1 : 0));
            }
        }
    }

    /// <summary>Trains, and writes what <see cref="CueGate"/> reads.</summary>
    public void Train(SectionWriter writer, Action<string> log)
    {
        var classifier = SoftLogistic.Train(_tokens).ToClassifier(Prune);
        var body = new SectionWriter();
        classifier.Write(body);
        var trained = LinearClassifier.Read(new SectionReader(ModelMemory.CopyOf(body.ToArray()), "gate"));
        double[] scores = [.. _tokens.Select(token => trained.Score(token.Features) * trained.Table.Quantum)];
        double[] chances = [.. scores.Where((_, i) => _tokens[i].Target > 0).Order()];
        var threshold = chances.Length == 0 ? double.MinValue : chances[(int)(Lost * chances.Length)];
        log($"gate: {100.0 * scores.Count(score => score >= threshold) / Math.Max(1, scores.Length):0.0} % of tokens pass");
        writer.Int32((int)Math.Round(Math.Max(threshold, -1000) * CueGate.Scale));
        classifier.Write(writer);
    }
}
