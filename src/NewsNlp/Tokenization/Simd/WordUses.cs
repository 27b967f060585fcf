namespace NewsNlp.Tokenization.Simd;

/// <summary>What a word can be to the word lists.</summary>
[Flags]
internal enum WordUses : ushort
{
    None = 0,

    /// <summary>An abbreviation whose period belongs to it wherever it stands.</summary>
    Abbreviation = 1,

    /// <summary>An abbreviation in some places or spellings, or a longer one's end.</summary>
    PerhapsAbbreviation = 2,

    /// <summary>An abbreviation only if it is spelt with a capital and small letters, or in capitals.</summary>
    Capitalized = 128,

    /// <summary>An abbreviation only where a word follows, or what else cannot start a sentence.</summary>
    BeforeWord = 256,

    /// <summary>A prefix that stays with what follows its hyphen.</summary>
    Prefix = 4,

    /// <summary>A longer prefix's end, or the first half of a listed word.</summary>
    PerhapsPrefix = 8,

    /// <summary>A word of several tokens.</summary>
    Contraction = 16,

    /// <summary>A word of two tokens: <see cref="WordFilter.FirstPart"/> is the length of the first.</summary>
    TwoParts = 512,

    /// <summary>A single letter.</summary>
    Initial = 64,

    /// <summary>The letters behind an apostrophe that starts a word.</summary>
    Elision = 32,
}
