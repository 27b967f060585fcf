using System.Numerics;
using System.Runtime.CompilerServices;

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
    private const int Window = WindowEdge.Window;

    public static void Run(ReadOnlySpan<TUnit> text, WindowRules rules, TokenBuffer tokens)
    {
        // Not on the stack: a method that allocates there is compiled once, without what is learned from running it.
        var edge = (TUnit*)tokens.Scratch.Edge;
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
                    masks.Replace(TWidth.ClassifyNonAscii<TUnit, TEncoding>(window, masks.NonAscii));
                    masks.Hard |= masks.NonAscii & ~masks.Space & rules.HardNonAscii;
                }

                var space = BitOperations.Log2(masks.Space);
                Tokenize(text, window, index, space, masks, rules, tokens);
                index += space + 1;
            }
        }

        tokens.EndWriting();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SignTokens ReadSigns(
        TUnit* window, ulong apostropheEnds, ulong letter, ulong digit, ulong period, ulong hyphen, ulong space, ulong nonAscii, ulong run, WindowRules rules) =>
        SignRules.Read(TWidth.FindSigns<TUnit, TEncoding>(window, rules), apostropheEnds, letter, digit, period, hyphen, space, nonAscii, run);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ApostropheTokens ReadApostrophes(
        TUnit* window, ulong apostrophe, ulong longOnes, ulong letter, ulong digit, ulong nonAscii, ulong special, WindowRules rules)
    {
        var tokens = ApostropheRules.Read(
            TWidth.FindClitics<TUnit, TEncoding>(window), apostrophe, longOnes, letter, digit, nonAscii, special, rules.HardContractions, out var openings);
        for (; openings != 0; openings &= openings - 1)
        {
            var at = BitOperations.TrailingZeroCount(openings);
            var start = at + 1 + (2 * (int)((longOnes >> at) & 1));
            tokens.Hard |= start < Window && IsElision(window, start, letter, digit, rules.Filter) ? 1UL << at : 0;
        }

        return tokens;
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
        var symbols = masks.Symbol;
        if ((MaskRules.Signs(masks) & live) != 0)
        {
            var signs = ReadSigns(window, masks.ApostropheEnds, masks.Letter, masks.Digit, masks.Period, masks.Hyphen, masks.Space, masks.NonAscii, masks.Run, rules);
            easy.Word |= signs.Joined;
            symbols |= signs.Symbols;
            easy.Hard |= signs.Hard;
        }

        if ((masks.Apostrophe & live) != 0)
        {
            var found = ReadApostrophes(window, masks.Apostrophe, masks.LongApostrophe, masks.Letter, masks.Digit, masks.NonAscii, masks.Special, rules);
            easy.Word |= found.Joined;
            easy.Inside |= found.Inside;
            easy.Clitics = found.Clitics;
            easy.Hard |= found.Hard;
        }

        var word = easy.Word;
        easy.Finals &= ~word;
        var contractions = (masks.Special & masks.Letter & ~((masks.Letter | masks.Digit) >> 1)) << 1;
        var hard = easy.Hard | (easy.Compounds & ((masks.Special >> 3) | rules.HardCompounds));
        var ask = (easy.Finals | easy.Compounds | contractions) & (live | (1UL << space));

        // The first word without a branch; few windows have more.
        var bitmap = rules.Filter.Bitmap;
        var listed = MayBeListed(window, masks.Letter, bitmap, ask);
        for (ask &= ask - 1; ask != 0; ask &= ask - 1)
        {
            listed |= MayBeListed(window, masks.Letter, bitmap, ask);
        }

        if (listed != 0)
        {
            var joins = Judge(window, listed, masks.ApostropheEnds, easy.Finals, masks.Hyphen, masks.Letter, masks.Space, rules);
            word |= joins.Sure;
            hard |= joins.Hard;
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

        TWidth.Emit(starts, ends, masks.Digit | (symbols & other), other, tokens.Origin + index, tokens.Reserve(Window));
        if (hard != 0)
        {
            tokens.SetKinds(tokens.Scratch.Tokens, index, starts);
        }

        tokens.Commit(BitOperations.PopCount(starts));
    }

    /// <summary>The lowest bit of a mask, if the word that ends before its unit may be listed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MayBeListed(TUnit* window, ulong letters, uint* bitmap, ulong mask)
    {
        // Without a bit this looks at the place behind the window, and no bit is the result.
        var at = BitOperations.TrailingZeroCount(mask);
        var length = BitOperations.LeadingZeroCount(~(letters << (Window - at)));
        var key = WordFilter.KeyBefore(TEncoding.EightBefore(window + at), length);
        return mask & (0 - mask) & (0 - WordFilter.MayFind(bitmap, key));
    }

    /// <summary>
    /// For each word that may be listed: whether the sign behind it belongs to it, and whether only the scalar definition knows.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (ulong Sure, ulong Hard) Judge(
        TUnit* window, ulong listed, ulong apostropheEnds, ulong periods, ulong hyphens, ulong letters, ulong spaces, WindowRules rules)
    {
        var sure = 0UL;
        var hard = 0UL;
        do
        {
            var at = BitOperations.TrailingZeroCount(listed);
            var bit = listed & (0 - listed);
            listed ^= bit;
            var length = BitOperations.LeadingZeroCount(~(letters << (Window - at)));
            var units = TEncoding.EightBefore(window + at);
            var uses = rules.Filter.Find(WordFilter.KeyBefore(units, length));
            if ((uses & WordUses.Contraction) != 0)
            {
                hard |= bit >> 1;
            }
            else if ((periods & bit) != 0)
            {
                // An initial; "I." can be the end of a sentence, "DON'T." is one.
                var isInitial = length == 1 && char.IsAsciiLetterUpper((char)(units >> 56));
                var isBehindApostrophe = (apostropheEnds & (bit >> (length + 1))) != 0;
                var isSure = !isBehindApostrophe && (isInitial ? (units >> 56) != 'I' : IsAbbreviation(window + at, units, length, uses));
                sure |= isSure ? bit : 0;
                hard |= !isSure && (isInitial || (uses & (WordUses.Abbreviation | WordUses.PerhapsAbbreviation)) != 0) ? bit : 0;
            }
            else if ((hyphens & bit) != 0 && (uses & (WordUses.Prefix | WordUses.PerhapsPrefix)) != 0)
            {
                // A prefix must start its word; before a number, the number is read as a part of a word.
                var isSure = (uses & WordUses.Prefix) != 0
                    && (((spaces << 1) | 1) & (bit >> length)) != 0
                    && (letters & (bit << 1)) != 0
                    && !rules.JoinsAreHard;
                sure |= isSure ? bit : 0;
                hard |= isSure ? 0 : bit;
            }
        }
        while (listed != 0);
        return (sure, hard);
    }

    /// <summary>Whether a word before a period is surely an abbreviation there.</summary>
    private static bool IsAbbreviation(TUnit* period, ulong units, int length, WordUses uses)
    {
        if ((uses & WordUses.Abbreviation) == 0)
        {
            return false;
        }

        // The key's first letter is its lowest byte: a capital lacks the bit that small letters have.
        var key = WordFilter.KeyBefore(units, length);
        if ((uses & WordUses.Capitalized) != 0 && WordFilter.WordBefore(units, length) != (key & ~0x20UL))
        {
            return false;
        }

        var after = TEncoding.EightAt(period + 1);
        return (uses & WordUses.BeforeWord) == 0 || ((byte)after == ' ' && char.IsAsciiLetter((char)(byte)(after >> 8)));
    }

    /// <summary>Whether an apostrophe before a word can be the first sign of it: 'em, '90s.</summary>
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
