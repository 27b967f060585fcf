using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Documents;

namespace NewsNlp.Sentences;

/// <summary>
/// Looks at eight tokens at a time that a sentence may end behind. What such a token is cannot be foreseen (a period, an
/// abbreviation, a quotation mark before a line break), so all is computed of each of them, without a branch; those with
/// anything seldom seen are left to <see cref="GapFinder"/>, which says the same of any token.
/// </summary>
internal static unsafe class GapLanes
{
    /// <summary>How many tokens are looked at together.</summary>
    public const int Count = 8;

    /// <summary>How many characters must stand behind the start of the token behind a gap.</summary>
    public const int Reach = 8;

    /// <summary>How many tokens must stand behind the token before a gap.</summary>
    public const int TokensBehind = 4;

    /// <summary>In the notes on a token: that a gap is behind it.</summary>
    public const int Gap = 1;

    /// <summary>In the notes on a token: that it is seldom seen, and nothing else of the notes is true.</summary>
    public const int Other = 2;

    /// <summary>In the notes on a token: that closing marks may follow it.</summary>
    public const int BeforeClosers = 4;

    /// <summary>In the notes on a token: where what <see cref="StyleCounts"/> need begins.</summary>
    public const int StyleShift = 3;

    private const int LongestAbbreviation = 7;
    private const int LongestSpace = 3;

    // A sign with as many characters is a ruled line.
    private const int Ruled = 4;

