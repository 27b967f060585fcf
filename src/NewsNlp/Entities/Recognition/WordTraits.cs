using System.Runtime.CompilerServices;

namespace NewsNlp.Entities.Recognition;

/// <summary>What a spelling looks like.</summary>
[Flags]
internal enum WordLook : byte
{
    None = 0,

    /// <summary>The first character is an upper-case letter.</summary>
    Capitalized = 1,

    /// <summary>There are letters, and all are upper case.</summary>
    AllCapitals = 2,

    /// <summary>There is a digit.</summary>
    Digit = 4,

    /// <summary>There is a lower-case letter.</summary>
    Lower = 8,

    /// <summary>There is a hyphen.</summary>
    Hyphen = 16,

    /// <summary>It is a quotation mark.</summary>
    Quote = 32,
}

/// <summary>What the features need of one spelling, computed once in a document.</summary>
internal struct WordTraits
{
    /// <summary>The hash of the characters, typographic apostrophes and quotation marks as plain ones.</summary>
    public ulong Exact;

    /// <summary>The hash of the plain form: lower case, plain quotation marks and dashes.</summary>
    public ulong Lower;

    /// <summary>The hash of the classes of the characters, runs cut to two.</summary>
    public ulong Shape;

    /// <summary>The hashes of the first one to four characters, and of the last in lower case; 0 where it is too short.</summary>
    public Affixes Prefixes, Suffixes;

    /// <summary>The word's clusters: coarse and fine of one clustering, coarse and fine of another; 0 for unknown words.</summary>
    public ClusterList Clusters;

    /// <summary>The word's finest cluster of each clustering; 0 for unknown words.</summary>
    public ushort FineA, FineB;

    /// <summary>How frequent the word is in general, as a binary logarithm; 0 for unknown words.</summary>
    public byte Rank;

    /// <summary>The node of the phrase lexicon that the word leads to from its root.</summary>
    public uint PhraseNode;

    /// <summary>Spellings that differ in case alone share this number.</summary>
    public int LowerIndex;

    /// <summary>How it looks.</summary>
    public WordLook Look;

    /// <summary>The first character.</summary>
    public char First;

    /// <summary>Whether there is an upper-case letter, a digit or a currency sign: it may be part of a mention.</summary>
    public bool IsSignal;

    /// <summary>Whether the first character is an upper-case letter.</summary>
    public readonly bool IsCapitalized => (Look & WordLook.Capitalized) != 0;

    /// <summary>Four hashes.</summary>
    [InlineArray(Length)]
    public struct Affixes
    {
        /// <summary>The longest affix.</summary>
        public const int Length = 4;

        private ulong _first;
    }

    /// <summary>Clusters by number.</summary>
    [InlineArray(Length)]
    public struct ClusterList
    {
        /// <summary>How many clusterings the features use.</summary>
        public const int Length = 4;

        private ushort _first;
    }
}
