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
                TWidth.Classify<TUnit, TEncoding>(window, rules, out var masks);
                if (masks.Space == 0)
                {
                    var end = TEncoding.EndOfChunk(text, index + Window);
                    TEncoding.ScanChunk(text, index, end, rules.Scalar, tokens, tokens.Scratch);
                    index = end;
                    continue;
                }

                if (masks.NonAscii != 0)
                {
                    TEncoding.Classify(window, ref masks);
                    masks.Hard |= masks.NonAscii & rules.HardNonAscii;
                }

                var space = BitOperations.Log2(masks.Space);
                Tokenize(text, window, index, space, masks, rules, tokens);
                index += space + 1;
            }
        }
    }

    /// <summary>Appends the tokens of a window up to its last white space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tokenize(
        ReadOnlySpan<TUnit> text, TUnit* window, int index, int space, in WindowMasks masks, WindowRules rules, TokenBuffer tokens)
    {
        var live = (1UL << space) - 1;
        var easy = MaskRules.Read(masks, rules);
        easy.Ask &= live | (1UL << space);
        if (easy.Ask != 0)
        {
            AskWords(window, masks, rules, ref easy);
        }

        var apostrophes = easy.Apostrophes & live;
        if (apostrophes != 0)
        {
            SplitClitics(window, masks, rules, ref easy, apostrophes);
        }

        var word = easy.Word;
        var other = ~(masks.Space | word | masks.Continuation);
        var starts = ((word & ~(word << 1)) | (other & ~(masks.Hyphen & (masks.Hyphen << 1))) | easy.Starts) & live;
        var ends = ~masks.Space & ((starts | masks.Space) >> 1) & live;
        var hard = easy.Hard & live;
        if (hard != 0)
        {
            HardChunks(text, index, masks.Space, hard, rules, tokens.Scratch, ref starts, ref ends);
        }

        var count = BitOperations.PopCount(starts);
        var slots = tokens.Reserve(Window);
        TWidth.Emit(starts, ends, masks.Digit | (masks.Symbol & other), other, tokens.Origin + index, slots);
        if (hard != 0)
        {
            SetKinds(tokens.Scratch.Tokens, index, starts, slots);
        }

        tokens.Commit(count);
    }

    /// <summary>Looks up the words before periods, hyphens, and at the ends of what may be contractions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AskWords(TUnit* window, in WindowMasks masks, WindowRules rules, ref EasyTokens easy)
    {
        var filter = rules.Filter;
        ref var flags = ref filter.Flags;
        var shift = filter.Shift;
        var ask = easy.Ask;
        do
        {
            var index = BitOperations.TrailingZeroCount(ask);
            var bit = ask & (0 - ask);
            ask ^= bit;
            var length = BitOperations.LeadingZeroCount(~(masks.Letter << (Window - index)));
            var key = WordFilter.KeyOf(TEncoding.EightBefore(window + index), length);
            var uses = ((easy.Finals >> index) & WordFilter.BeforePeriod)
                | (((easy.Compounds >> index) & 1) * WordFilter.BeforeHyphen)
                | (((easy.ContractionEnds >> index) & 1) * WordFilter.Contraction);
            var after = TEncoding.FourAt(window + index + 1) | 0x20202020;
            var suffix = (after == Suffixes.Esque | (after & 0xFFFFFF) == Suffixes.Ish | after == Suffixes.Wise) & (easy.Compounds & bit) != 0;
            if (((uint)WordFilter.Look(ref flags, shift, key) & (uint)uses) != 0 | suffix)
            {
                Judge(window, index, bit, length, key, filter, ref easy);
            }
        }
        while (ask != 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Judge(TUnit* window, int index, ulong bit, int length, ulong key, WordFilter filter, ref EasyTokens easy)
    {
        if ((easy.Finals & bit) != 0 && ((easy.Compounds | easy.ContractionEnds) & bit) == 0)
        {
            if (length == 1)
            {
                // An initial; "I." can be the end of a sentence, "v." an abbreviation.
                var letter = (char)(byte)TEncoding.FourAt(window + index - 1);
                if (char.IsAsciiLetterUpper(letter) && letter != 'I')
                {
                    easy.Word |= bit;
                    return;
                }
            }
            else if (length < WordFilter.KeyLength && filter.IsAlwaysAbbreviation(key))
            {
                easy.Word |= bit;
                return;
            }
        }

        easy.Hard |= bit >> 1;
    }

    /// <summary>Splits 's, n't, 're and the like from words; other words with an apostrophe are hard.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SplitClitics(TUnit* window, in WindowMasks masks, WindowRules rules, ref EasyTokens easy, ulong apostrophes)
    {
        var words = masks.Letter | masks.Digit;
        do
        {
            var bit = apostrophes & (0 - apostrophes);
            var index = BitOperations.TrailingZeroCount(apostrophes);
            apostrophes ^= bit;
            var isLong = (masks.LongApostrophe & bit) != 0;
            var behind = index + (isLong ? 3 : 1);
            var after = TEncoding.FourAt(window + behind) | 0x20202020;
            var first = (byte)after;
            var two = (ushort)after;
            var isWord = words >> (behind + 1);
            var isShort = (first == 's' | first == 'm' | first == 'd') & (isWord & 1) == 0;
            var isPair = (two == Suffixes.Re | two == Suffixes.Ve | two == Suffixes.Ll) & (isWord & 2) == 0;
            var all = isLong ? bit * 7 : bit;
            if (isShort | isPair)
            {
                easy.Word |= all;
                easy.Starts |= bit;
            }
            else if (first == 't' && (isWord & 1) == 0 && index > 1 && IsSplitNot(window, index, masks, rules))
            {
                easy.Word |= all;
                easy.Starts |= bit >> 1;
            }
            else
            {
                easy.Hard |= bit;
            }
        }
        while (apostrophes != 0);
    }

    /// <summary>An n before the apostrophe, and letters before it that are no contraction themselves.</summary>
    private static bool IsSplitNot(TUnit* window, int index, in WindowMasks masks, WindowRules rules)
    {
        var n = index - 1;
        var length = BitOperations.LeadingZeroCount(~(masks.Letter << (Window - n)));
        var key = WordFilter.KeyOf(TEncoding.EightBefore(window + n), length);
        return ((byte)TEncoding.FourAt(window + n) | 0x20) == 'n'
            && length > 0
            && (WordFilter.Look(ref rules.Filter.Flags, rules.Filter.Shift, key) & WordFilter.Contraction) == 0;
    }

    /// <summary>Reads the chunks with hard units by the scalar definition, and puts its tokens in place of the masks'.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void HardChunks(
        ReadOnlySpan<TUnit> text, int index, ulong spaces, ulong hard, WindowRules rules, TokenScratch scratch, ref ulong starts, ref ulong ends)
    {
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
            starts &= ~chunk;
            ends &= ~chunk;
            var token = found.Count;
            TEncoding.ScanChunk(text, index + first, index + behind, rules.Scalar, found, scratch);
            for (; token < found.Count; token++)
            {
                starts |= 1UL << (found.Starts[token] - index);
                ends |= 1UL << (found.Starts[token] + found.Lengths[token] - 1 - index);
            }
        }
        while (hard != 0);
    }

    private static void SetKinds(TokenBuffer hard, int index, ulong starts, in TokenSlots slots)
    {
        for (var token = 0; token < hard.Count; token++)
        {
            var before = starts & ((1UL << (hard.Starts[token] - index)) - 1);
            Unsafe.Add(ref slots.Kinds, BitOperations.PopCount(before)) = hard.Kinds[token];
        }
    }
}
