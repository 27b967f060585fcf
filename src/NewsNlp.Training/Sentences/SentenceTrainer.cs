using NewsNlp.Documents.Layers;
using NewsNlp.Models;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;
using NewsNlp.Training.Data;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Sentences;

/// <summary>Trains the classifier of sentence boundaries on treebanks, laid out in several ways.</summary>
internal sealed class SentenceTrainer : IComponentTrainer
{
    private static readonly string[] TrainingFiles = ["syntax/en_ewt-ud-train.conllu", "syntax/gum-train.conllu"];
    private static readonly string[] DevelopmentFiles =
        ["syntax/en_ewt-ud-dev.conllu", "syntax/gum-dev.conllu", "syntax/gum-news-dev.conllu"];

    private readonly EnglishTokenizer _tokenizer = new();
    private readonly TokenBuffer _tokens = new();

    public string Name => "sentences";

    public TrainedComponent Train(TrainingContext context)
    {
        var options = TrainingConfiguration.Options(context.Settings);
        var corpus = new SequenceCorpus();
        var random = new SplitMix(options.Seed);
        foreach (var file in TrainingFiles)
        {
            foreach (var gold in ConlluReader.Read(context.TrainingFile(file)))
            {
                var copies = TextWeights.Copies(gold.Id);
                foreach (var layout in TrainingLayouts.For(random))
                {
                    Add(gold, layout, copies, corpus);
                }
            }
        }

        context.Log($"sentences: {corpus.PositionCount:N0} places, {corpus.FeatureCount:N0} features");
        var trained = ClassifierTrainer.Train(
            corpus, 2, options, epoch => context.Log($"sentences: epoch {epoch.Epoch}, loss {epoch.Loss:0.0000}"));
        var writer = new SectionWriter();
        trained.Write(writer);
        return new TrainedComponent(
            [ModelFileWriter.Section.Of(ModelSection.Sentences, writer.ToArray())],
            ["boundary"],
            [.. Scores(context, new EnglishSentenceSplitter(trained.ToModel()))]);
    }

    private void Add(GoldDocument gold, TextLayout layout, int copies, SequenceCorpus corpus)
    {
        var ends = new List<int>();
        var text = layout.Apply(gold, ends);
        _tokens.Clear();
        _tokenizer.Tokenize(text, _tokens);
        var tokens = new TokenLayer(_tokens.Starts.ToArray(), _tokens.Lengths.ToArray(), _tokens.Kinds.ToArray());
        var tokenEnds = new int[tokens.Count];
        for (var i = 0; i < tokenEnds.Length; i++)
        {
            tokenEnds[i] = tokens.Starts[i] + tokens.Lengths[i];
        }

        var decider = new GoldDecider([.. ends], tokenEnds, corpus, copies);
        var walker = new BoundaryWalker(new SentenceText(text, tokens), new uint[BoundaryFeatures.Most]);
        for (var first = 0; first < tokens.Count;)
        {
            first = walker.EndOfSentence(first, tokens.Count, ref decider);
        }

        corpus.EndSequence();
    }

    private IEnumerable<ModelScore> Scores(TrainingContext context, EnglishSentenceSplitter splitter)
    {
        foreach (var file in DevelopmentFiles)
        {
            if (context.DevelopmentFile(file) is { } path)
            {
                var gold = ConlluReader.Read(path);
                foreach (var (name, layout) in TrainingLayouts.Measured)
                {
                    yield return new ModelScore(
                        "sentence F1",
                        $"{Path.GetFileNameWithoutExtension(file)}, {name}",
                        SentenceScorer.F1(gold, layout, _tokenizer, splitter));
                }
            }
        }
    }
}
