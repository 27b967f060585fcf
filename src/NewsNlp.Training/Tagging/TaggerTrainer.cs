using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tagging;

/// <summary>
/// Trains the part-of-speech tagger on treebanks, over the product's own tokens of their raw text: a draft, which tags
/// untagged news to see how words are used there; the first pass, several times without a share of the documents, so that
/// the second one learns from tags as good as they are on new text; then both passes.
/// </summary>
internal sealed class TaggerTrainer : IComponentTrainer
{
    public string Name => "tagger";

    public TrainedComponent Train(TrainingContext context)
    {
        var model = context.Model ?? throw new TrainingException("The tagger needs word clusters and sentences; train them first.");
        var settings = context.Settings;
        List<GoldTokens> documents = [];
        foreach (var file in settings.GetProperty("train").EnumerateArray())
            documents.AddRange(GoldTokens.Of(ConlluReader.Read(context.TrainingFile(file.GetString()!))));
        int capitals = settings.GetProperty("capitals").GetInt32();
        if (capitals > 0) documents.AddRange([.. documents.Where((_, i) => i % capitals == capitals - 1).Select(document => document.InCapitals())]);
        var dictionary = Dictionary(documents);
        var first = TrainingConfiguration.Options(settings.GetProperty("first"));
        var second = TrainingConfiguration.Options(settings.GetProperty("second"));

        var usage = Usage();
        var corpus = new TaggerCorpus(model, usage);
        var secondPass = Fit("second pass", Second(corpus), second);
        var firstPass = Fit("first pass", corpus.First(documents, dictionary), first);

        var writer = new SectionWriter();
        dictionary.Write(writer);
        usage.Write(writer);
        firstPass.Write(writer);
        secondPass.Write(writer);
        var section = ModelFileWriter.Section.Of(ModelSection.Tagger, writer.ToArray());
        var tagger = new LearnedPartOfSpeechTagger(NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, [section])));
        return new TrainedComponent([section], Enum.GetNames<Upos>(), TaggerScorer.Score(tagger, context));

        TagDictionaryBuilder Dictionary(IEnumerable<GoldTokens> tagged)
        {
            var counts = Counts("dictionary");
            foreach (var document in tagged) counts.Add(document);
            counts.NumberClasses();
            return counts;
        }

        TagDictionaryBuilder Counts(string name) =>
            new(settings.GetProperty(name + "Count").GetInt32(), settings.GetProperty(name + "Share").GetDouble());

        // How words are used in news that nobody has tagged, as a draft of the first pass tags it.
        TagDictionaryBuilder Usage()
        {
            var counts = Counts("usage");
            string[] files = [.. settings.GetProperty("untagged").EnumerateArray().Select(file => context.TrainingFile(file.GetString()!))];
            if (files.Length == 0) return counts;
            var unused = new TaggerCorpus(model, counts);
            var draft = Fit("draft", unused.First(documents, dictionary), first).ToModel();
            var articles = new UntaggedArticles(model, files);
            context.Log($"tagger: {articles.TokenCount:N0} tokens of untagged news");
            articles.Count(new LearnedPartOfSpeechTagger(unused.Lexicon(dictionary), new TaggerScores(draft, draft)), counts);
            return counts;
        }

        TrainedChain Fit(string name, SequenceCorpus sequences, TrainingOptions options)
        {
            context.Log($"tagger: {name}, {sequences.Count:N0} sentences, {sequences.PositionCount:N0} tokens, {sequences.FeatureCount / Math.Max(1, sequences.PositionCount)} features a token");
            return LinearChainTrainer.Train(
                sequences, ChainConstraints.None(LearnedPartOfSpeechTagger.Labels), options, null,
                report => context.Log($"tagger: {name}, epoch {report.Epoch}, loss {report.Loss:0.0000}, {report.Elapsed.TotalSeconds:0} s"));
        }

        // Every document as a first pass leaves it that did not see it.
        SequenceCorpus Second(TaggerCorpus corpus)
        {
            int folds = settings.GetProperty("folds").GetInt32();
            var sequences = new SequenceCorpus();
            for (int fold = 0; fold < folds; fold++)
            {
                var own = documents.Where((_, i) => i % folds == fold).ToList();
                foreach (var document in own) dictionary.Add(document, -1);
                var others = corpus.First([.. documents.Where((_, i) => i % folds != fold)], dictionary);
                var chain = Fit($"first pass without share {fold + 1} of {folds}", others, first).ToModel();
                TaggerCorpus.AddSecond(sequences, own, corpus.Lexicon(dictionary), new TaggerScores(chain, chain));
                foreach (var document in own) dictionary.Add(document);
            }
            return sequences;
        }
    }
}
