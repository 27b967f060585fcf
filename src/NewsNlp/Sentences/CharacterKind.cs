using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Sentences;

/// <summary>What a token's first character says of it.</summary>
internal enum CharacterKind : byte
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A capital.</summary>
    Upper,

    /// <summary>A small letter.</summary>
    Lower,

    /// <summary>A digit.</summary>
    Digit,

    /// <summary>A quotation mark that opens or closes.</summary>
    StraightQuote,

    /// <summary>A quotation mark that only opens.</summary>
    OpenQuote,

    /// <summary>A quotation mark or bracket that closes.</summary>
    Close,

    /// <summary>An opening bracket.</summary>
    OpenBracket,

    /// <summary>A hyphen, a dash or the sign of a list's item.</summary>
    Dash,

    /// <summary>A full stop or its like.</summary>
    Stop,

    /// <summary>A comma, a semicolon, a colon.</summary>
    Comma,
}

/// <summary>Finds the kind of a character.</summary>
internal static class CharacterKinds
{
    /// <summary>How many kinds there may be.</summary>
    public const int Count = 16;

    // Up to the end of general punctuation's quotation marks, dashes and ellipses.
    private const int TableLength = 0x2040;

    private const int MarkShift = 4;

    // The kind in the lower half of a byte, the mark in the upper; some more than there need be, since vectors read four at a time.
    private static readonly byte[] Table =
        PinnedTable.Of(Enumerable.Range(0, TableLength + PinnedTable.Padding).Select(c => (byte)((int)Find((char)c) | ((int)FindMark((char)c) << MarkShift))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterKind Of(char c)
    {
        var table = Table;
        return c < table.Length ? (CharacterKind)(table[c] & (Count - 1)) : Find(c);
    }

    /// <summary>The mark that a character is when it is a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GapMark MarkOf(char c)
    {
        var table = Table;
        return c < table.Length ? (GapMark)(table[c] >> MarkShift) : GapMark.None;
    }

    /// <summary>Of eight characters what the table says, for <see cref="KindsOf"/> and <see cref="MarksOf"/>.</summary>
    /// <param name="characters">The characters.</param>
    /// <param name="isOther">All ones are added where one is beyond the table.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Listed(Vector256<int> characters, ref Vector256<int> isOther)
    {
        var last = Vector256.Create(TableLength - 1);
        isOther |= Vector256.GreaterThan(characters, last);
        return PinnedTable.Look(Table, Vector256.Min(characters, last));
    }

    /// <summary>The kinds of eight characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> KindsOf(Vector256<int> listed) => listed & Vector256.Create(Count - 1);

    /// <summary>The marks that eight characters are when they are tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MarksOf(Vector256<int> listed) => listed >>> MarkShift;

    private static GapMark FindMark(char c) => c switch
    {
        '.' => GapMark.Period,
        ':' => GapMark.Colon,
        '\u2026' => GapMark.Ellipsis,
        '\u2013' or '\u2014' => GapMark.Dash,
        '!' or '?' or '\u203D' => GapMark.Exclamation,
        _ => GapMark.None,
    };

    private static CharacterKind Find(char c) => c switch
    {
        '"' or '\'' => CharacterKind.StraightQuote,
        '`' or '\u201C' or '\u2018' or '\u00AB' or '\u201E' => CharacterKind.OpenQuote,
        ')' or ']' or '}' or '\u201D' or '\u2019' or '\u00BB' => CharacterKind.Close,
        '(' or '[' or '{' => CharacterKind.OpenBracket,
        '*' or '-' or '\u2013' or '\u2014' or '\u2022' or '\u00B7' or '\u25CF' or '\u25AA' or '\u25A0' or '\u25BA' => CharacterKind.Dash,
        '.' or '!' or '?' or '\u2026' or '\u203D' => CharacterKind.Stop,
        ',' or ';' or ':' => CharacterKind.Comma,
        >= '0' and <= '9' => CharacterKind.Digit,
        _ => char.IsUpper(c) ? CharacterKind.Upper : char.IsLower(c) ? CharacterKind.Lower : CharacterKind.Other,
    };
}
