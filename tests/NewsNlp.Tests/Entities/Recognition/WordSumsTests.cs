using NewsNlp.Entities.Recognition;
using NewsNlp.Features;
using NewsNlp.Models;

namespace NewsNlp.Tests.Entities.Recognition;

public class WordSumsTests
{
    private static readonly WordClusters Clusters = WordClusters.Read(NlpModel.Default);
    private static readonly LexiconPhrases Phrases = LexiconPhrases.Read(NlpModel.Default);
    private static readonly SparseChain Chain = MentionModel.Read(NlpModel.Default.Open(ModelSection.Entities), LabelScheme.News).Chain;
    private static readonly SparseWeightTable Table = Chain.Table;

    [Fact]
    public void Kept_sums_and_the_features_of_a_context_give_what_all_features_give()
    {
        var features = new EntityFeatures(Clusters, Phrases);
        var sums = new WordSums(features, Chain);
        foreach (string text in (string[])["Mayor Orla Tennick of Brackwater told the Harbour Post : We will rebuild .", "Tennick , 52 , paid $ 3 m"])
            AssertSame(features, sums, text);
    }

    [Fact]
    public void Words_that_take_the_places_of_others_do_not_change_the_sums()
    {
        var features = new EntityFeatures(Clusters, Phrases);
        var sums = new WordSums(features, Chain);
        string crowd = string.Join(' ', Enumerable.Range(0, 3 * WordSums.Size).Select(i => $"Nar{i}del"));
        AssertSame(features, sums, "Mina Orrin left Verland for " + crowd + " and Mina Orrin came back to Verland");
    }

    private static void AssertSame(EntityFeatures features, WordSums sums, string text)
    {
        var document = EntityDocuments.Of(text);
        int count = document.Tokens.Count;
        features.Begin(document);
        features.BeginSentence(0, count);
        sums.Begin();
        var list = new FeatureList();
        var expected = new int[Table.Lanes];
        var found = new int[expected.Length];
        for (int token = 0; token < count; token++)
        {
            Array.Clear(expected);
            Array.Clear(found);
            list.Clear();
            features.Add(token, list);
            Table.Accumulate(list.Items, expected);
            list.Clear();
            features.AddContext(token, list);
            Table.Accumulate(list.Items, found);
            sums.Add(token, found);
            Assert.Equal(Labelled(expected), Labelled(found));
        }

        Assert.Contains(expected, sum => sum != 0);
    }

    // Lanes without labels hold nothing of meaning.
    private static int[] Labelled(int[] sums) => [.. Enumerable.Range(0, Chain.Lanes.LabelCount).Select(label => sums[Chain.Lanes.Of(label)])];
}
