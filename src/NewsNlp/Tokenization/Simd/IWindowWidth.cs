namespace NewsNlp.Tokenization.Simd;

/// <summary>How the window tokenizer uses one width of vectors.</summary>
internal unsafe interface IWindowWidth
{
    /// <summary>Classifies the 64 units of a window. Units beyond ASCII are marked as such; what else is said of them means nothing.</summary>
    /// <returns>White space of ASCII.</returns>
    static abstract ulong Classify<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref WindowMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>;

    /// <summary>Gives the units beyond ASCII their classes; what the masks do not understand becomes hard.</summary>
    static abstract void ClassifyNonAscii<TUnit, TEncoding>(TUnit* window, ulong nonAscii, ref NonAsciiMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>;

    /// <summary>Finds a window's signs; units beyond ASCII may be any.</summary>
    static abstract void FindSigns<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref SignMasks masks)
        where TUnit : unmanaged
        where TEncoding : struct, IEncoding<TUnit>;

    /// <summary>Finds the letters of clitics in a window.</summary>
    static abstract void FindClitics<TUnit, TEncoding>(TUnit* window, WindowRules rules, ref CliticMasks masks)
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

    /// <summary>Ends the writing of a batch's tokens.</summary>
    /// <param name="output">Where the first of them went.</param>
    /// <param name="count">How many they are.</param>
    static abstract void Finish(TokenSlots output, int count);
}
