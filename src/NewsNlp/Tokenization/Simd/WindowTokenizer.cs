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
        var easy = MaskRules.Read(masks);
        if ((MaskRules.Signs(masks) & live) != 0)
        {
            MaskRules.ReadSigns(masks, TWidth.FindSigns<TUnit, TEncoding>(window, rules), ref easy);
        }

        if ((masks.Apostrophe & live) != 0)
        {
            var openings = MaskRules.ReadApostrophes(masks, TWidth.FindClitics<TUnit, TEncoding>(window), rules, ref easy) & live;
            while (openings != 0)
            {
                var at = BitOperations.TrailingZeroCount(openings);
                easy.Hard |= IsElision(window, at + 1 + (2 * (int)((masks.LongApostrophe >> at) & 1)), masks.Letter, masks.Digit, rules.Filter) ? 1UL << at : 0;
                openings &= openings - 1;
            }
        }

        var word = easy.Word;
        var contractions = (masks.Special & masks.Letter & ~(word >> 1)) << 1;
        var hard = easy.Hard | (easy.Compounds & ((masks.Special >> 2) | rules.HardCompounds));
        var ask = (((easy.Finals | easy.Compounds) & (masks.Listed << 1)) | contractions) & (live | (1UL << space));
        while (ask != 0)
        {
            var at = BitOperations.TrailingZeroCount(ask);
            var length = BitOperations.LeadingZeroCount(~(masks.Letter << (Window - at)));
            var uses = rules.Filter.Find(WordFilter.KeyBefore(TEncoding.EightBefore(window + at), length));
            var bit = ask & (0 - ask);
            ask ^= bit;
            if (((easy.Finals & bit) != 0 & length == 1) | uses != WordUses.None)
            {
                var joins = (easy.Finals & bit) != 0
                    ? JoinsPeriod(window + at, length, uses)
                    : (masks.Hyphen & bit) != 0 ? JoinsHyphen(at, length, uses, masks.Space, masks.Letter, rules)
                    : (uses & WordUses.Contraction) != 0 ? -1 : 0;
                word |= joins > 0 ? bit : 0;
                hard |= joins < 0 ? bit >> 1 : 0;
            }
        }

        var other = ~(masks.Space | word | easy.Inside);
        var starts = ((word & ~(word << 1)) | other | easy.Clitics) & live;
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

    /// <summary>Whether a period belongs to the word before it: 1 if it does, 0 if not, -1 if only the scalar definition knows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int JoinsPeriod(TUnit* period, int length, WordUses uses)
    {
        if (length == 1)
        {
            // An initial; "I." can be the end of a sentence.
            var letter = (char)(byte)(TEncoding.EightBefore(period) >> 56);
            if (char.IsAsciiLetterUpper(letter))
            {
                return letter == 'I' ? -1 : 1;
            }
        }

        return (uses & (WordUses.PerhapsAbbreviation | WordUses.Contraction)) != 0 ? -1 : (uses & WordUses.Abbreviation) != 0 ? 1 : 0;
    }

    /// <summary>As <see cref="JoinsPeriod"/>, for a hyphen between words.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int JoinsHyphen(int at, int length, WordUses uses, ulong spaces, ulong letters, WindowRules rules)
    {
        if ((uses & (WordUses.Contraction | WordUses.PerhapsPrefix)) != 0)
        {
            return -1;
        }

        if ((uses & WordUses.Prefix) != 0)
        {
            // A prefix must start its word; before a number, the number is read as a part of a word.
            var isAtStart = ((((spaces << 1) | 1) >> (at - length)) & 1) != 0;
            var isBeforeLetter = ((letters >> (at + 1)) & 1) != 0;
            return isAtStart && isBeforeLetter && !rules.JoinsAreHard ? 1 : -1;
        }

        return 0;
    }

    /// <summary>Whether an apostrophe before a word can be the first sign of it: 'em, '90s.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsElision(TUnit* window, int start, ulong letters, ulong digits, WordFilter filter)
    {
        if (((digits >> start) & 1) != 0)
        {
            return true;
        }

        var length = BitOperations.TrailingZeroCount(~((letters | digits) >> start));
        return length < WordFilter.KeyLength
            && (filter.Find(WordFilter.KeyAt(TEncoding.EightAt(window + start), length)) & WordUses.Elision) != 0;
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
