using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>
/// Compares quotes with gold quotes: exact spans of source, cue and content (Pareti 2013; Papay and Padó 2019), partial credit
/// (Hollingsworth and Teufel 2005), whole attributions, and whose words they are.
/// </summary>
/// <remarks>
/// Attributions are aligned one to one, greedily by the Dice coefficient of their content tokens, then by shared cue and source
/// tokens; a pair shares at least one content token. Attributions without content are left out.
/// </remarks>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class QuoteScorer
{
    /// <summary>Compares the quotes of one document.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="gold">The gold quotes.</param>
    /// <param name="system">The system's quotes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A span does not lie inside <paramref name="text"/>.</exception>
    public static QuoteComparison Compare(string text, IEnumerable<Attribution> gold, IEnumerable<Attribution> system)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(system);
        var scored = new QuoteText(text);
        return new QuoteComparison(scored, Prepare(text, scored, gold), Prepare(text, scored, system));
    }

    private static List<ScoredAttribution> Prepare(string text, QuoteText scored, IEnumerable<Attribution> attributions)
    {
        var prepared = new List<ScoredAttribution>();
        foreach (var attribution in attributions)
        {
            foreach (var span in attribution.Content.Concat(attribution.Source).Concat(attribution.Cue)) Check(span, text);
            var candidate = new ScoredAttribution(scored, attribution);
            if (!candidate.Content.IsEmpty) prepared.Add(candidate);
        }

        return prepared;
    }

    private static void Check(TextSpan span, string text)
    {
        if (span.End > text.Length)
            throw new ArgumentOutOfRangeException(nameof(text), span, $"The span {span} lies outside the text of {text.Length} code units.");
    }
}
