namespace NewsNlp.Tokenization.Simd;

/// <summary>What a character beyond ASCII is to the masks: one bit, one mask of <see cref="NonAsciiMasks"/>.</summary>
[Flags]
internal enum NonAsciiClass : byte
{
    /// <summary>The scalar definition must read it.</summary>
    Hard = 0,

    Space = 1,

    Letter = 2,

    Apostrophe = 4,

    Symbol = 8,

    /// <summary>Punctuation that can be repeated in one token.</summary>
    Run = 16,

    /// <summary>Punctuation that is a token of its own whatever stands around it.</summary>
    Plain = 32,
}
