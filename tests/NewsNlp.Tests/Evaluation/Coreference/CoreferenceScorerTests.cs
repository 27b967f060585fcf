using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Evaluation;
using NewsNlp.Evaluation.Coreference;

namespace NewsNlp.Tests.Evaluation.Coreference;

/// <summary>The measures against cases worked by hand; each letter is a mention, each word an entity.</summary>
public sealed class CoreferenceScorerTests
{
    /// <summary>
    /// The example of Pradhan et al. 2014, figure 1, worked by hand. MUC: abc falls into ab and c, defg into d, e and fg: (1 + 1) /
    /// (2 + 3); ab holds, cd falls apart, fghi keeps one link of three: (1 + 0 + 1) / (1 + 1 + 3). B³: recall (4/3 + 1/3 + 1/4 + 4/4)
    /// / 7; precision (4/2 + 1/2 + 1/2 + 4/4) / 8. CEAF-e: abc with ab 4/5, defg with fghi 4/8.
    /// </summary>
    [Fact]
    public void The_example_of_the_reference_implementation()
    {
        var scores = Score("abc defg", "ab cd fghi");
        Same(6.0 / 8, 6.0 / 7, scores.Mentions);
        Same(2.0 / 5, 2.0 / 5, scores.Muc);
        Same(4.0 / 8, 35.0 / 12 / 7, scores.BCubed);
        Same(1.3 / 3, 1.3 / 2, scores.CeafE);
        Assert.Equal((scores.Muc.F1 + scores.BCubed.F1 + scores.CeafE.F1) / 3, scores.MeanF1);
        Assert.Equal(0.4582, scores.MeanF1, 4);
    }

    /// <summary>Vilain et al. 1995: the links of the key that the response lacks, and the other way round.</summary>
    [Theory]
    [InlineData("abcd", "ab cd", 1.0, 2.0 / 3)]
    [InlineData("ab cd", "abcd", 2.0 / 3, 1.0)]
    [InlineData("abcd", "abcd", 1.0, 1.0)]
    [InlineData("abcd", "abc", 1.0, 2.0 / 3)]
    [InlineData("abc", "abx cy", 1.0 / 3, 1.0 / 2)]
    public void Muc_counts_links(string gold, string system, double precision, double recall) =>
        Same(precision, recall, Score(gold, system).Muc);

    /// <summary>
    /// Bagga and Baldwin 1998: joining the two small entities of three does less harm than joining the two large ones, which MUC
    /// cannot tell apart. (5 · 1 + 2 · 2/7 + 5 · 5/7) / 12 and (10 · 5/10 + 2 · 1) / 12.
    /// </summary>
    [Theory]
    [InlineData("abcde fghijkl", (5 + 4.0 / 7 + 25.0 / 7) / 12)]
    [InlineData("abcdehijkl fg", (5 + 2.0) / 12)]
    public void BCubed_counts_mentions(string system, double precision)
    {
        var scores = Score("abcde fg hijkl", system);
        Same(precision, 1, scores.BCubed);
        Same(9.0 / 10, 1, scores.Muc);
    }

    /// <summary>
    /// Luo 2005, table 1, with φ4: abcde alone and fg with hijkl, (1 + 10/12); abcde with hijkl and fg alone, (10/15 + 1); all in one,
    /// 10/17; all apart, (2/6 + 2/3 + 2/6) of twelve.
    /// </summary>
    [Theory]
    [InlineData("abcde fghijkl", 11.0 / 6 / 2, 11.0 / 6 / 3)]
    [InlineData("abcdehijkl fg", 5.0 / 3 / 2, 5.0 / 3 / 3)]
    [InlineData("abcdefghijkl", 10.0 / 17, 10.0 / 17 / 3)]
    [InlineData("a b c d e f g h i j k l", 4.0 / 3 / 12, 4.0 / 3 / 3)]
    public void CeafE_pairs_entities_one_to_one(string system, double precision, double recall) =>
        Same(precision, recall, Score("abcde fg hijkl", system, keepSingletons: true).CeafE);