    private const int None = 1 << (int)GapMark.None;
    private const int Dash = 1 << (int)GapMark.Dash;
    private const int Colon = 1 << (int)GapMark.Colon;
    private const int Stops = (1 << (int)GapMark.Period) | (1 << (int)GapMark.Exclamation) | (1 << (int)GapMark.Ellipsis);
    private const int Closers = (1 << (int)CharacterKind.Close) | (1 << (int)CharacterKind.StraightQuote);
    private const int Capitals = (1 << (int)GapRight.Capital) | (1 << (int)GapRight.Capitalized);
    private const int ClosersBehind = (1 << (int)GapRight.Close) | (1 << (int)GapRight.StraightQuote) | (1 << (int)GapRight.StraightQuoteCapital);
    private const int Signs = (1 << (int)TokenKind.Punctuation) | (1 << (int)TokenKind.Symbol);

    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Looks at tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="glances">What is known of each cell.</param>
    /// <param name="tokens">
    /// The tokens, with one before and <see cref="TokensBehind"/> behind each; what is behind the list can be read up to a multiple of
    /// <see cref="Count"/>.
    /// </param>
    /// <param name="gaps">Takes for each token the upper half of a <see cref="Sentences.Gap"/>.</param>
    /// <param name="notes">Takes for each token the notes on it.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Read(in SentenceText text, ReadOnlySpan<byte> glances, ReadOnlySpan<int> tokens, Span<int> gaps, Span<int> notes)
    {
        fixed (char* characters = text.Text)
        fixed (int* starts = text.Starts, lengths = text.Lengths, token = tokens, gap = gaps, note = notes)
        fixed (TokenKind* kinds = text.Kinds)
        fixed (byte* glance = glances)
        {
            for (var i = 0; i < tokens.Length; i += Count)
            {
                // Behind the last token stands the first, which is as good as any.
                var isListed = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(tokens.Length - i));
                var eight = Vector256.ConditionalSelect(isListed, Vector256.Load(token + i), Vector256.Create(*token));
                Read(characters, starts, lengths, (byte*)kinds, glance, eight, out var found).Store(gap + i);
                found.Store(note + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Read(
        char* text, int* starts, int* lengths, byte* kinds, byte* glances, Vector256<int> token, out Vector256<int> notes)
    {
        var one = Vector256<int>.One;
        var unit = Vector256.Create(0xFFFF);
        var period = Vector256.Create((int)'.');

        // The token, the white space behind it, what stands behind that.
        var startBefore = Around(starts, token, out var start, out var next);
        var lengthBefore = Around(lengths, token, out var length, out _);
        var end = start + length;
        var firstTwo = Six(text, start, out var thirdTwo, out var fifthTwo);
        var lastTwo = Six(text, end - one, out var spaceTwo, out _);
        var behindTwo = Characters(text, next);
        var first = firstTwo & unit;
        var spaceLength = next - end;
        var space = Space(lastTwo >>> 16, spaceTwo, spaceLength, out var breaks, out var isOther);

        // Kinds and marks.
        var firstClass = CharacterKinds.Listed(first, ref isOther);
        var firstKind = CharacterKinds.KindsOf(firstClass);
        var kind = Avx2.GatherVector256((int*)kinds, token, 1) & Vector256.Create((int)byte.MaxValue);
        var isLong = Vector256.GreaterThan(length, one);
        var isSign = Has(Signs, kind);
        var isAbbreviated = isLong & Vector256.Equals(kind, Vector256.Create((int)TokenKind.Word)) & Vector256.Equals(lastTwo & unit, period);
        var isInitial = Vector256.Equals(length, Vector256.Create(2)) & Vector256.Equals(firstKind, Vector256.Create((int)CharacterKind.Upper));
        var abbreviation = Vector256.ConditionalSelect(
            PeriodsInside(length, firstTwo, thirdTwo, fifthTwo),
            Vector256.Create((int)GapMark.Acronym),
            Vector256.ConditionalSelect(isInitial, Vector256.Create((int)GapMark.Initial), Vector256.Create((int)GapMark.Abbreviation)));
        var mark = Vector256.ConditionalSelect(isAbbreviated, abbreviation, Vector256.AndNot(CharacterKinds.MarksOf(firstClass), isLong));
        isOther |= (isLong & isSign & (~Has(Closers, firstKind) | Vector256.GreaterThanOrEqual(length, Vector256.Create(Ruled))))
            | (isAbbreviated & Vector256.GreaterThan(length, Vector256.Create(LongestAbbreviation)));

        // The word before the mark.
        var isNone = Has(None, mark);
        var isOwn = isNone | isAbbreviated;
        var leftFirst = Characters(text, startBefore) & unit;
        var leftClass = Vector256.ConditionalSelect(isOwn, firstClass, CharacterKinds.Listed(leftFirst, ref isOther));
        var leftLength = Vector256.ConditionalSelect(isOwn, length, lengthBefore);
        var left = GapCell.LeftsOf(CharacterKinds.KindsOf(leftClass), leftLength);

        // The word behind.
        var right = GapCell.RightsOf(
            CharacterKinds.KindsOf(CharacterKinds.Listed(behindTwo & unit, ref isOther)),
            CharacterKinds.KindsOf(CharacterKinds.Listed(behindTwo >>> 16, ref isOther)));

        var cell = GapCell.CellsOf(left, mark, space, right);
        var glance = Avx2.GatherVector256((int*)glances, cell, 1) & Vector256.Create(3);
        var hasBreaks = Vector256.GreaterThan(breaks, Vector256<int>.Zero);
        var isBlank = breaks >>> 1;
        var isGap = ~(isNone | Has(Dash, mark)) | hasBreaks | (Has(Dash, mark) & Has(Capitals, right));
        var isBeforeClosers = Vector256.AndNot(isGap & Has(ClosersBehind, right) & ~Has(None | Colon | Dash, mark), hasBreaks);
        var isOpen = Vector256.ConditionalSelect(isNone, ~(isSign & Has(Closers, firstKind)), Has(Colon | Dash, mark));
        var style = (Has(Stops, mark) & (one - isBlank)) | (Has(1 << (int)GapRight.Lower, right) & Vector256.Create(2)) | (isOpen & Vector256.Create(4)) | (breaks << 3);
        notes = Vector256.ConditionalSelect(
            isOther,
            Vector256.Create(Other),
            (isGap & Vector256.Create(Gap)) | (isBeforeClosers & Vector256.Create(BeforeClosers)) | (style << StyleShift));

        // As Gap.Of says it.
        var look = cell | ((glance | (isBlank * (int)Boundary.ByWord)) << GapCell.Bits);
        return look ^ (isBlank << GapCell.Bits) | (breaks << 16);
    }

    /// <summary>What is known of the tokens before some tokens, of these, and of those behind them.</summary>
    /// <remarks>Of each token four numbers in one go, and then turned: the processor gathers them one by one.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Around(int* numbers, Vector256<int> token, out Vector256<int> at, out Vector256<int> behind)
    {
        return Turn(
            Two(numbers + token[0] - 1, numbers + token[4] - 1),
            Two(numbers + token[1] - 1, numbers + token[5] - 1),
            Two(numbers + token[2] - 1, numbers + token[6] - 1),
            Two(numbers + token[3] - 1, numbers + token[7] - 1),
            out at,
            out behind);
    }

    /// <summary>Six characters from each of some places on, in pairs with the first one lower; two more can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Six(char* text, Vector256<int> places, out Vector256<int> second, out Vector256<int> third) => Turn(
        Two(text + places[0], text + places[4]),
        Two(text + places[1], text + places[5]),
        Two(text + places[2], text + places[6]),
        Two(text + places[3], text + places[7]),
        out second,
        out third);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Two(void* low, void* high) => Vector256.Create(Vector128.Load((int*)low), Vector128.Load((int*)high));

    /// <summary>The first, second and third column of eight rows, of which a vector has the n-th and the one four behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Turn(
        Vector256<int> first, Vector256<int> second, Vector256<int> third, Vector256<int> fourth, out Vector256<int> at, out Vector256<int> behind)
    {
        var low = Avx2.UnpackLow(first, second).AsInt64();
        var lowRest = Avx2.UnpackLow(third, fourth).AsInt64();
        at = Avx2.UnpackHigh(low, lowRest).AsInt32();
        behind = Avx2.UnpackLow(Avx2.UnpackHigh(first, second).AsInt64(), Avx2.UnpackHigh(third, fourth).AsInt64()).AsInt32();
        return Avx2.UnpackLow(low, lowRest).AsInt32();
    }

    /// <summary>The kinds of white space, as <see cref="GapSpace.TryRead"/> finds them.</summary>
    /// <param name="first">Its first characters.</param>
    /// <param name="rest">The second and third ones.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="breaks">The line breaks in it, 2 at most.</param>
    /// <param name="isOther">Where it is longer, or has other characters in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Space(Vector256<int> first, Vector256<int> rest, Vector256<int> length, out Vector256<int> breaks, out Vector256<int> isOther)
    {
        var two = Vector256.Create(2);
        var hasFirst = Vector256.GreaterThan(length, Vector256<int>.Zero);
        var hasSecond = Vector256.GreaterThan(length, Vector256<int>.One);
        var hasThird = Vector256.GreaterThan(length, two);
        var second = rest & Vector256.Create(0xFFFF);
        var third = rest >>> 16;
        var firstFeed = hasFirst & Vector256.Equals(first, Vector256.Create((int)'\n'));
        var secondFeed = hasSecond & Vector256.Equals(second, Vector256.Create((int)'\n'));
        var thirdFeed = hasThird & Vector256.Equals(third, Vector256.Create((int)'\n'));
        var space = Vector256.Create((int)' ');
        isOther = Vector256.GreaterThan(length, Vector256.Create(LongestSpace))
            | Vector256.AndNot(hasFirst, firstFeed | Vector256.Equals(first, space))
            | Vector256.AndNot(hasSecond, secondFeed | Vector256.Equals(second, space))
            | Vector256.AndNot(hasThird, thirdFeed | Vector256.Equals(third, space));
        breaks = Vector256.Min(Vector256<int>.Zero - firstFeed - secondFeed - thirdFeed, two);
        return Vector256.ConditionalSelect(
            firstFeed | secondFeed | thirdFeed, Vector256.Create(GapCell.LineBreak), Vector256.Min(length, Vector256.Create(GapCell.OtherSpace)));
    }

    /// <summary>Whether a period is before the last character, of tokens with <see cref="LongestAbbreviation"/> characters at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> PeriodsInside(Vector256<int> length, Vector256<int> first, Vector256<int> second, Vector256<int> third)
    {
        var upper = Vector256.Create((int)'.' << 16);
        var high = Vector256.Create(unchecked((int)0xFFFF0000));
        return (Vector256.Equals(first & high, upper) & Vector256.GreaterThan(length, Vector256.Create(2)))
            | (Vector256.Equals(second << 16, upper) & Vector256.GreaterThan(length, Vector256.Create(3)))
            | (Vector256.Equals(second & high, upper) & Vector256.GreaterThan(length, Vector256.Create(4)))
            | (Vector256.Equals(third << 16, upper) & Vector256.GreaterThan(length, Vector256.Create(5)))
            | (Vector256.Equals(third & high, upper) & Vector256.GreaterThan(length, Vector256.Create(6)));
    }

    /// <summary>Two characters from each of some places on, the first one lower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Characters(char* text, Vector256<int> places) => Avx2.GatherVector256((int*)text, places, sizeof(char));

    /// <summary>Whether numbers below 32 are among those that have a bit in a list: all ones, or zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Has(int list, Vector256<int> numbers) =>
        Vector256<int>.Zero - (Avx2.ShiftRightLogicalVariable(Vector256.Create(list), numbers.AsUInt32()) & Vector256<int>.One);
}
