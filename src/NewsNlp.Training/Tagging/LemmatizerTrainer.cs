using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tagging;

/// <summary>Learns the lemmatizer's rules from treebanks, and measures them behind the tagger.</summary>
internal sealed class LemmatizerTrainer : IComponentTrainer
{
    public string Name => "lemmatizer";

    public TrainedComponent Train(TrainingContext context)
    {
        var builder = new LemmaRuleBuilder();
        foreach (var file in context.Settings.GetProperty("train").EnumerateObject())
        {
            int weight = file.Value.GetInt32();
            foreach (var document in context.TrainingDocuments(file.Name))
            {
                for (int i = 0; i < document.Words.Count; i++)
                {
                    var word = document.Words[i];
                    var next = i + 1 < document.Words.Count ? document.Words[i + 1].Upos : Upos.X;
                    builder.Add(document.Text.AsSpan(word.Start, word.Length), word.Upos, next, word.Lemma, weight);
                }
            }
        }
        var writer = new SectionWriter();
        builder.Write(writer);
        var section = ModelFileWriter.Section.Of(ModelSection.Lemmatizer, writer.ToArray());
        if (context.Model is not { } before) throw new TrainingException("The lemmatizer is measured behind the tagger; train that first.");
        var model = NlpModel.FromBytes(ModelFileWriter.Update(before, before.Info, [section]));
        return new TrainedComponent([section], [], Score(model, context));
    }

    private static List<ModelScore> Score(NlpModel model, TrainingContext context)
    {
        var lemmatizer = new Lemmatizer(model);
        var tagger = new LearnedPartOfSpeechTagger(model);
        var scores = new List<ModelScore>();
        foreach (var set in context.Settings.GetProperty("dev").EnumerateObject())
        {
            if (context.DevelopmentFile(set.Value.GetString()!) is not { } path) continue;
            int right = 0, gold = 0, system = 0;
            foreach (var document in GoldTokens.Of(ConlluReader.Read(path)))
            {
                var tagged = document.Tag(tagger);
                var lemmas = new string[document.Words.Count];
                lemmatizer.Lemmatize(tagged, lemmas);
                system += lemmas.Length;
                gold += document.GoldWordCount;
                for (int i = 0; i < lemmas.Length; i++)
                    if (document.Words[i] is { } word && string.Equals(word.Lemma, lemmas[i], StringComparison.OrdinalIgnoreCase)) right++;
            }
            scores.Add(new ModelScore("lemma F1 behind the tagger", set.Name, 200.0 * right / Math.Max(1, gold + system)));
        }
        return scores;
    }
}
