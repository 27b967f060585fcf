using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Coreference;

/// <summary>
/// The accuracy of third-person singular pronouns: does the system take <i>he</i>, <i>she</i>, <i>it</i> and their forms for the
/// right entity? Its kin is the success rate of Mitkov 2001, "Towards a more consistent and comprehensive evaluation of anaphora
/// resolution algorithms and systems", over gold pronouns instead of those that the system finds.
/// </summary>
/// <remarks>
/// <para>Counted is every such pronoun of a gold entity that has a mention which is no pronoun. What the system takes it for is
/// the nearest mention before it in its own entity that is no pronoun, or else the nearest behind it. It is right if that is a
/// mention of the gold entity: with the same span, or inside the gold mention and holding a word that names its entity, where those are known: its
/// head, or what stands in apposition to it ("Lavrov" and "the minister" inside "the minister, Sergei Lavrov").</para>
/// <para>So a pronoun is not wrong because another mention far away is, nor right because it is linked with other pronouns.</para>
/// </remarks>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class PronounScorer
{
    /// <summary>Scores the pronouns of one document.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="gold">The gold entities: the spans of the mentions of each, in UTF-16 code units.</param>
    /// <param name="system">The system's entities.</param>
    /// <param name="headsOf">
    /// The words of a gold mention that name its entity: its head, and those that stand in apposition to it or make one name with it; null
    /// where they are not known.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="headsOf"/> is null.</exception>
    public static PronounScores Score(
        string text,
        IReadOnlyList<IReadOnlyList<TextSpan>> gold,
        IReadOnlyList<IReadOnlyList<TextSpan>> system,
        Func<TextSpan, IReadOnlyList<TextSpan>>? headsOf = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(system);
        var entityOf = new Dictionary<TextSpan, IReadOnlyList<TextSpan>>();
        foreach (var entity in system)
            foreach (var span in entity) entityOf.TryAdd(span, entity);

        var (heOrShe, it) = (default(PronounCounts), default(PronounCounts));
        foreach (var entity in gold)
        {
            if (entity.All(span => PronounWords.IsPronoun(span.Of(text)))) continue;
            foreach (var pronoun in entity)
            {
                if (PronounWords.IsHeOrShe(pronoun.Of(text))) heOrShe += Judge(pronoun, entity);
                else if (PronounWords.IsIt(pronoun.Of(text))) it += Judge(pronoun, entity);
            }
        }

        return new PronounScores(heOrShe, it);

        PronounCounts Judge(TextSpan pronoun, IReadOnlyList<TextSpan> entity) =>
            !entityOf.TryGetValue(pronoun, out var found) || Antecedent(text, pronoun, found) is not { } antecedent
                ? new PronounCounts(0, 0, 1)
                : entity.Any(mention => IsSame(mention, antecedent, headsOf)) ? new PronounCounts(1, 0, 0) : new PronounCounts(0, 1, 0);
    }

    private static TextSpan? Antecedent(string text, TextSpan pronoun, IReadOnlyList<TextSpan> entity)
    {
        TextSpan? before = null, behind = null;
        foreach (var span in entity)
        {
            if (PronounWords.IsPronoun(span.Of(text))) continue;
            if (span.Start < pronoun.Start)
            {
                if (before is null || span.Start > before.Value.Start) before = span;
            }
            else if (behind is null || span.Start < behind.Value.Start)
            {
                behind = span;
            }
        }

        return before ?? behind;
    }

    private static bool IsSame(TextSpan gold, TextSpan system, Func<TextSpan, IReadOnlyList<TextSpan>>? headsOf) =>
        gold == system || gold.Contains(system) && headsOf is not null && headsOf(gold).Any(system.Contains);
}