    /// <summary>
    /// The best pair is abcd with abcef (6/9), which leaves efg and dx with nothing that they share; abcd with dx (2/6) and efg with
    /// abcef (4/8) make 5/6, the best sum.
    /// </summary>
    [Fact]
    public void CeafE_looks_for_the_best_sum_not_for_the_best_pair() => Same(5.0 / 12, 5.0 / 12, Score("abcd efg", "abcef dx").CeafE);

    [Fact]
    public void Entities_with_one_mention_count_only_if_asked_for()
    {
        Same(1, 1, Score("ab c", "ab d").CeafE);
        Same(1.0 / 2, 1.0 / 2, Score("ab c", "ab d", keepSingletons: true).CeafE);
        Assert.True(Score("a", "b").Mentions.IsEmpty);
        Assert.Equal(0, Score("ab", "").MeanF1);
        Assert.Equal(0, Score("", "ab").MeanF1);
    }

    [Fact]
    public void A_mention_given_twice_counts_once_for_the_first_entity()
    {
        Same(1, 1, Score("aab", "abb").BCubed);
        var scores = Score("ab cd", "ab bcd");
        Same(1, 1, scores.BCubed);
    }

    [Fact]
    public void Scores_of_documents_add_up()
    {
        var sum = Score("abc defg", "ab cd fghi") + Score("ab", "ab");
        Same(3.0 / 6, 3.0 / 6, sum.Muc);
        Same(6.0 / 10, (35.0 / 12 + 2) / 9, sum.BCubed);
        Same(2.3 / 4, 2.3 / 3, sum.CeafE);
    }

    [Fact]
    public void Gold_against_itself_is_perfect_and_swapping_sides_swaps_precision_and_recall() =>
        Gen.Select(Entities, Entities).Sample(pair =>
        {
            var (left, right) = pair;
            var same = CoreferenceScorer.Score(left, left);
            if (!same.Mentions.IsEmpty) Assert.Equal(1, same.MeanF1, 12);
            var (there, back) = (CoreferenceScorer.Score(left, right), CoreferenceScorer.Score(right, left));
            Same(back.Muc.Recall, back.Muc.Precision, there.Muc);
            Same(back.BCubed.Recall, back.BCubed.Precision, there.BCubed);
            Same(back.CeafE.Recall, back.CeafE.Precision, there.CeafE);
            Assert.InRange(there.MeanF1, 0, 1 + 1e-12);
        });

    [Fact]
    public void The_entities_of_a_document_are_the_spans_of_their_mentions()
    {
        var document = NlpPipeline.CreateDefault().Process("Mayor Ines Okoro spoke. She said that Okoro would stay.");
        var entities = CoreferenceScorer.EntitiesOf(document);
        Assert.Equal(document.Entities.Count, entities.Count);
        Assert.Equal(document.Mentions.Count, entities.Sum(entity => entity.Count));
    }

    private static readonly Gen<IReadOnlyList<IReadOnlyList<TextSpan>>> Entities =
        Gen.Int[0, 4].Array[12].Select(entityOf =>
            (IReadOnlyList<IReadOnlyList<TextSpan>>)[.. Enumerable.Range(0, entityOf.Length)
                .GroupBy(mention => entityOf[mention])
                .Where(group => group.Key > 0)
                .Select(group => (IReadOnlyList<TextSpan>)[.. group.Select(mention => new TextSpan(mention, 1))])]);

    private static CoreferenceScores Score(string gold, string system, bool keepSingletons = false) =>
        CoreferenceScorer.Score(Read(gold), Read(system), keepSingletons);

    private static IReadOnlyList<IReadOnlyList<TextSpan>> Read(string entities) =>
        [.. entities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (IReadOnlyList<TextSpan>)[.. word.Select(letter => new TextSpan(letter, 1))])];

    private static void Same(double precision, double recall, PrecisionRecall score)
    {
        Assert.Equal(precision, score.Precision, 12);
        Assert.Equal(recall, score.Recall, 12);
    }
}
