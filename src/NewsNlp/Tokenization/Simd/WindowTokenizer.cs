using System.Numerics;
using System.Runtime.CompilerServices;
using NewsNlp.Documents;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Finds tokens 64 code units at a time. A window starts behind white space and counts up to its last white space, so that
/// it holds whole chunks: what stands between white space is decided by bits of masks alone. A chunk with anything that the
/// masks cannot prove is given to the scalar definition, <see cref="TokenScanner"/>; so the result is always its result.
/// </summary>
/// <remarks>
/// Masks over bytes after Langdale and Lemire, "Parsing gigabytes of JSON per second" (VLDB Journal 28, 2019).
/// </remarks>
internal static unsafe class WindowTokenizer<TUnit, TEncoding, TWidth>
    where TUnit : unmanaged
    where TEncoding : struct, IEncoding<TUnit>
    where TWidth : struct, IWindowWidth
{
    private const int Window = 64;

    [SkipLocalsInit]
    public static void Run(ReadOnlySpan<TUnit> text, WindowRules rules, TokenBuffer tokens)
    {
        var edge = stackalloc TUnit[WindowEdge.Length];
        fixed (TUnit* start = text)
        {
            var index = 0;
            while (index < text.Length)
            {
                var isInside = index >= WindowEdge.Before && index <= text.Length - Window - WindowEdge.Behind;
                var window = isInside ? start + index : WindowEdge.Copy(start, text.Length, index, edge);
                var masks = TWidth.Classify<TUnit, TEncoding>(window, rules);
                if (masks.Space == 0)
                {
                    index = LongChunk(text, index, rules, tokens);
                    continue;
                }

                if (masks.NonAscii != 0)
                {
                    masks.Replace(TEncoding.Classify(window, masks.NonAscii));
                    masks.Hard |= masks.NonAscii & rules.HardNonAscii;
                }

                var space = BitOperations.Log2(masks.Space);
                Tokenize(text, window, index, space, masks, rules, tokens);
                index += space + 1;
            }
        }
    }

    /// <summary>Appends the tokens of a chunk that is longer than a window.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LongChunk(ReadOnlySpan<TUnit> text, int index, WindowRules rules, TokenBuffer tokens)
    {
        var end = TEncoding.EndOfChunk(text, index + Window);
        TEncoding.ScanChunk(text, index, end, rules.Scalar, tokens, tokens.Scratch);
        return end;
    }

    /// <summary>Appends the tokens of a window up to its last white space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tokenize(
        ReadOnlySpan<TUnit> text, TUnit* window, int index, int space, in WindowMasks masks, WindowRules rules, TokenBuffer tokens)
    {
        var live = (1UL << space) - 1;
        var easy = MaskRules.Read(masks, rules);
        var word = easy.Word;
        var hard = easy.Hard;
        var clitics = 0UL;

        // The words before periods, hyphens, and at the ends of what may be contractions.
        var ask = easy.Ask & (live | (1UL << space));
        if (ask != 0)
        {
            var filter = rules.Filter;
            ref var flags = ref filter.Flags;
            var shift = filter.Shift;
            do
            {
                var at = BitOperations.TrailingZeroCount(ask);
                var bit = ask & (0 - ask);
                ask ^= bit;
                var length = BitOperations.LeadingZeroCount(~(masks.Letter << (Window - at)));
                var key = WordFilter.KeyOf(TEncoding.EightBefore(window + at), length);
                var uses = (uint)((easy.Finals >> at) & 1)
                    | ((uint)((easy.Compounds >> at) & 1) * WordFilter.BeforeHyphen)
                    | ((uint)((easy.ContractionEnds >> at) & 1) * WordFilter.Contraction);
                var found = ((uint)WordFilter.Look(ref flags, shift, key) & uses)
                    | (IsSuffix(TEncoding.FourAt(window + at + 1)) & uses & WordFilter.BeforeHyphen);
                if (found != 0)
                {
                    var joins = found == WordFilter.BeforePeriod && Joins(window + at, length, key, filter);
                    word |= joins ? bit : 0;
                    hard |= joins ? 0 : bit >> 1;
                }
            }
            while (ask != 0);
        }

        var apostrophes = easy.Apostrophes & live;
        while (apostrophes != 0)
        {
            var bit = apostrophes & (0 - apostrophes);
            var at = BitOperations.TrailingZeroCount(apostrophes);
            apostrophes ^= bit;
            var isLong = (masks.LongApostrophe >> at) & 1;
            var behind = at + 1 + (2 * (int)isLong);
            var isWord = (masks.Letter | masks.Digit) >> (behind + 1);
            var split = Clitics.Find(TEncoding.FourAt(window + behind), (uint)isWord);
            if (split == 0 || (split > 1 && !IsNot(window, at, masks.Letter, rules.Filter)))
            {
                hard |= bit;
                continue;
            }

            word |= bit * (1 + (6 * isLong));
            clitics |= split == 1 ? bit : bit >> 1;
        }

        var other = ~(masks.Space | word | easy.Inside);
        var starts = ((word & ~(word << 1)) | other | clitics) & live;
        var ends = ~masks.Space & ((starts | masks.Space) >> 1) & live;
        hard &= live;
        if (hard != 0)
        {
            var chunks = HardChunks(text, index, masks.Space, hard, rules, tokens.Scratch);
            starts = (starts & ~chunks.Units) | chunks.Starts;
            ends = (ends & ~chunks.Units) | chunks.Ends;
        }

        TWidth.Emit(starts, ends, masks.Digit | (masks.Symbol & other), other, tokens.Origin + index, tokens.Reserve(Window));
        if (hard != 0)
        {
            tokens.SetKinds(tokens.Scratch.Tokens, index, starts);
        }

        tokens.Commit(BitOperations.PopCount(starts));
    }

    /// <summary>All ones before an ending that stays with the word before its hyphen; it may not be an ending yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint IsSuffix(uint letters)
    {
        letters |= 0x20202020;
        return letters == Suffixes.Esque | (letters & 0xFFFFFF) == Suffixes.Ish | letters == Suffixes.Wise ? uint.MaxValue : 0;
    }

    /// <summary>Whether a period surely belongs to the word before it: an initial, save "I.", or a listed abbreviation.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Joins(TUnit* period, int length, ulong key, WordFilter filter)
    {
        if (length > 1)
        {
            return length < WordFilter.KeyLength && filter.IsAlwaysAbbreviation(key);
        }

        var letter = (char)(byte)TEncoding.FourAt(period - 1);
        return char.IsAsciiLetterUpper(letter) && letter != 'I';
    }

    /// <summary>Whether n't stands around an apostrophe, behind letters that are no contraction themselves.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsNot(TUnit* window, int apostrophe, ulong letters, WordFilter filter)
    {
        var n = apostrophe - 1;
        if (n < 1 || ((byte)TEncoding.FourAt(window + n) | 0x20) != 'n')
        {
            return false;
        }

        var length = BitOperations.LeadingZeroCount(~(letters << (Window - n)));
        var key = WordFilter.KeyOf(TEncoding.EightBefore(window + n), length);
        return length > 0 && (WordFilter.Look(ref filter.Flags, filter.Shift, key) & WordFilter.Contraction) == 0;
    }

    /// <summary>Reads the chunks with hard units by the scalar definition.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (ulong Units, ulong Starts, ulong Ends) HardChunks(
        ReadOnlySpan<TUnit> text, int index, ulong spaces, ulong hard, WindowRules rules, TokenScratch scratch)
    {
        var units = 0UL;
        var found = scratch.Tokens;
        found.Clear();
        do
        {
            var bit = BitOperations.TrailingZeroCount(hard);
            var before = spaces & ((1UL << bit) - 1);
            var first = before == 0 ? 0 : BitOperations.Log2(before) + 1;
            var behind = BitOperations.TrailingZeroCount(spaces >> bit) + bit;
            var chunk = (1UL << behind) - (1UL << first);
            hard &= ~chunk;
            units |= chunk;
            TEncoding.ScanChunk(text, index + first, index + behind, rules.Scalar, found, scratch);
        }
        while (hard != 0);

        var starts = 0UL;
        var ends = 0UL;
        for (var token = 0; token < found.Count; token++)
        {
            var start = found.Starts[token] - index;
            starts |= 1UL << start;
            ends |= 1UL << (start + found.Lengths[token] - 1);
        }

        return (units, starts, ends);
    }
}
