using System.Runtime.CompilerServices;
using NewsNlp.Documents.Layers;
using NewsNlp.Features;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// What the whole article says of a spelling (case ignored): how often it is written small, how often with a capital inside
/// a sentence, in which company. Rented and reused, not safe for threads.
/// </summary>
internal sealed class DocumentEvidence
{
    /// <summary>The most contexts that are kept of a spelling.</summary>
    public const int MaxContexts = 6;

    /// <summary>The most initials that are read of a name.</summary>
    public const int LongestAcronym = 8;

    private const int KeptEntries = 16 * 1024;

    private const int CancellationInterval = 1024;

    private readonly HashSlots _acronyms = new();
    private int[] _acronymWords = new int[256];
    private Entry[] _entries = new Entry[512];

    /// <summary>Collects the evidence of a document.</summary>
    public void Read(DocumentWords words, SentenceLayer sentences, CancellationToken cancellationToken = default)
    {
        if (_entries.Length < words.LowerCount || _entries.Length > KeptEntries) _entries = new Entry[Math.Max(words.LowerCount, 512)];
        else Array.Clear(_entries, 0, words.LowerCount);
        _acronyms.Clear();
        for (int i = 0; i < sentences.FirstTokens.Length; i++)
        {
            if (i % 64 == 0) cancellationToken.ThrowIfCancellationRequested();
            int first = sentences.FirstTokens[i], end = first + sentences.TokenCounts[i];
            if (!IsAllCapitals(words, first, end, cancellationToken)) ReadSentence(words, first, end, cancellationToken);
        }
    }

    /// <summary>The evidence of a spelling.</summary>
    public ref readonly Entry Of(in WordTraits traits) => ref _entries[traits.LowerIndex];

    /// <summary>The last word of the name that an acronym stands for in this article; -1 where there is none.</summary>
    public int AcronymWord(in WordTraits traits) => _acronyms.IndexOf(traits.Exact) is >= 0 and var index ? _acronymWords[index] : -1;

    /// <summary>Whether a sentence is written in capitals throughout, so that they tell nothing.</summary>
    public static bool IsAllCapitals(DocumentWords words, int first, int end, CancellationToken cancellationToken = default)
    {
        int letters = 0;
        for (int token = first; token < end; token++)
        {
            if (token % CancellationInterval == 0) cancellationToken.ThrowIfCancellationRequested();
            var look = words[words.WordOf(token)].Look;
            if ((look & WordLook.Lower) != 0) return false;
            if ((look & WordLook.AllCapitals) != 0) letters++;
        }

        return letters >= 3;
    }

    private void ReadSentence(DocumentWords words, int first, int end, CancellationToken cancellationToken)
    {
        for (int token = first; token < end; token++)
        {
            if ((token - first) % CancellationInterval == CancellationInterval - 1) cancellationToken.ThrowIfCancellationRequested();
            int word = words.WordOf(token);
            ref readonly var traits = ref words[word];
            ref var entry = ref _entries[traits.LowerIndex];
            if (!traits.IsCapitalized)
            {
                if ((traits.Look & WordLook.Lower) != 0) Count(ref entry.Small);
                continue;
            }

            Count(ref entry.Capitalized);
            int previous = token > first ? words.WordOf(token - 1) : 0;
            int next = token + 1 < end ? words.WordOf(token + 1) : 0;
            if (previous != 0 && (words[previous].Look & WordLook.Quote) == 0) Count(ref entry.CapitalizedInside);
            if (entry.ContextCount < MaxContexts) entry.Contexts[entry.ContextCount++] = (previous, next);
            if (words[previous].IsCapitalized)
            {
                Count(ref entry.LastOfName);
                if (entry.PreviousWord == 0) entry.PreviousWord = previous;
            }

            if (words[next].IsCapitalized)
            {
                Count(ref entry.FirstOfName);
                if (entry.NextWord == 0) entry.NextWord = next;
            }

            ReadAcronyms(words, token, end);
        }
    }

    /// <summary>Notes the initials of every name that starts at a token: "Northern Harbour Trust" gives NH and NHT.</summary>
    private void ReadAcronyms(DocumentWords words, int first, int end)
    {
        Span<char> initials = stackalloc char[LongestAcronym];
        int length = 0;
        for (int token = first; token < end && token < first + LongestAcronym && length < LongestAcronym; token++)
        {
            int word = words.WordOf(token);
            ref readonly var traits = ref words[word];
            if (!traits.IsCapitalized)
            {
                if (!NameLinks.Contains(traits.Lower)) return;
                continue;
            }

            initials[length++] = traits.First;
            if (length < 2) continue;
            int index = _acronyms.Add(FeatureHash.Of(initials[..length]), out bool added);
            if (!added) continue;
            if (index == _acronymWords.Length) Array.Resize(ref _acronymWords, 2 * index);
            _acronymWords[index] = word;
        }
    }

    private static void Count(ref byte count)
    {
        if (count < byte.MaxValue) count++;
    }

    /// <summary>What is known of one spelling; words by their number in the document, 0 for none.</summary>
    internal struct Entry
    {
        /// <summary>How often it is written small, with a capital, with a capital inside a sentence.</summary>
        public byte Small, Capitalized, CapitalizedInside;

        /// <summary>How often a capitalized word comes before it, and behind it.</summary>
        public byte LastOfName, FirstOfName;

        public byte ContextCount;

        /// <summary>The first capitalized word that comes before it, and behind it.</summary>
        public int PreviousWord, NextWord;

        public ContextList Contexts;
    }

    [InlineArray(MaxContexts)]
    internal struct ContextList
    {
        private (int Previous, int Next) _first;
    }
}
