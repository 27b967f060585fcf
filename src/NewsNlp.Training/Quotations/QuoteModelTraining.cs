using System.Runtime.InteropServices;
using NewsNlp.Models;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations;

/// <summary>
/// Trains the models of quote attribution one on the other: cues, contents, reranker, acceptance. What a later model
/// learns from is made by earlier ones that were trained without the article in question.
/// </summary>
internal sealed class QuoteModelTraining(IReadOnlyList<QuoteExample> examples, Action<string> log)
{
    private const int Folds = 2;

    private const float SmallWeight = 0.01f;

    /// <summary>The body of the section of cues.</summary>
    public byte[] Cues { get; private set; } = [];

    /// <summary>The body of the section of contents: chain and reranker.</summary>
    public byte[] Contents { get; private set; } = [];

    /// <summary>The body of the section of acceptance.</summary>
    public byte[] Acceptance { get; private set; } = [];

    /// <summary>Trains all of them.</summary>
    public void Train()
    {
        var cueFolds = TrainCues();
        var contentFolds = TrainContents(out var contents);
        TrainReranker(contents, contentFolds);
        TrainAcceptance(cueFolds, contentFolds);
    }

    private LinearChainModel[] TrainCues()
    {
        var writer = new SectionWriter();
        CueTraining.Train(examples, null, Progress("cues")).Write(writer);
        Cues = writer.ToArray();
        var folds = new LinearChainModel[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            folds[fold] = CueTraining.Train(Without(fold)).ToModel();
            var tagger = new CueTagger(folds[fold]);
            foreach (var example in Only(fold))
            {
                FindLikelyCues(example, tagger);
            }
        }

        return folds;
    }

    private LinearChainModel[] TrainContents(out TrainedChain contents)
    {
        contents = ContentTraining.Train(examples, out var lost, null, Progress("contents"));
        log($"contents: {lost} attributions cannot be said in units");
        var folds = new LinearChainModel[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            folds[fold] = ContentTraining.Train(Without(fold), out _).ToModel();
        }

        return folds;
    }

    private void TrainReranker(TrainedChain contents, LinearChainModel[] folds)
    {
        var reranker = new RerankerTraining();
        for (var fold = 0; fold < Folds; fold++)
        {
            var tagger = new ContentTagger(folds[fold], null);
            foreach (var example in Only(fold))
            {
                reranker.Add(example, tagger);
            }
        }

        var writer = new SectionWriter();
        contents.Write(writer);
        reranker.Train(writer, SmallWeight);
        Contents = writer.ToArray();
    }

    private void TrainAcceptance(LinearChainModel[] cueFolds, LinearChainModel[] contentFolds)
    {
        var reader = new SectionReader(ModelMemory.CopyOf(Contents), "contents");
        LinearChainModel.Read(reader);
        var reranker = ContentReranker.Read(reader);
        var acceptance = new AcceptanceTraining();
        for (var fold = 0; fold < Folds; fold++)
        {
            var cues = new CueTagger(cueFolds[fold]);
            var contents = new ContentTagger(contentFolds[fold], reranker);
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
        report => log($"{what}: epoch {report.Epoch}, loss {report.Loss:0.0000}, {report.Elapsed.TotalSeconds:0} s");
}
