using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Sentences;

/// <summary>The mark before a gap.</summary>
internal enum GapMark
{
    /// <summary>None: a line break, or text written without care.</summary>
    None,

    /// <summary>A period that is a token.</summary>
    Period,

    /// <summary>Exclamation or question marks.</summary>
    Exclamation,

    /// <summary>Three periods or more, or the sign for them.</summary>
    Ellipsis,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>The period of an initial: <c>J.</c></summary>
    Initial,

    /// <summary>The last period of an acronym: <c>U.S.</c></summary>
    Acronym,

    /// <summary>The period of an abbreviation: <c>Inc.</c></summary>
    Abbreviation,

    /// <summary>A dash with a capital behind it, as where speech breaks off.</summary>
    Dash,
}

/// <summary>
/// What a gap looks like at a glance, packed into a number: the class of the word before the mark, the mark, the kind of
/// white space, the class of the word behind it, and whether closing marks stand in between. Most gaps of edited text are
/// decided by this number alone.
/// </summary>
/// <remarks>Whoever changes anything here raises the features' version of the model's section.</remarks>
internal static class GapCell
{
    /// <summary>How many cells there are.</summary>
    public const int Count = 1 << Bits;

    /// <summary>How many bits the number of a cell has.</summary>
    public const int Bits = 14;
    private const int LeftBits = 3;
    private const int MarkShift = LeftBits;
    private const int SpaceShift = MarkShift + 4;
    private const int RightShift = SpaceShift + 2;
    private const int BehindShift = Bits - 1;

    private const int Short = 3;

    private static readonly byte[] Lefts = PinnedTable.Of(
        Enumerable.Range(0, (2 * CharacterKinds.Count) + PinnedTable.Padding).Select(i => (byte)FindLeft((CharacterKind)(i >> 1), (i & 1) != 0)));

    private static readonly byte[] Rights = PinnedTable.Of(
        Enumerable.Range(0, (CharacterKinds.Count * CharacterKinds.Count) + PinnedTable.Padding)
            .Select(i => (byte)FindRight((CharacterKind)(i / CharacterKinds.Count), (CharacterKind)(i % CharacterKinds.Count))));

    /// <summary>The kinds of white space.</summary>
    public const int NoSpace = 0, OneSpace = 1, OtherSpace = 2, LineBreak = 3;

    /// <summary>The cell of its parts.</summary>
    public static ushort Of(int left, GapMark mark, int space, GapRight right, bool behindClosers) => (ushort)(left
        | ((int)mark << MarkShift) | (space << SpaceShift) | ((int)right << RightShift) | (behindClosers ? 1 << BehindShift : 0));

    /// <summary>Whether a word of a class can be a closing mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanClose(GapRight right) =>
        (((1 << (int)GapRight.Close) | (1 << (int)GapRight.StraightQuote) | (1 << (int)GapRight.StraightQuoteCapital)) >> (int)right & 1) != 0;

    public static GapMark Mark(ushort cell) => (GapMark)((cell >> MarkShift) & 15);

    public static GapRight Right(ushort cell) => (GapRight)((cell >> RightShift) & 15);

    /// <summary>The class of a word before a mark; below 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Left(char first, int length) => Lefts[((int)CharacterKinds.Of(first) << 1) | (length > Short ? 1 : 0)];

    /// <summary>The class of the word behind a gap.</summary>
    /// <param name="first">Its first character.</param>
    /// <param name="second">The character behind that; NUL where there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GapRight RightOf(char first, char second) =>
        (GapRight)Rights[((int)CharacterKinds.Of(first) * CharacterKinds.Count) | (int)CharacterKinds.Of(second)];

    /// <summary>As <see cref="Left"/>, of eight words at a time.</summary>
    /// <param name="firsts">The kinds of their first characters.</param>
    /// <param name="lengths">Their lengths.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LeftsOf(Vector256<int> firsts, Vector256<int> lengths) =>
        PinnedTable.Look(Lefts, (firsts << 1) - Vector256.GreaterThan(lengths, Vector256.Create(Short)));

    /// <summary>As <see cref="RightOf"/>, of eight words at a time.</summary>
    /// <param name="firsts">The kinds of their first characters.</param>
    /// <param name="seconds">The kinds of the characters behind these.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> RightsOf(Vector256<int> firsts, Vector256<int> seconds) => PinnedTable.Look(Rights, (firsts * CharacterKinds.Count) | seconds);

    /// <summary>As <see cref="Of"/>, of eight cells at a time, not behind closing marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> CellsOf(Vector256<int> lefts, Vector256<int> marks, Vector256<int> spaces, Vector256<int> rights) =>
        lefts | (marks << MarkShift) | (spaces << SpaceShift) | (rights << RightShift);

    /// <summary>What stands in the place of the word's class where a closing mark is before the gap; below 8.</summary>
    /// <param name="closer">The mark.</param>
    /// <param name="isSpaced">1 where white space is before it, else 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeftOfClosed(char closer, int isSpaced) => isSpaced + (closer is '"' or '\'' ? 0 : char.IsAscii(closer) ? 4 : 2);

    private static int FindLeft(CharacterKind kind, bool isLong) => kind switch
    {
        CharacterKind.Lower => isLong ? 2 : 1,
        CharacterKind.Upper => isLong ? 4 : 3,
        CharacterKind.Digit => 5,
        CharacterKind.StraightQuote or CharacterKind.Close => 6,
        CharacterKind.OpenQuote or CharacterKind.OpenBracket => 7,
        _ => 0,
    };

    private static GapRight FindRight(CharacterKind first, CharacterKind second) => first switch
    {
        CharacterKind.Lower => GapRight.Lower,
        CharacterKind.Upper => second == CharacterKind.Lower ? GapRight.Capitalized : second == CharacterKind.Upper ? GapRight.Capitals : GapRight.Capital,
        CharacterKind.Digit => GapRight.Digit,
        CharacterKind.StraightQuote => second == CharacterKind.Upper ? GapRight.StraightQuoteCapital : GapRight.StraightQuote,
        CharacterKind.OpenQuote => second == CharacterKind.Upper ? GapRight.OpenQuoteCapital : GapRight.OpenQuote,
        CharacterKind.Close => GapRight.Close,
        CharacterKind.OpenBracket => GapRight.OpenBracket,
        CharacterKind.Dash => GapRight.Dash,
        CharacterKind.Stop => GapRight.Stop,
        CharacterKind.Comma => GapRight.Comma,
        _ => GapRight.Other,
    };
}
