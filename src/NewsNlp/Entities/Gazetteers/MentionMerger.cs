using NewsNlp.Threading;

namespace NewsNlp.Entities.Gazetteers;

/// <summary>
/// Combines the mentions of a recognizer with the matches of gazetteers, as <see cref="GazetteerPolicy"/> says. Rented and
/// reused, not safe for threads.
/// </summary>
internal sealed class MentionMerger
{
    private static readonly Comparison<FoundMention> ByStartThenLength = static (left, right) =>
        left.FirstToken != right.FirstToken
            ? left.FirstToken.CompareTo(right.FirstToken)
            : right.TokenCount.CompareTo(left.TokenCount);

    private static readonly Comparison<(FoundMention Mention, int Order)> ByStartThenLengthThenOrder = static (left, right) =>
        ByStartThenLength(left.Mention, right.Mention) is not 0 and var order ? order : left.Order.CompareTo(right.Order);

    private readonly InterruptibleList<FoundMention>[] _matches = [new(), new(), new()];
    private readonly InterruptibleList<FoundMention> _accepted = new();
    private readonly InterruptibleList<FoundMention> _result = new();
    private (FoundMention Mention, int Order)[] _sorted = [];
    private bool[] _dropped = [];

    /// <summary>Where the matches under a policy are collected: one gazetteer after the other, in the order of adding.</summary>
    public InterruptibleList<FoundMention> Matches(GazetteerPolicy policy) => _matches[(int)policy];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var matches in _matches) matches.Clear();
    }

    /// <summary>Merges; both input and output are in order and do not overlap.</summary>
    /// <returns>The mentions, good until the next call.</returns>
    public ReadOnlySpan<FoundMention> Merge(ReadOnlySpan<FoundMention> mentions)
    {
        _accepted.Clear();
        if (_dropped.Length < mentions.Length) _dropped = new bool[Math.Max(mentions.Length, 64)];
        Array.Clear(_dropped, 0, mentions.Length);
        for (var policy = GazetteerPolicy.Override; policy <= GazetteerPolicy.Fill; policy++) Apply(policy, mentions);
        return Join(mentions);
    }

    /// <summary>Gives memory back after an unusually long document.</summary>
    public void Trim(int capacity)
    {
        foreach (var matches in _matches) matches.Trim(capacity);
        _accepted.Trim(capacity);
        _result.Trim(capacity);
        if (_sorted.Length > capacity) _sorted = [];
        if (_dropped.Length > capacity) _dropped = [];
    }

    // Accepted matches are in order throughout, so both they and the mentions are walked with a finger each.
    private void Apply(GazetteerPolicy policy, ReadOnlySpan<FoundMention> mentions)
    {
        var matches = Matches(policy).Items;
        if (matches.IsEmpty) return;
        int before = _accepted.Count;
        int finger = 0, mention = 0, end = 0;
        foreach (var (match, _) in Sorted(matches))
        {
            while (finger < before && _accepted[finger].EndToken <= match.FirstToken) finger++;
            bool free = match.FirstToken >= end && (finger == before || _accepted[finger].FirstToken >= match.EndToken);
            if (!free) continue;
            while (mention < mentions.Length && mentions[mention].EndToken <= match.FirstToken) mention++;
            if (!Stands(policy, match, mentions, mention)) continue;
            for (int i = mention; i < mentions.Length && mentions[i].FirstToken < match.EndToken; i++) _dropped[i] = true;
            _accepted.Add(match);
            end = match.EndToken;
        }

        if (before > 0) _accepted.Items.Sort(ByStartThenLength);
    }

    private bool Stands(GazetteerPolicy policy, FoundMention match, ReadOnlySpan<FoundMention> mentions, int first)
    {
        if (policy == GazetteerPolicy.Override) return true;
        for (int i = first; i < mentions.Length && mentions[i].FirstToken < match.EndToken; i++)
        {
            if (_dropped[i]) continue;
            if (policy == GazetteerPolicy.Fill) return false;
            if (mentions[i].FirstToken < match.FirstToken || mentions[i].EndToken > match.EndToken) return false;
        }

        return true;
    }

    // Among equal matches the one whose gazetteer was added first comes first.
    private ReadOnlySpan<(FoundMention Mention, int Order)> Sorted(ReadOnlySpan<FoundMention> matches)
    {
        if (_sorted.Length < matches.Length) _sorted = new (FoundMention, int)[Math.Max(matches.Length, 64)];
        for (int i = 0; i < matches.Length; i++) _sorted[i] = (matches[i], i);
        var sorted = _sorted.AsSpan(0, matches.Length);
        sorted.Sort(ByStartThenLengthThenOrder);
        return sorted;
    }

    private ReadOnlySpan<FoundMention> Join(ReadOnlySpan<FoundMention> mentions)
    {
        if (_accepted.Count == 0) return mentions;
        _result.Clear();
        int match = 0;
        for (int i = 0; i < mentions.Length; i++)
        {
            if (_dropped[i]) continue;
            while (match < _accepted.Count && _accepted[match].FirstToken < mentions[i].FirstToken) _result.Add(_accepted[match++]);
            _result.Add(mentions[i]);
        }

        while (match < _accepted.Count) _result.Add(_accepted[match++]);
        return _result.Items;
    }
}
