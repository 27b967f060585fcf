using System.Runtime.InteropServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Roles;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;
using NewsNlp.Training.Quotations.Roles;

namespace NewsNlp.Training.Quotations;

/// <summary>
/// Trains the models of quote attribution one on the other: cues, roles, contents, reranker, acceptance. What a later model
/// learns from is made by earlier ones that were trained without the article in question.
/// </summary>
/// <param name="examples">What to learn from.</param>
/// <param name="firstSeed">The first of the seeds that chains are trained from.</param>
/// <param name="log">Takes progress, a line at a time.</param>
internal sealed class QuoteModelTraining(IReadOnlyList<QuoteExample> examples, int firstSeed, Action<string> log)
{
    private const int Folds = 5;

    // Models of folds are only there to make mistakes like the final ones, so fewer seeds do.
    private const int Seeds = 3, SeedsOfFolds = 1;

    // What fits the package; more features gain nothing on development articles.
    private const int MostCueFeatures = 60_000, MostContentFeatures = 70_000;

    private const float SmallWeight = 0.01f;

    /// <summary>The body of the section of cues.</summary>
    public byte[] Cues { get; private set; } = [];

    /// <summary>The body of the section of roles.</summary>
    public byte[] Roles { get; private set; } = [];

    /// <summary>The body of the section of contents: chain and reranker.</summary>
    public byte[] Contents { get; private set; } = [];

    /// <summary>The body of the section of acceptance.</summary>
    public byte[] Acceptance { get; private set; } = [];

    /// <summary>Trains all of them.</summary>
    public void Train()
    {
        var cueFolds = TrainCues();
        TrainRoles(cueFolds);
        var contentFolds = TrainContents(out var contents);
        var rerankers = TrainReranker(contents, contentFolds);
        TrainAcceptance(cueFolds, contentFolds, rerankers);
    }

    private LinearChainModel[] TrainCues()
    {
        var writer = new SectionWriter();
        TrainCues(examples, Seeds).Write(writer);
        var gate = new CueGateTraining();
        var folds = new LinearChainModel[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            folds[fold] = TrainCues(Without(fold), SeedsOfFolds).ToModel();
            var tagger = new CueTagger(folds[fold]);
            foreach (var example in Only(fold))
            {
                FindLikelyCues(example, tagger);
                gate.Add(example, folds[fold]);
            }
        }

        gate.Train(writer, log);
        Cues = writer.ToArray();
        return folds;
    }

    private AveragedChain TrainCues(IEnumerable<QuoteExample> chosen, int seeds) => AveragedChain.Of(
        [.. Enumerable.Range(firstSeed, seeds).Select(seed => CueTraining.Train(
            chosen, CueTraining.Options with { Seed = (ulong)seed }, Progress($"cues, seed {seed}")))],
        MostCueFeatures);

