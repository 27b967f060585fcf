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

        var writer = new SectionWriter();
        TagDictionaryBuilder.Write(
            writer, documents, settings.GetProperty("dictionaryCount").GetInt32(), settings.GetProperty("dictionaryShare").GetDouble());
        var lexicon = TaggerLexicon.Read(model, new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "tag dictionary"));

        var corpus = new SequenceCorpus();
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
        context.Log($"tagger: {corpus.Count:N0} sentences, {corpus.PositionCount:N0} tokens, {corpus.FeatureCount / Math.Max(1, corpus.PositionCount)} features a token");
        var trained = LinearChainTrainer.Train(
            corpus, ChainConstraints.None(LearnedPartOfSpeechTagger.Labels), TrainingConfiguration.Options(settings), null,
            report => context.Log($"tagger: epoch {report.Epoch}, loss {report.Loss:0.0000}, {report.Elapsed.TotalSeconds:0} s"));
        trained.Write(writer);
        var section = ModelFileWriter.Section.Of(ModelSection.Tagger, writer.ToArray());
        var tagger = new LearnedPartOfSpeechTagger(NlpModel.FromBytes(ModelFileWriter.Update(model, model.Info, [section])));
        return new TrainedComponent([section], Enum.GetNames<Upos>(), TaggerScorer.Score(tagger, context));
    }
}
