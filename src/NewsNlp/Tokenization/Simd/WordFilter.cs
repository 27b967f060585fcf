using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>What the word lists say of a word, by its last eight letters in one register.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed unsafe class WordFilter
{
    /// <summary>How many letters a key has.</summary>
    public const int KeyLength = 8;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong Lower = 0x2020202020202020;

    private const int BitmapBits = 16;

    // Pinned, so that its address holds as long as this object does.
    private readonly uint[] _bitmap = GC.AllocateArray<uint>(1 << (BitmapBits - 5), pinned: true);
    private readonly ulong[] _keys;
    private readonly WordUses[] _uses;
    private readonly Dictionary<ulong, int> _firstParts = [];
    private readonly int _shift;

    public WordFilter(TokenRules rules)
    {
        Bitmap = (uint*)Unsafe.AsPointer(ref _bitmap[0]);
        var words = rules.Words;
        var count = rules.Abbreviations.Entries.Count + words.HyphenPrefixes.Entries.Count + words.HyphenWords.Entries.Count
            + words.Contractions.Entries.Count + words.Elisions.Entries.Count;
        var bits = BitOperations.Log2((uint)count) + 2;
        _shift = 64 - bits;
        _keys = new ulong[1 << bits];
        _uses = new WordUses[1 << bits];
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            Add([letter], WordUses.Initial);
        }

        foreach (var (word, abbreviation) in rules.Abbreviations.Entries)
        {
            Add(word, UsesOf(word, abbreviation));
        }

        foreach (var word in words.HyphenPrefixes.Entries.Keys)
        {
            Add(word, IsExact(word) ? WordUses.Prefix : WordUses.PerhapsPrefix);
        }

        foreach (var word in words.HyphenWords.Entries.Keys)
        {
            Add(word.AsSpan(0, word.IndexOf('-', StringComparison.Ordinal)), WordUses.PerhapsPrefix);
        }

        foreach (var (word, parts) in words.Contractions.Entries)
        {
            Add(word, WordUses.Contraction);
            if (IsExact(word) && parts.Length == 2 && rules.SplitContractions)
            {
                Add(word, WordUses.TwoParts);
                _firstParts.Add(KeyOf(word), parts[0]);
            }
        }

        foreach (var word in words.Elisions.Entries.Keys)
        {
            Add(word.AsSpan().Trim('\''), WordUses.Elision);
        }

        foreach (var clitic in (ReadOnlySpan<string>)["s", "m", "d", "re", "ve", "ll"])
        {
            Add(clitic, WordUses.Elision);
        }
    }

    /// <summary>A word's key: its last letters, in small, its first one lowest, filled up with zeros.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word)
    {
        var key = 0UL;
        foreach (var c in word)
        {
            key = (key >> 8) | ((ulong)(byte)(c | 0x20) << 56);
        }

        return word.Length is >= KeyLength or 0 ? key : key >> (64 - (8 * word.Length));
    }

    /// <summary>The key of a word that ends before some place.</summary>
    /// <param name="units">The last eight units before the place.</param>
    /// <param name="length">How many of them are the word's; at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyBefore(ulong units, int length) => WordBefore(units | Lower, length);

    /// <summary>As <see cref="KeyBefore"/>, with the letters as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WordBefore(ulong units, int length) => units >> ShiftOf(length);

    /// <summary>How many bits of eight units are not a word's: none where it is longer. Without a branch, which lengths would fool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ShiftOf(int length)
    {
        var shift = 64 - (8 * length);
        return shift & ~(shift >> 31);
    }

    /// <summary>The key of a word of less than eight letters that starts at some place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyAt(ulong units, int length) => (units | Lower) & ((1UL << (8 * length)) - 1);

    /// <summary>A table of bits that <see cref="MayFind"/> looks into.</summary>
    public uint* Bitmap { get; }

    /// <summary>1 if the word with a key may be listed, 0 if it is not. Few words that are not listed pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MayFind(uint* bitmap, ulong key)
    {
        var hash = (key * Multiplier) >> (64 - BitmapBits);
        return (bitmap[hash >> 5] >> (int)hash) & 1;
    }

    /// <summary>What the word with a key can be.</summary>
    public WordUses Find(ulong key)
    {
        var keys = _keys;
        var slot = (key * Multiplier) >> _shift;
        while (keys[slot] != key)
        {
            if (keys[slot] == 0)
            {
                return WordUses.None;
            }

            slot = (slot + 1) & (ulong)(keys.Length - 1);
        }

        return _uses[slot];
    }

    /// <summary>The length of the first of two tokens that the word with a key consists of.</summary>
    public int FirstPart(ulong key) => _firstParts[key];

    private static WordUses UsesOf(string word, Abbreviation? abbreviation)
    {
        var spelling = abbreviation?.Spelling;
        var isCapitalized = spelling is not null && char.IsAsciiLetterUpper(spelling[0]) && spelling.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0;
        var use = abbreviation?.Use;
        if (use is not (AbbreviationUse.Always or AbbreviationUse.BeforeName) || !IsExact(word) || word.Length == 1 || !(spelling is null || isCapitalized))
        {
            return WordUses.PerhapsAbbreviation;
        }

        return WordUses.Abbreviation
            | (isCapitalized ? WordUses.Capitalized : WordUses.None)
            | (use == AbbreviationUse.BeforeName ? WordUses.BeforeWord : WordUses.None);
    }

    /// <summary>Whether a word's key is the key of no other word.</summary>
    private static bool IsExact(string word) => word.Length < KeyLength && word.All(char.IsAsciiLetter);

    private void Add(ReadOnlySpan<char> word, WordUses use)
    {
        var key = KeyOf(word);
        if (key == 0)
        {
            return;
        }

        var slot = (key * Multiplier) >> _shift;
        while (_keys[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & (ulong)(_keys.Length - 1);
        }

        _keys[slot] = key;
        _uses[slot] |= use;
        var hash = (key * Multiplier) >> (64 - BitmapBits);
        _bitmap[hash >> 5] |= 1U << (int)hash;
    }
}
