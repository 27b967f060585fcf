using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Which of a window's 64 code units belong to a class: bit i for unit i.</summary>
internal struct WindowMasks
{
    /// <summary>White space and control characters, which divide chunks.</summary>
    public ulong Space;

    /// <summary>Units beyond ASCII.</summary>
    public ulong NonAscii;

    public ulong Letter;
    public ulong Digit;
    public ulong Period;
    public ulong Apostrophe;
    public ulong Hyphen;
    public ulong Sign;

    /// <summary>Punctuation beyond ASCII that can be repeated in one token.</summary>
    public ulong Run;

    /// <summary>Symbols beyond ASCII.</summary>
    public ulong Symbol;

    /// <summary>Characters beyond ASCII that no mask understands.</summary>
    public ulong Hard;

    /// <summary>
    /// Last letters of what may be a word of several tokens (cannot, gonna), and third letters of what may be an ending that
    /// stays with the word before its hyphen; never too few of them.
    /// </summary>
    public ulong Special;

    /// <summary>UTF-8 only: the bytes of a punctuation mark or symbol behind its first.</summary>
    public ulong Continuation;

    /// <summary>UTF-8 only: the first bytes of apostrophes that have three.</summary>
    public ulong LongApostrophe;

    /// <summary>The last units of apostrophes (in UTF-8 also the first).</summary>
    public readonly ulong ApostropheEnds => Apostrophe | (LongApostrophe << 2);

    /// <summary>Gives the units beyond ASCII the classes that the encoding found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Replace(in NonAsciiMasks found)
    {
        var ascii = ~NonAscii;
        Space |= found.Space;
        Letter = (Letter & ascii) | found.Letter;
        Apostrophe = (Apostrophe & ascii) | found.Apostrophe;
        Symbol = found.Symbol;
        Run = found.Run;
        Continuation = found.Continuation;
        LongApostrophe = found.LongApostrophe;
        Digit &= ascii;
        Period &= ascii;
        Hyphen &= ascii;
        Sign &= ascii;

        // Capitals beyond ASCII can be initials.
        Hard = found.Hard | (Period & (found.Letter << 1));
    }
}
