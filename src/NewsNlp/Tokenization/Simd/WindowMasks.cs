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
    public ulong Symbol;
    public ulong Hyphen;
    public ulong Run;
    public ulong Comma;
    public ulong Stop;
    public ulong Lone;
    public ulong Dollar;

    /// <summary>Characters that no mask understands.</summary>
    public ulong Hard;

    /// <summary>Last letters of what may be a word of several tokens (cannot, gonna); never too few of them.</summary>
    public ulong ContractionEnd;

    /// <summary>UTF-8 only: the bytes of a punctuation mark or symbol behind its first.</summary>
    public ulong Continuation;

    /// <summary>UTF-8 only: the first bytes of apostrophes that have three.</summary>
    public ulong LongApostrophe;

    /// <summary>Takes the classes apart that share their bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Decode(ulong letter, ulong digit, ulong first, ulong second, ulong third)
    {
        Hard = letter & digit;
        Letter = letter & ~digit;
        Digit = digit & ~letter;
        Dollar = first & second;
        Lone = first & third;
        Stop = second & third;
        Hyphen = first & ~(second | third);
        Run = second & ~(first | third);
        Comma = third & ~(first | second);
    }

    /// <summary>Gives the units beyond ASCII the classes that the encoding found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Replace(in NonAsciiMasks found)
    {
        var ascii = ~NonAscii;
        Space |= found.Space;
        Letter = (Letter & ascii) | found.Letter;
        Apostrophe = (Apostrophe & ascii) | found.Apostrophe;
        Symbol = (Symbol & ascii) | found.Symbol;
        Run = (Run & ascii) | found.Run;
        Hard = (Hard & ascii) | found.Hard;
        Continuation = found.Continuation;
        LongApostrophe = found.LongApostrophe;
        Digit &= ascii;
        Period &= ascii;
        Hyphen &= ascii;
        Comma &= ascii;
        Stop &= ascii;
        Lone &= ascii;
        Dollar &= ascii;
    }
}
