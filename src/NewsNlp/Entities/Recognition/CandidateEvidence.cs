using NewsNlp.Features;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// What the candidates of a whole document say of a name or a word: how much probability there is, in sum, for each kind. Rented
/// and reused, not safe for threads.
/// </summary>
internal sealed class CandidateEvidence(int kinds)
{
    private const int KeptSums = 64 * 1024;

    private readonly HashSlots _slots = new();
    private float[] _sums = new float[1024];

    /// <summary>What a hash stands for.</summary>
    public enum Role
    {
        /// <summary>The words of a whole candidate.</summary>
        Whole = 1,

        /// <summary>The last word of a candidate of several.</summary>
        Last,

        /// <summary>The first word of a candidate of several.</summary>
        First,

        /// <summary>A capitalized word between the two.</summary>
        Inner,

        /// <summary>The initials of a candidate of several words.</summary>
        Initials,
    }

    /// <summary>Collects the evidence of a document's candidates.</summary>
    public void Read(DocumentWords words, IReadOnlyList<MentionCandidate> candidates, CancellationToken cancellationToken)
    {
        _slots.Clear();
        if (_sums.Length > KeptSums) _sums = new float[1024];
        for (int i = 0; i < candidates.Count; i++)
        {
            if (i % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            Read(words, candidates[i]);
        }
    }

    /// <summary>The probability of each kind, summed over the candidates; empty where there is none.</summary>
    public ReadOnlySpan<float> Of(Role role, ulong hash) =>
        _slots.IndexOf(Key(role, hash)) is >= 0 and var slot ? _sums.AsSpan(slot * kinds, kinds) : [];

    /// <summary>The hash of some words in lower case, for <see cref="Role.Whole"/>.</summary>
    public static ulong HashOf(DocumentWords words, int first, int end)
    {
        ulong hash = 0;
        for (int token = first; token < end; token++) hash = FeatureHash.Combine(hash, words[words.WordOf(token)].Lower);
        return hash;
    }

    private void Read(DocumentWords words, in MentionCandidate candidate)
    {
        Add(Role.Whole, HashOf(words, candidate.First, candidate.End), candidate);
        if (candidate.Length == 1) return;
        Add(Role.Last, words[words.WordOf(candidate.End - 1)].Lower, candidate);
        Add(Role.First, words[words.WordOf(candidate.First)].Lower, candidate);
        Span<char> initials = stackalloc char[DocumentEvidence.LongestAcronym];
        int length = 0;
        for (int token = candidate.First; token < candidate.End; token++)
        {
            ref readonly var word = ref words[words.WordOf(token)];
            if (!word.IsCapitalized) continue;
            if (token > candidate.First && token < candidate.End - 1) Add(Role.Inner, word.Lower, candidate);
            if (length < initials.Length) initials[length++] = word.First;
        }

        if (length > 1) Add(Role.Initials, FeatureHash.Of(initials[..length]), candidate);
    }

    private void Add(Role role, ulong hash, in MentionCandidate candidate)
    {
        int slot = _slots.Add(Key(role, hash), out bool added);
        if ((slot + 1) * kinds > _sums.Length) Array.Resize(ref _sums, 2 * _sums.Length);
        if (added) _sums.AsSpan(slot * kinds, kinds).Clear();
        _sums[slot * kinds + candidate.Kind] += candidate.Probability;
    }

    private static ulong Key(Role role, ulong hash) => FeatureHash.Combine((ulong)role, hash);
}
