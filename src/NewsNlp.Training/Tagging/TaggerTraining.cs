using System.Text.Json;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tagging;

/// <summary>
/// Trains the tagger in steps: a draft, which tags untagged news to see how words are used there; the first pass, several
/// times without a share of the documents, so that the second one learns from tags as good as they are on new text; then
/// both passes.
/// </summary>
/// <param name="model">Where the word clusters are.</param>
/// <param name="settings">The part's object of the configuration.</param>
/// <param name="untagged">The untagged news; null for none.</param>
/// <param name="log">Takes progress, a line at a time.</param>
internal sealed class TaggerTraining(NlpModel model, JsonElement settings, UntaggedArticles? untagged, Action<string> log)
{
    private readonly TrainingOptions _first = TrainingConfiguration.Options(settings.GetProperty("first"));
    private readonly TrainingOptions _second = TrainingConfiguration.Options(settings.GetProperty("second"));

    /// <summary>Trains on some documents.</summary>
    public ModelFileWriter.Section Train(IEnumerable<GoldTokens> training)
    {
        List<GoldTokens> documents = [.. training];
        int capitals = settings.GetProperty("capitals").GetInt32();
        if (capitals > 0) documents.AddRange([.. documents.Where((_, i) => i % capitals == capitals - 1).Select(document => document.InCapitals())]);
        var dictionary = Dictionary(documents);
        var usage = Usage(documents, dictionary);
        var corpus = new TaggerCorpus(model, usage);
        var second = Fit("second pass", Second(documents, dictionary, corpus), _second);
        var first = Fit("first pass", corpus.First(documents, dictionary), _first);

        var writer = new SectionWriter();
        dictionary.Write(writer);
        usage.Write(writer);
        first.Write(writer);
        second.Write(writer);
        return ModelFileWriter.Section.Of(ModelSection.Tagger, writer.ToArray());
    }

    /// <summary>The tagger of a section that was trained with a model.</summary>
    public static LearnedPartOfSpeechTagger Tagger(NlpModel model, ModelFileWriter.Section section) =>
        new(NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, [section])));

    private TagDictionaryBuilder Dictionary(IEnumerable<GoldTokens> documents)
    {
        var counts = Counts("dictionary");
        foreach (var document in documents) counts.Add(document);
        counts.NumberClasses();
        return counts;
    }

    private TagDictionaryBuilder Counts(string name) =>
        new(settings.GetProperty(name + "Count").GetInt32(), settings.GetProperty(name + "Share").GetDouble());

    // How words are used in news that nobody has tagged, as a draft of the first pass tags it.
    private TagDictionaryBuilder Usage(List<GoldTokens> documents, TagDictionaryBuilder dictionary)
    {
        var counts = Counts("usage");
        if (untagged is null) return counts;
        var unused = new TaggerCorpus(model, counts);
        var draft = Fit("draft", unused.First(documents, dictionary), _first).ToModel();
        log($"{untagged.TokenCount:N0} tokens of untagged news");
        untagged.Count(new LearnedPartOfSpeechTagger(unused.Lexicon(dictionary), new TaggerScores(draft, draft)), counts);
        return counts;
    }

    // Every document as a first pass leaves it that did not see it.
    private SequenceCorpus Second(List<GoldTokens> documents, TagDictionaryBuilder dictionary, TaggerCorpus corpus)
    {
        int folds = settings.GetProperty("folds").GetInt32();
        var sequences = new SequenceCorpus();
        for (int fold = 0; fold < folds; fold++)
        {
            var own = documents.Where((_, i) => i % folds == fold).ToList();
            foreach (var document in own) dictionary.Add(document, -1);
            var others = corpus.First([.. documents.Where((_, i) => i % folds != fold)], dictionary);
            var chain = Fit($"first pass without share {fold + 1} of {folds}", others, _first).ToModel();
            TaggerCorpus.AddSecond(sequences, own, corpus.Lexicon(dictionary), new TaggerScores(chain, chain));
            foreach (var document in own) dictionary.Add(document);
        }
        return sequences;
    }

    private TrainedChain Fit(string name, SequenceCorpus sequences, TrainingOptions options)
    {
        log($"{name}, {sequences.Count:N0} sentences, {sequences.PositionCount:N0} tokens, {sequences.FeatureCount / Math.Max(1, sequences.PositionCount)} features a token");
        return LinearChainTrainer.Train(
            sequences, ChainConstraints.None(LearnedPartOfSpeechTagger.Labels), options, null,
            report => log($"{name}, epoch {report.Epoch}, loss {report.Loss:0.0000}, {report.Elapsed.TotalSeconds:0} s"));
    }
}
