namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// What a code unit of ASCII is to the masks: one bit for each thing that they ask for. The last three bits are read together.
/// </summary>
[Flags]
internal enum UnitClass : byte
{
    /// <summary>White space, and punctuation that is always a token of its own whatever stands around it.</summary>
    Plain = 0,

    Letter = 1,

    Digit = 2,

    /// <summary>Both bits at once: a character that no mask understands; its chunk is read by the scalar definition.</summary>
    Hard = Letter | Digit,

    Period = 4,

    Apostrophe = 8,

    /// <summary>The token's kind is a symbol if it starts here.</summary>
    Symbol = 16,

    Hyphen = 32,

    /// <summary>Punctuation that can be repeated in one token: ! ? … — and the like.</summary>
    Run = 64,

    Comma = 128,

    /// <summary>A colon or semicolon: easy before white space, else perhaps a face, a time, an address.</summary>
    Stop = Run | Comma,

    /// <summary>A sign that is easy only between white space.</summary>
    Lone = Hyphen | Comma,

    Dollar = Hyphen | Run,
}
