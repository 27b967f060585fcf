using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Tokens;

/// <summary>
/// Compares tokens, sentences, parts of speech and lemmas by their exact place in the text, as the CoNLL 2018 shared task does
/// (Zeman et al. 2018, section 5).
/// </summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class TokenScorer
{
    /// <summary>
    /// Scores the tokens of one document. A layer that the gold lacks is not scored; one that the system lacks counts as empty.
    /// </summary>
    /// <param name="gold">The gold document, with tokens.</param>
    /// <param name="system">The system's document of the same text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The texts differ.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="gold"/> has no tokens.</exception>
    public static TokenScores Score(Document gold, Document system)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(system);
        if (gold.Text != system.Text) throw new ArgumentException("The two documents have different texts.", nameof(system));
        int systemCount = system.Has(Layer.Tokens) ? system.Tokens.Count : 0;
        var tokenAt = new Dictionary<TextSpan, int>(systemCount);
        for (int i = 0; i < systemCount; i++) tokenAt[system.Tokens[i].Span] = i;

        bool hasTags = gold.Has(Layer.PartOfSpeech), hasLemmas = gold.Has(Layer.Lemmas), systemTags = system.Has(Layer.PartOfSpeech);
        int tokens = 0, tags = 0, lemmas = 0;
        var (byTag, confusions) = (new LabelScores(), new LabelScores());
        if (hasTags && systemTags)
            foreach (var token in system.Tokens) byTag.Tally(Name(token.PartOfSpeech), new PrecisionRecall(0, 1, 0, 0));
        foreach (var token in gold.Tokens)
        {
            bool isFound = tokenAt.TryGetValue(token.Span, out int index);
            if (isFound) tokens++;
            if (hasTags)
            {
                bool isRight = isFound && systemTags && system.Tokens[index].PartOfSpeech == token.PartOfSpeech;
                if (isRight) tags++;
                int right = isRight ? 1 : 0;
                byTag.Tally(Name(token.PartOfSpeech), new PrecisionRecall(right, 0, right, 1));
                if (isFound && systemTags && !isRight)
                    confusions.Tally($"{Name(token.PartOfSpeech)}/{Name(system.Tokens[index].PartOfSpeech)}", new PrecisionRecall(0, 1, 1));
            }

            if (hasLemmas && isFound && system.Has(Layer.Lemmas) && IsSame(token.Lemma, system.Tokens[index].Lemma)) lemmas++;
        }

        return new TokenScores
        {
            Tokens = new PrecisionRecall(tokens, systemCount, gold.Tokens.Count),
            Sentences = gold.Has(Layer.Sentences) ? Sentences(gold, system) : default,
            PartOfSpeech = hasTags ? new PrecisionRecall(tags, systemCount, gold.Tokens.Count) : default,
            Lemmas = hasLemmas ? new PrecisionRecall(lemmas, systemCount, gold.Tokens.Count) : default,
            Tags = byTag,
            Confusions = confusions,
        };
    }

    private static PrecisionRecall Sentences(Document gold, Document system)
    {
        HashSet<TextSpan> right = [.. gold.Sentences.Select(sentence => sentence.Span)];
        HashSet<TextSpan> found = system.Has(Layer.Sentences) ? [.. system.Sentences.Select(sentence => sentence.Span)] : [];
        return new PrecisionRecall(right.Count(found.Contains), found.Count, right.Count);
    }

    private static string Name(Upos tag) => tag.ToString();

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
