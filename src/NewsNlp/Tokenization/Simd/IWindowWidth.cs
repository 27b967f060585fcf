namespace NewsNlp.Tokenization.Simd;

/// <summary>How the window tokenizer uses one width of vectors.</summary>
internal unsafe interface IWindowWidth
{
    /// <summary>Classifies the 64 units of a window. Units beyond ASCII are only marked as such.</summary>
    static abstract WindowMasks Classify<TUnit, TEncoding>(TUnit* window, WindowRules rules)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>;

    /// <summary>Gives the units beyond ASCII their classes; what the masks do not understand becomes hard.</summary>
    static abstract NonAsciiMasks ClassifyNonAscii<TUnit, TEncoding>(TUnit* window, ulong nonAscii)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>;

    /// <summary>Finds a window's signs; units beyond ASCII may be any.</summary>
    static abstract SignMasks FindSigns<TUnit, TEncoding>(TUnit* window, WindowRules rules)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>;

    /// <summary>Finds the letters of clitics in a window.</summary>
    static abstract CliticMasks FindClitics<TUnit, TEncoding>(TUnit* window)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>;

    /// <summary>
    /// Writes tokens from masks: bit i of each is the window's unit i. It may write up to 64 entries, whatever the count.
    /// </summary>
    /// <param name="starts">The first unit of each token.</param>
    /// <param name="ends">The last unit of each token.</param>
    /// <param name="kindLow">The lower bit of the kind, at each token's first unit.</param>
    /// <param name="kindHigh">The higher bit of the kind.</param>
    /// <param name="origin">What to add to the starts.</param>
    /// <param name="output">Where the next token goes.</param>
    static abstract void Emit(ulong starts, ulong ends, ulong kindLow, ulong kindHigh, int origin, TokenSlots output);
}
