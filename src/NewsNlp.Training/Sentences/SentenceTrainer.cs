using NewsNlp.Models;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;
using NewsNlp.Training.Data;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;
using NewsNlp.Training.Quotations;

namespace NewsNlp.Training.Sentences;

/// <summary>Trains the classifier of sentence boundaries on treebanks, laid out in several ways.</summary>
internal sealed class SentenceTrainer : IComponentTrainer
{
    private readonly EnglishTokenizer _tokenizer = new();
    private readonly TokenBuffer _tokens = new();
    private readonly SentenceBuffer _sentences = new();

    public string Name => "sentences";

    public TrainedComponent Train(TrainingContext context)
    {
        var options = TrainingConfiguration.Options(context.Settings);
        var corpus = new SequenceCorpus();
        var random = new SplitMix(options.Seed);
        foreach (var file in Files(context, "train"))
        {
            foreach (var gold in context.TrainingDocuments(file))
            {
                var copies = TextWeights.Copies(gold.Id);
                foreach (var layout in TrainingLayouts.For(random))
                {
                    Add(gold, layout, copies, corpus);
                }
            }
        }

        context.Log($"sentences: {corpus.PositionCount:N0} places, {corpus.FeatureCount:N0} features");
        var average = new ClassifierAverage();
        for (var seed = 0; seed < Math.Max(1, options.Seeds); seed++)
        {
            var trained = ClassifierTrainer.Train(
                corpus, 2, options with { Seed = options.Seed + (ulong)seed }, epoch => context.Log($"sentences: epoch {epoch.Epoch}, loss {epoch.Loss:0.0000}"));
            average.Add(trained.Weights, trained.Biases[0]);
        }

        var classifierWriter = new SectionWriter();
        BoundaryClassifierWriter.Write(classifierWriter, average.Weights, average.Bias);
        var classifier = BoundaryClassifier.Read(new SectionReader(ModelMemory.CopyOf(classifierWriter.ToArray()), Name));
        var writer = new SectionWriter();
        AddTable(context, classifier, writer);
        writer.Bytes(classifierWriter.ToArray());
        var body = writer.ToArray();
        var reader = new SectionReader(ModelMemory.CopyOf(body), Name);
        var splitter = new EnglishSentenceSplitter(GapTable.Read(reader), BoundaryClassifier.Read(reader));
        return new TrainedComponent(
            [ModelFileWriter.Section.Of(ModelSection.Sentences, body)],
            ["boundary"],
            [.. Scores(context, splitter)]);
    }

    private static IEnumerable<string> Files(TrainingContext context, string setting) =>
        context.Settings.GetProperty(setting).EnumerateArray().Select(file => file.GetString()!);

    private void AddTable(TrainingContext context, BoundaryClassifier classifier, SectionWriter writer)
    {
        var builder = new GapTableBuilder(classifier, _tokenizer);
        // Nothing but their texts is used.
        foreach (var article in Files(context, "texts").SelectMany(file => GoldArticle.Read(context.TrainingFile(file))))
        {
            builder.Add(article.Text);
        }

        foreach (var file in Files(context, "train"))
        {
            foreach (var gold in context.TrainingDocuments(file))
            {
                builder.Add(gold.Text);
            }
        }

        var share = builder.Write(writer);
        context.Log($"sentences: {share:P1} of the places are decided by the table, which has {writer.Length:N0} bytes");
    }

    private void Add(GoldDocument gold, TextLayout layout, int copies, SequenceCorpus corpus)
    {
        var ends = new List<int>();
        var text = layout.Apply(gold, ends);
        _tokens.Clear();
        _tokenizer.Tokenize(text, _tokens);
        var tokenEnds = new int[_tokens.Count];
        for (var i = 0; i < tokenEnds.Length; i++)
        {
            tokenEnds[i] = _tokens.Starts[i] + _tokens.Lengths[i];
        }

        var decider = new GoldDecider([.. ends], tokenEnds, corpus, copies);
        var words = GapFinder.Find(new SentenceText(text, _tokens.Starts, _tokens.Lengths, _tokens.Kinds), _sentences);
        var walker = new BoundaryWalker(words, _sentences);
        walker.Split(0, tokenEnds.Length, ref decider);

        corpus.EndSequence();
    }

    private IEnumerable<ModelScore> Scores(TrainingContext context, EnglishSentenceSplitter splitter)
    {
        foreach (var file in Files(context, "dev"))
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
