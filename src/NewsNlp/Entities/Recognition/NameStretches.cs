namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The stretches of a sentence in which mentions are looked for: around tokens with an upper-case letter, a digit or a currency
/// sign. More than half of the tokens of news are in none, and less than one mention in a hundred is not in one.
/// </summary>
internal static class NameStretches
{
    /// <summary>How many tokens beside such a token belong to the stretch: "early 2000s", "$5 billion dollars".</summary>
    private const int Margin = 2;

    /// <summary>
    /// Longer ones (lists, tables, texts without a full stop) are cut, so that memory stays bounded.
    /// </summary>
    public const int Longest = 512;

    /// <summary>Finds the next stretch of a sentence.</summary>
    /// <param name="words">The document's words.</param>
    /// <param name="from">Where to start: the sentence's first token, or the end of the stretch before.</param>
    /// <param name="sentenceEnd">The token behind the sentence.</param>
    /// <param name="first">The stretch's first token.</param>
    /// <param name="end">The token behind its last one.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static bool Next(DocumentWords words, int from, int sentenceEnd, out int first, out int end, CancellationToken cancellationToken = default)
    {
        int signal = NextSignal(words, from, sentenceEnd, cancellationToken);
        (first, end) = (Math.Max(from, signal - Margin), sentenceEnd);
        if (signal == sentenceEnd) return false;
        int longest = Math.Min(sentenceEnd, first + Longest);
        while (signal < longest)
        {
            end = Math.Min(longest, signal + Margin + 1);
            signal = NextSignal(words, signal + 1, Math.Min(longest, end + Margin + 1), cancellationToken);
            if (signal > end + Margin) break;
        }

        return true;
    }

    private static int NextSignal(DocumentWords words, int from, int end, CancellationToken cancellationToken)
    {
        for (; from < end && !words[words.WordOf(from)].IsSignal; from++)
        {
            if (from % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
        }

        return from;
    }
}
