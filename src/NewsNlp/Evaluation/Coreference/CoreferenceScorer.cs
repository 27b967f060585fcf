using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Coreference;

/// <summary>
/// Compares entities with gold entities by MUC, B³ and CEAF-e, as the reference scorer of the CoNLL shared tasks does: Pradhan et
/// al. 2014, "Scoring Coreference Partitions of Predicted Mentions: A Reference Implementation". Mentions are the same if their
/// spans are; predicted mentions are scored as they are, without any of the manipulations that the paper argues against.
/// </summary>
/// <remarks>
/// <para>With K the gold entities, R the system's, and |·| counting mentions:</para>
/// <para>MUC: recall = Σ (|K| − p(K)) / Σ (|K| − 1), where p(K) is how many parts R cuts K into, a mention that no R has being a
/// part of its own; precision the other way round.</para>
/// <para>B³: recall = Σ over K and R of |K ∩ R|² / |K|, divided by the number of gold mentions; precision with |R| and the
/// system's mentions.</para>
/// <para>CEAF-e: the sum of φ4(K, R) = 2 |K ∩ R| / (|K| + |R|) over the one-to-one assignment that makes it largest; recall
/// divides it by the number of gold entities, precision by the number of the system's.</para>
/// <para>A span counts once, for the first entity that lists it. Entities with one mention are left out on both sides unless asked
/// for: OntoNotes and its like do not annotate them.</para>
/// </remarks>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class CoreferenceScorer
{
    /// <summary>Scores the entities of one document.</summary>
    /// <param name="gold">The gold entities: the spans of the mentions of each.</param>
    /// <param name="system">The system's entities.</param>
    /// <param name="keepSingletons">Whether entities with a single mention count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="gold"/> or <paramref name="system"/> is null.</exception>
    public static CoreferenceScores Score(
        IReadOnlyList<IReadOnlyList<TextSpan>> gold, IReadOnlyList<IReadOnlyList<TextSpan>> system, bool keepSingletons = false)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(system);
        var (key, response) = (new Partition(gold, keepSingletons), new Partition(system, keepSingletons));
        var overlaps = key.OverlapsWith(response);
        int shared = key.SharedWith(response);
        double matched = BestMatch(key, response, overlaps);
        return new CoreferenceScores(
            new PrecisionRecall(shared, response.MentionCount, key.MentionCount),
            new PrecisionRecall(
                response.Links - response.BrokenLinks(key), response.Links, key.Links - key.BrokenLinks(response), key.Links),
            new PrecisionRecall(
                SumOfSquares(overlaps, pair => response.SizeOf(pair.System)),
                response.MentionCount,
                SumOfSquares(overlaps, pair => key.SizeOf(pair.Gold)),
                key.MentionCount),
            new PrecisionRecall(matched, response.Count, matched, key.Count));
    }

    /// <summary>The entities of a document as spans of their mentions, in the order of <see cref="Document.Entities"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no coreference layer.</exception>
    public static IReadOnlyList<IReadOnlyList<TextSpan>> EntitiesOf(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var entities = new List<IReadOnlyList<TextSpan>>(document.Entities.Count);
        foreach (var entity in document.Entities) entities.Add([.. entity.Mentions.Select(mention => mention.Span)]);
        return entities;
    }

    private static double SumOfSquares(
        Dictionary<(int Gold, int System), int> overlaps, Func<(int Gold, int System), int> size)
    {
        double sum = 0;
        foreach (var (pair, count) in overlaps) sum += (double)count * count / size(pair);
        return sum;
    }

    private static double BestMatch(Partition key, Partition response, Dictionary<(int Gold, int System), int> overlaps)
    {
        if (key.Count == 0 || response.Count == 0) return 0;
        var similarity = new double[key.Count, response.Count];
        foreach (var ((gold, system), count) in overlaps)
            similarity[gold, system] = 2.0 * count / (key.SizeOf(gold) + response.SizeOf(system));
        var partner = Assignment.Maximize(similarity);
        double sum = 0;
        for (int gold = 0; gold < partner.Length; gold++)
            if (partner[gold] >= 0) sum += similarity[gold, partner[gold]];
        return sum;
    }
}
