using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Tagging;

/// <summary>Measures a tagger on the development sets that the configuration names.</summary>
internal static class TaggerScorer
{
    /// <summary>The share of tokens with the right span that get the right tag, in per cent, for each set.</summary>
    public static List<ModelScore> Score(IPartOfSpeechTagger tagger, TrainingContext context)
    {
        var scores = new List<ModelScore>();
        foreach (var set in context.Settings.GetProperty("dev").EnumerateObject())
        {
            if (context.DevelopmentFile(set.Value.GetString()!) is not { } path) continue;
            int right = 0, aligned = 0;
            var confusions = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var document in GoldTokens.Of(ConlluReader.Read(path)))
            {
                var tags = document.Tag(tagger).PartOfSpeechLayer;
                for (int i = 0; i < tags.Length; i++)
                {
                    if (document.Words[i] is not { } gold) continue;
                    aligned++;
                    if (tags[i] == gold.Upos)
                    {
                        right++;
                        continue;
                    }
                    string confusion = $"{gold.Upos}/{tags[i]}";
                    confusions[confusion] = confusions.GetValueOrDefault(confusion) + 1;
                }
            }
            scores.Add(new ModelScore("UPOS of tokens with the right span", set.Name, 100.0 * right / Math.Max(1, aligned)));
            context.Log($"{set.Name}: gold/system " + string.Join(", ", confusions.OrderByDescending(c => c.Value).Take(12).Select(c => $"{c.Key} {c.Value}")));
        }
        return scores;
    }
}
