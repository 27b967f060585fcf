using NewsNlp.Threading;

namespace NewsNlp.Entities;

/// <summary>Joins lists of mentions that are in order and do not overlap into one that is so, too.</summary>
internal static class MentionLists
{
    private const int CancellationInterval = 4096;

    /// <summary>All that is known, and of the rest what does not overlap it.</summary>
    public static void Fill(ReadOnlySpan<FoundMention> known, ReadOnlySpan<FoundMention> rest, InterruptibleList<FoundMention> mentions, CancellationToken cancellationToken)
    {
        int next = 0;
        foreach (var mention in rest)
        {
            while (next < known.Length && known[next].EndToken <= mention.FirstToken) Add(known[next++], mentions, cancellationToken);
            if (next == known.Length || known[next].FirstToken >= mention.EndToken) Add(mention, mentions, cancellationToken);
        }

        while (next < known.Length) Add(known[next++], mentions, cancellationToken);
    }

    /// <summary>
    /// Of others those that overlap nothing of what is known but what lies inside them, and all that is known but for that. What is known of the very
    /// same tokens stays where <paramref name="keeps"/> says so.
    /// </summary>
    public static void FillOver(
        ReadOnlySpan<FoundMention> known, ReadOnlySpan<FoundMention> others, Predicate<FoundMention> keeps, InterruptibleList<FoundMention> mentions, CancellationToken cancellationToken)
    {
        int next = 0;
        foreach (var other in others)
        {
            while (next < known.Length && known[next].EndToken <= other.FirstToken) Add(known[next++], mentions, cancellationToken);
            int behind = next;
            while (behind < known.Length && known[behind].FirstToken >= other.FirstToken && known[behind].EndToken <= other.EndToken) behind++;
            if (behind < known.Length && known[behind].FirstToken < other.EndToken) continue;
            if (behind == next + 1 && known[next].TokenCount == other.TokenCount && keeps(known[next])) continue;
            next = behind;
            Add(other, mentions, cancellationToken);
        }

        while (next < known.Length) Add(known[next++], mentions, cancellationToken);
    }

    private static void Add(FoundMention mention, InterruptibleList<FoundMention> mentions, CancellationToken cancellationToken)
    {
        if (mentions.Count % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
        mentions.Add(mention);
    }
}
