using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Tagging;

/// <summary>Measures a tagger on the development sets that the configuration names.</summary>
internal static class TaggerScorer
{
    /// <summary>The share of tokens with the right span that get the right tag, in per cent, for each set.</summary>
    public static List<ModelScore> Score(IPartOfSpeechTagger tagger, TrainingContext context, Func<GoldTokens, GoldTokens> sentences)
    {
        var scores = new List<ModelScore>();
        foreach (var set in context.Settings.GetProperty("dev").EnumerateObject())
        {
            if (context.DevelopmentFile(set.Value.GetString()!) is not { } path) continue;
            var confusions = new SortedDictionary<string, int>(StringComparer.Ordinal);
            double share = Share(tagger, GoldTokens.Of(ConlluReader.Read(path)).Select(sentences), confusions);
            scores.Add(new ModelScore("UPOS of tokens with the right span", set.Name, share));
            context.Log($"{set.Name}: gold/system " + string.Join(", ", confusions.OrderByDescending(c => c.Value).Take(12).Select(c => $"{c.Key} {c.Value}")));
        }
        return scores;
    }

    /// <summary>The share of tokens with the right span that get the right tag, in per cent; and how often each error occurs.</summary>
    public static double Share(IPartOfSpeechTagger tagger, IEnumerable<GoldTokens> documents, IDictionary<string, int> confusions)
    {
        int right = 0, aligned = 0;
        foreach (var document in documents)
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
                confusions[confusion] = confusions.TryGetValue(confusion, out int count) ? count + 1 : 1;
            }
        }
        return 100.0 * right / Math.Max(1, aligned);
    }
}
