namespace NewsNlp.Tokenization.Simd;

/// <summary>What a character is to the masks that every window needs: one bit, one mask of <see cref="WindowMasks"/>.</summary>
[Flags]
internal enum UnitClass : byte
{
    /// <summary>Punctuation that is a token of its own whatever stands around it.</summary>
    Plain = 0,

    /// <summary>White space and control characters.</summary>
    Space = 1,

    Digit = 2,

    Period = 4,

    Apostrophe = 8,

    Hyphen = 16,

    /// <summary>The bit in which <see cref="EndingTables"/> tell letters from other characters.</summary>
    Letter = 32,

    /// <summary>Symbols, and signs whose meaning depends on what stands around them: see <see cref="SignClass"/>.</summary>
    Sign = 64,

    /// <summary>Beyond ASCII; the table of classes never says so, the unit's own top bit does.</summary>
    NonAscii = 128,
}
