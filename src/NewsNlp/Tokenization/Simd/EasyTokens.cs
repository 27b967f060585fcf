namespace NewsNlp.Tokenization.Simd;

/// <summary>What the masks say of a window before its words are looked up.</summary>
internal struct EasyTokens
{
    /// <summary>Units of words and numbers, with the signs that join them.</summary>
    public ulong Word;

    /// <summary>Units of punctuation that belong to the token before them: '' and --.</summary>
    public ulong Inside;

    /// <summary>Units inside a word at which a token starts: its clitics.</summary>
    public ulong Clitics;

    /// <summary>Units for which no mask can answer.</summary>
    public ulong Hard;

    /// <summary>Periods behind a word that may be an abbreviation.</summary>
    public ulong Finals;

    /// <summary>Hyphens between words.</summary>
    public ulong Compounds;
}
