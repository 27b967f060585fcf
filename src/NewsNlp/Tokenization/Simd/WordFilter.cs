using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Says of a word before a sign, by its last eight letters in one register, whether the word lists could change what becomes
/// of it. It errs on one side only: what it lets pass, the scalar definition would have let pass.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class WordFilter
{
    /// <summary>The word can be an abbreviation, or is a single letter.</summary>
    public const uint BeforePeriod = 1;

    /// <summary>The word can be a prefix that stays with what follows its hyphen.</summary>
    public const uint BeforeHyphen = 2;

    /// <summary>The word can be several tokens.</summary>
    public const uint Contraction = 4;

    public const int KeyLength = 8;

    private const int LeastFlagBits = 13;
    private const int MostFlagBits = 20;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong Lower = 0x2020202020202020;

    private readonly byte[] _flags;
    private readonly ulong[] _abbreviations;

    public WordFilter(TokenRules rules)
    {
        // Few of the flags may be set, or words pass for abbreviations; half of the keys' table stays empty.
        var bits = BitOperations.Log2((uint)rules.Abbreviations.Entries.Count) + 1;
        var flagBits = Math.Clamp(bits + 5, LeastFlagBits, MostFlagBits);
        _flags = new byte[1 << flagBits];
        Shift = 64 - flagBits;
        _abbreviations = new ulong[1 << (bits + 1)];
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            Add([letter], BeforePeriod);
        }

        foreach (var (word, abbreviation) in rules.Abbreviations.Entries)
        {
            Add(word, BeforePeriod);
            var isPlain = word.Length is > 1 and < KeyLength && word.All(char.IsAsciiLetter);
            if (isPlain && abbreviation is { Use: AbbreviationUse.Always, Spelling: null })
            {
                AddAbbreviation(KeyOf(word));
            }
        }

        foreach (var (word, _) in rules.Words.HyphenPrefixes.Entries)
        {
            Add(word, BeforeHyphen);
        }

        foreach (var (word, _) in rules.Words.HyphenWords.Entries)
        {
            Add(word[..word.IndexOf('-', StringComparison.Ordinal)], BeforeHyphen);
        }

        foreach (var (word, _) in rules.Words.Contractions.Entries)
        {
            Add(word, Contraction);
        }
    }

    /// <summary>A word as a key: its last letters, in small, the last in the highest byte, filled up with zeros.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word)
    {
        var key = 0UL;
        foreach (var c in word)
        {
            key = (key >> 8) | ((ulong)(byte)(c | 0x20) << 56);
        }

        return word.Length >= KeyLength ? key : key >> (64 - (8 * word.Length));
    }

    /// <summary>Makes a key of the last eight units before a sign, of which <paramref name="length"/> are the word's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOf(ulong units, int length) => (units | Lower) >> (64 - (8 * Math.Min(length, KeyLength)));

    /// <summary>What a word with this key can be: a set of the constants above, never too few.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Look(ref byte flags, int shift, ulong key) => Unsafe.Add(ref flags, (nint)((key * Multiplier) >> shift));

    /// <summary>Where <see cref="Look"/> looks.</summary>
    public ref byte Flags => ref _flags[0];

    /// <summary>How many bits of a key's hash <see cref="Look"/> leaves out.</summary>
    public int Shift { get; }

    /// <summary>Whether the word is an abbreviation whose period belongs to it wherever it stands.</summary>
    public bool IsAlwaysAbbreviation(ulong key)
    {
        for (var slot = Slot(key); _abbreviations[slot] != 0; slot = (slot + 1) & (_abbreviations.Length - 1))
        {
            if (_abbreviations[slot] == key)
            {
                return true;
            }
        }

        return false;
    }

    private int Slot(ulong key) => (int)((key * Multiplier) >> (64 - BitOperations.Log2((uint)_abbreviations.Length)));

    private void Add(ReadOnlySpan<char> word, uint use) =>
        _flags[(KeyOf(word) * Multiplier) >> Shift] |= (byte)use;

    private void AddAbbreviation(ulong key)
    {
        var slot = Slot(key);
        while (_abbreviations[slot] != 0)
        {
            slot = (slot + 1) & (_abbreviations.Length - 1);
        }

        _abbreviations[slot] = key;
    }
}