    // A network each that has not seen a fold, and one that has seen all: each on a thread of its own.
    private void TrainRoles(LinearChainModel[] cueFolds)
    {
        List<RoleSentence>[] sentences = [.. Enumerable.Range(0, Folds).Select(fold => Only(fold).SelectMany(RoleSentence.Of).ToList())];
        var bodies = new byte[Folds + 1][];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, Folds + 1) };
        Parallel.For(0, Folds + 1, threads, fold =>
        {
            var writer = new SectionWriter();
            RoleTraining.Train(
                sentences.Where((_, i) => i != fold).SelectMany(chosen => chosen), (ulong)firstSeed, writer,
                report => log($"roles, {fold}: epoch {report.Epoch}, loss {report.Loss:0.0000}, {report.Elapsed.TotalSeconds:0} s"));
            bodies[fold] = writer.ToArray();
        });
        Roles = bodies[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            var cues = new CueTagger(cueFolds[fold]);
            var roles = new RoleTagger(RoleNetwork.Read(new SectionReader(ModelMemory.CopyOf(bodies[fold]), "roles")));
            foreach (var example in Only(fold))
            {
                FindRoles(example, cues, roles);
            }
        }
    }

    // As when quotes are sought, of the sentences that may have a cue; and of those that have one.
    private static void FindRoles(QuoteExample example, CueTagger cues, RoleTagger roles)
    {
        cues.Find(example.Article, example.Quotations, AcceptanceTraining.CueThreshold, CancellationToken.None);
        var gold = example.Gold.Where(attribution => ContentTraining.IsUsable(example, attribution))
            .Select(attribution => new Cue(attribution.Cue!.Value.First, attribution.Cue.Value.End, 1));
        roles.Find(
            example.Article, example.Quotations, [.. cues.Cues.Concat(gold).Order()], example.Roles, CancellationToken.None);
    }

    private AveragedChain TrainContents(IEnumerable<QuoteExample> chosen, int seeds)
    {
        var lost = 0;
        var average = AveragedChain.Of(
            [.. Enumerable.Range(firstSeed, seeds).Select(seed => ContentTraining.Train(
                chosen, out lost, ContentTraining.Options with { Seed = (ulong)seed }, Progress($"contents, seed {seed}")))],
            MostContentFeatures);
        log($"contents: {lost} attributions cannot be said in units");
        return average;
    }

    private LinearChainModel[] TrainContents(out AveragedChain contents)
    {
        contents = TrainContents(examples, Seeds);
        var folds = new LinearChainModel[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            folds[fold] = TrainContents(Without(fold), SeedsOfFolds).ToModel();
        }

        return folds;
    }

    private ContentReranker[] TrainReranker(AveragedChain contents, LinearChainModel[] folds)
    {
        var training = new RerankerTraining();
        for (var fold = 0; fold < Folds; fold++)
        {
            var tagger = new ContentTagger(folds[fold], null);
            foreach (var example in Only(fold))
            {
                training.Add(example, tagger, fold);
            }
        }

        var writer = new SectionWriter();
        contents.Write(writer);
        training.Train(writer, SmallWeight);
        Contents = writer.ToArray();
        var rerankers = new ContentReranker[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            var body = new SectionWriter();
            training.Train(body, SmallWeight, without: fold);
            rerankers[fold] = ContentReranker.Read(new SectionReader(ModelMemory.CopyOf(body.ToArray()), "reranker"));
        }

        return rerankers;
    }

    private void TrainAcceptance(LinearChainModel[] cueFolds, LinearChainModel[] contentFolds, ContentReranker[] rerankers)
    {
        var acceptance = new AcceptanceTraining();
        for (var fold = 0; fold < Folds; fold++)
        {
            var cues = new CueTagger(cueFolds[fold]);
            var contents = new ContentTagger(contentFolds[fold], rerankers[fold]);
            foreach (var example in Only(fold))
            {
                acceptance.Add(example, cues, contents);
            }
        }

        var writer = new SectionWriter();
        acceptance.Train(writer, line => log($"acceptance: {line}"));
        Acceptance = writer.ToArray();
    }

    /// <summary>Sets the cues that count in other cues' windows.</summary>
    public static void FindLikelyCues(QuoteExample example, CueTagger tagger)
    {
        tagger.Find(example.Article, example.Quotations, LikelyCues.Threshold, CancellationToken.None);
        LikelyCues.Select(CollectionsMarshal.AsSpan(tagger.Cues), example.LikelyCues);
    }

    private IEnumerable<QuoteExample> Only(int fold) => examples.Where((_, i) => i % Folds == fold);

    private IEnumerable<QuoteExample> Without(int fold) => examples.Where((_, i) => i % Folds != fold);

    private Action<EpochReport> Progress(string what) =>
        report =>
        {
            if (report.Epoch == CueTraining.Options.Epochs)
            {
                log($"{what}: loss {report.Loss:0.0000}, {report.Elapsed.TotalSeconds:0} s");
            }
        };
}
