using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>One window of a batch: which of its 64 code units belong to a class, bit i for unit i.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal unsafe struct WindowMasks
{
    /// <summary>The size in bytes: whole cache lines.</summary>
    public const int Size = 192;

    // The first eight in the order of the bits of UnitClass: one store writes them all.

    /// <summary>White space and control characters, which divide chunks.</summary>
    public ulong Space;

    public ulong Digit;
    public ulong Period;

    /// <summary>Apostrophes; of those with three units the first.</summary>
    public ulong Apostrophe;

    public ulong Hyphen;
    public ulong Letter;
    public ulong Sign;

    /// <summary>Units beyond ASCII.</summary>
    public ulong NonAscii;

    // The next eight are zero where every unit is ASCII and nothing was found yet.

    /// <summary>Punctuation beyond ASCII that can be repeated in one token.</summary>
    public ulong Run;

    /// <summary>Symbols.</summary>
    public ulong Symbol;

    /// <summary>UTF-8 only: the bytes of a punctuation mark or symbol behind its first.</summary>
    public ulong Continuation;

    /// <summary>UTF-8 only: the first bytes of apostrophes that have three.</summary>
    public ulong LongApostrophe;

    /// <summary>Units for which no mask can answer: the scalar definition reads their chunk.</summary>
    public ulong Hard;

    /// <summary>Signs that join what stands around them to one word or number.</summary>
    public ulong Joined;

    /// <summary>Units of punctuation that belong to the token before them: '' and --.</summary>
    public ulong Inside;

    /// <summary>Units inside a word at which a token starts: its clitics.</summary>
    public ulong Clitics;

    /// <summary>
    /// Last letters of what may be a word of several tokens (cannot, gonna), and third letters of what may be an ending that
    /// stays with the word before its hyphen; never too few of them.
    /// </summary>
    public ulong Special;

    /// <summary>The units before the window's last white space: those of its chunks.</summary>
    public ulong Live;

    /// <summary>The places behind words that must be looked up.</summary>
    public ulong Asked;

    /// <summary>Punctuation and symbols that start a token.</summary>
    public ulong Other;

    /// <summary>The first units of the window's tokens.</summary>
    public ulong Starts;

    /// <summary>The last units of the window's tokens.</summary>
    public ulong Ends;

    /// <summary>The address of the window's first unit.</summary>
    public void* Units;

    /// <summary>The index of the window's first unit in the text.</summary>
    public int Index;

    /// <summary>How many tokens the batch has before the window.</summary>
    public ushort FirstToken;

    /// <summary>Where its tokens start among those that the scalar definition found for the batch.</summary>
    public ushort FirstFound;

    /// <summary>Letters and digits.</summary>
    public readonly ulong LetterOrDigit => Letter | Digit;

    /// <summary>Units of words and numbers, with the signs that join them.</summary>
    public readonly ulong Word => Letter | Digit | Joined;

    /// <summary>Periods behind a word.</summary>
    public readonly ulong Finals => Period & (Letter << 1) & ~(LetterOrDigit >> 1);

    /// <summary>The last units of apostrophes (in UTF-8 also the first).</summary>
    public readonly ulong ApostropheEnds => Apostrophe | (LongApostrophe << 2);

    /// <summary>Forgets what was found of an earlier window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Clear() => MemoryMarshal.CreateSpan(ref Run, 8).Clear();

    /// <summary>Gives the units beyond ASCII the classes that the encoding found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Replace(in NonAsciiMasks found)
    {
        var ascii = ~NonAscii;
        Space = (Space & ascii) | found.Space;
        Letter = (Letter & ascii) | found.Letter;
        Apostrophe = (Apostrophe & ascii) | found.Apostrophe;
        Symbol = found.Symbol;
        Run = found.Run;
        Continuation = found.Continuation;
        LongApostrophe = found.LongApostrophe;
        Digit &= ascii;
        Period &= ascii;
        Hyphen &= ascii;
        Sign = (Sign & ascii) | found.Run;
        Inside = found.Continuation;

        // Capitals beyond ASCII can be initials.
        Hard = found.Hard | (Period & (found.Letter << 1));
    }
}
