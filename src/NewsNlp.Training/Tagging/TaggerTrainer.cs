using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tagging;

/// <summary>Trains the part-of-speech tagger on treebanks, over the product's own tokens of their raw text.</summary>
internal sealed class TaggerTrainer : IComponentTrainer
{
    public string Name => "tagger";

    public TrainedComponent Train(TrainingContext context)
    {
        var model = context.Model ?? throw new TrainingException("The tagger needs the word clusters; train them first.");
        var settings = context.Settings;
        List<GoldTokens> documents = [];
        foreach (var file in settings.GetProperty("train").EnumerateArray())
            documents.AddRange(GoldTokens.Of(ConlluReader.Read(context.TrainingFile(file.GetString()!))));

        var dictionary = new TagDictionaryBuilder(
            settings.GetProperty("dictionaryCount").GetInt32(), settings.GetProperty("dictionaryShare").GetDouble());
        foreach (var document in documents) dictionary.Add(document);
        dictionary.NumberClasses();
        var corpus = Encode(documents, dictionary, settings.GetProperty("folds").GetInt32(), model);
        context.Log($"tagger: {corpus.Count:N0} sentences, {corpus.PositionCount:N0} tokens, {corpus.FeatureCount / Math.Max(1, corpus.PositionCount)} features a token");
        var trained = LinearChainTrainer.Train(
            corpus, ChainConstraints.None(LearnedPartOfSpeechTagger.Labels), TrainingConfiguration.Options(settings), null,
            report => context.Log($"tagger: epoch {report.Epoch}, loss {report.Loss:0.0000}, {report.Elapsed.TotalSeconds:0} s"));
        var writer = new SectionWriter();
        dictionary.Write(writer);
        trained.Write(writer);
        var section = ModelFileWriter.Section.Of(ModelSection.Tagger, writer.ToArray());
        var tagger = new LearnedPartOfSpeechTagger(NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, [section])));
        return new TrainedComponent([section], Enum.GetNames<Upos>(), TaggerScorer.Score(tagger, context));
    }

    // A word's own tag must not be in the dictionary that its features come from, or training trusts the dictionary too
    // much: each share of the documents is encoded with the dictionary of the others.
    private static SequenceCorpus Encode(List<GoldTokens> documents, TagDictionaryBuilder dictionary, int folds, NlpModel model)
    {
        var corpus = new SequenceCorpus();
        for (int fold = 0; fold < folds; fold++)
        {
            var own = documents.Where((_, i) => i % folds == fold).ToList();
            foreach (var document in own) dictionary.Add(document, -1);
            var writer = new SectionWriter();
            dictionary.Write(writer);
            foreach (var document in own) dictionary.Add(document);
            Encode(own, TaggerLexicon.Read(model, new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "tag dictionary")), corpus);
        }
        return corpus;
    }

    private static void Encode(List<GoldTokens> documents, TaggerLexicon lexicon, SequenceCorpus corpus)
    {
        var workspace = new TaggerWorkspace();
        var features = new uint[2 * TaggerFeatures.Most];
        foreach (var document in documents)
        {
            foreach (var sentence in document.Document.Sentences)
            {
                workspace.Begin(sentence, 0, sentence.TokenCount, lexicon);
                for (int i = 0; i < sentence.TokenCount; i++)
                    corpus.Add(features.AsSpan(0, workspace.Features(i, features)), (int)document.Tags[sentence.FirstToken + i]);
                corpus.EndSequence();
            }
        }
    }
}
