namespace NewsNlp.Tokenization.Simd;

/// <summary>The signs of <see cref="UnitClass.Sign"/>, and those that join digits; asked for only where one of them is seen.</summary>
[Flags]
internal enum SignClass : byte
{
    None = 0,

    /// <summary>No mask understands it: its chunk is read by the scalar definition.</summary>
    Hard = 1,

    /// <summary>Easy only between white space.</summary>
    Lone = 2,

    /// <summary>A colon or semicolon: easy before white space, else perhaps a face or an address.</summary>
    Stop = 4,

    Dollar = 8,

    Comma = 16,

    Colon = 32,

    /// <summary>Punctuation that can be repeated in one token: ! ? … — and the like.</summary>
    Run = 64,

    /// <summary>The token's kind is a symbol if it starts here.</summary>
    Symbol = 128,
}
