namespace NewsNlp.Tokenization.Simd;

/// <summary>What an ASCII character is to the masks that every window needs: one bit, one mask.</summary>
[Flags]
internal enum UnitClass : byte
{
    /// <summary>White space, and punctuation that is a token of its own whatever stands around it.</summary>
    Plain = 0,

    /// <summary>The bit in which <see cref="EndingTables"/> tell letters from other characters.</summary>
    Letter = 32,

    Digit = 2,

    Period = 4,

    Apostrophe = 8,

    Hyphen = 16,

    /// <summary>Symbols, and signs whose meaning depends on what stands around them: see <see cref="SignClass"/>.</summary>
    Sign = 128,
}
