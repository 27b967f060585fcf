namespace NewsNlp.Tokenization.Simd;

/// <summary>The classes of the characters beyond ASCII that news is full of; a test holds them against the scalar definition's.</summary>
internal static class NonAsciiClasses
{
    /// <summary>The first letter beyond Latin-1, less one: what a byte that is saturated stands for is asked for again.</summary>
    public const char FirstLongLetter = '\u00FF';

    /// <summary>How many letters follow each other from <see cref="FirstLongLetter"/>.</summary>
    public const int LongLetters = 0x250 - FirstLongLetter;

    public const char Euro = '\u20AC';

    /// <summary>The first character of the general punctuation.</summary>
    public const char GeneralPunctuation = '\u2000';

    /// <summary>The size of each table.</summary>
    public const int TableSize = 64;

    public static NonAsciiClass Of(char c) => c switch
    {
        '\u00A0' => NonAsciiClass.Space,
        '\u00A3' or Euro => NonAsciiClass.Symbol,
        '\u00D7' or '\u00F7' => NonAsciiClass.Hard,
        >= '\u00C0' and < (char)(FirstLongLetter + LongLetters) => NonAsciiClass.Letter,
        '\u2013' or '\u2014' or '\u2026' => NonAsciiClass.Run,
        '\u2015' or '\u201C' or '\u201D' => NonAsciiClass.Plain,
        '\u2018' or '\u2019' => NonAsciiClass.Apostrophe,
        _ => NonAsciiClass.Hard,
    };

    /// <summary>
    /// Three tables: of the two halves of the second half of Latin-1 and of the first general punctuation. What a saturated byte
    /// stands for, the last of Latin-1, is nothing.
    /// </summary>
    public static byte[] Tables() =>
    [
        .. Enumerable.Range(0x80, 2 * TableSize).Select(c => (byte)(c == FirstLongLetter ? NonAsciiClass.Hard : Of((char)c))),
        .. Enumerable.Range(GeneralPunctuation, TableSize).Select(c => (byte)Of((char)c)),
    ];
}
