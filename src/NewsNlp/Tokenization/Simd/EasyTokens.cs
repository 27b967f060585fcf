namespace NewsNlp.Tokenization.Simd;

/// <summary>What the masks say of a window before its words are looked up.</summary>
internal struct EasyTokens
{
    /// <summary>Units of words and numbers, with the signs that join them.</summary>
    public ulong Word;

    /// <summary>Units of punctuation that belong to the token before them: '' and --.</summary>
    public ulong Inside;

    /// <summary>Units for which no mask can answer.</summary>
    public ulong Hard;

    /// <summary>Periods behind a word that may be an abbreviation.</summary>
    public ulong Finals;

    /// <summary>Hyphens between words.</summary>
    public ulong Compounds;

    /// <summary>Units behind what may be a contraction without an apostrophe.</summary>
    public ulong ContractionEnds;

    /// <summary>All of the three: before each of these units ends a word that must be looked up.</summary>
    public ulong Ask;

    /// <summary>Apostrophes between letters.</summary>
    public ulong Apostrophes;
}
