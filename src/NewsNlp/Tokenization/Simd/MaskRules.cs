using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// The rules of <see cref="TokenScanner"/> that can be said in masks. Shifted left by one, a mask says "stands behind"; shifted
/// right, "stands before". What stands before a window's first unit and behind its last chunk is white space.
/// </summary>
internal static class MaskRules
{
    /// <summary>What every window needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EasyTokens Read(in WindowMasks masks)
    {
        EasyTokens easy;
        easy.Word = masks.Letter | masks.Digit;
        easy.Inside = (masks.Hyphen & (masks.Hyphen << 1)) | masks.Continuation;
        easy.Clitics = 0;
        easy.Finals = masks.Period & (masks.Letter << 1) & ~(easy.Word >> 1);
        easy.Compounds = masks.Hyphen & (easy.Word << 1) & (easy.Word >> 1);

        // "..", "?!"; 5km, 1990s; what only the encoding knows.
        var run = masks.Period | masks.Run;
        easy.Hard = masks.Hard | (run & (run << 1)) | ((masks.Digit << 1) & masks.Letter);
        return easy;
    }

    /// <summary>Whether a window has signs for <see cref="ReadSigns"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Signs(in WindowMasks masks)
    {
        var word = masks.Letter | masks.Digit;
        return masks.Sign
            | (masks.Period & (word >> 1))
            | ((masks.Digit << 1) & (masks.Digit >> 1) & ~(masks.Digit | masks.Space));
    }

    /// <summary>Signs with a meaning beyond their own token, unless they stand where they have none; numbers; acronyms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ReadSigns(in WindowMasks masks, in SignMasks signs, ref EasyTokens easy)
    {
        var letter = masks.Letter;
        var digit = masks.Digit;
        var period = masks.Period;
        var word = letter | digit;
        var behindWord = word << 1;
        var beforeWord = word >> 1;
        var betweenDigits = (digit << 1) & (digit >> 1);
        var beforeSpace = masks.Space >> 1;
        var behindSpace = (masks.Space << 1) | 1;

        // 3.5, 1,000, 5:30; with letters before the digits these would be other things.
        var decimals = period & betweenDigits;
        var commas = signs.Comma & betweenDigits;
        var groups = commas & (digit >> 2) & (digit >> 3) & ~(digit >> 4);
        var colons = signs.Colon & betweenDigits;
        var mixed = ((letter << 1) & digit) != 0 ? commas | colons : 0;

        var hard = signs.Hard
            | (signs.Lone & ~(behindSpace & beforeSpace))
            | (signs.Stop & ~(beforeSpace | colons))
            | (signs.Dollar & (behindWord | (signs.Dollar << 1)))
            | (commas & ~groups)
            | (masks.Hyphen & betweenDigits)
            | mixed;

        // U.S., a.m.: single letters with a period behind each.
        var single = letter & ~(masks.NonAscii | behindWord | beforeWord);
        var inner = period & (single << 1) & (single >> 1);
        var acronyms = easy.Finals & (single << 1) & (inner << 2);
        hard |= period & beforeWord & ~(inner | decimals);

        easy.Hard |= hard;
        easy.Finals &= ~acronyms;
        easy.Word |= inner | acronyms | decimals | groups | colons;
    }

    /// <summary>Apostrophes: clitics, possessives, quotation marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadApostrophes(in WindowMasks masks, in CliticMasks letters, WindowRules rules, ref EasyTokens easy)
    {
        // One may have three bytes: where it starts and where it ends.
        var starts = masks.Apostrophe;
        var longOnes = masks.LongApostrophe;
        var shortOnes = starts & ~longOnes;
        var word = masks.Letter | masks.Digit;

        // Two plain ones are a quotation mark; what three are, or two curly ones, the scalar definition says.
        var pairs = shortOnes & ~masks.NonAscii;
        pairs &= pairs << 1;
        var hard = (starts & ((shortOnes << 1) | (longOnes << 3)) & ~pairs) | (pairs & (pairs << 1));
        easy.Inside |= pairs;

        // Behind one letter or two it can belong to them: o', ol'.
        var behindWord = starts & (word << 1);
        var beforeWord = ((shortOnes & (word >> 1)) | (longOnes & (word >> 3))) & ~pairs;
        hard |= behindWord & ~beforeWord & ~((word << 2) & (word << 3));

        // Between letters: 's, 'm, 'd; 're, 've, 'll; n't; all else can be anything (O'Brien, y'all).
        var between = behindWord & beforeWord;
        var last = (between & ~longOnes) | ((between & longOnes) << 2);
        var one = last & ~(word >> 2);
        var two = last & ~(word >> 3);
        var clitics = (one & (letters.Single >> 1))
            | (two & (((letters.RV >> 1) & (letters.E >> 2)) | ((letters.L >> 1) & (letters.L >> 2))));
        var nots = one & (letters.T >> 1);
        clitics = (clitics & between & ~longOnes) | ((clitics >> 2) & between & longOnes);
        nots = (nots & between & ~longOnes) | ((nots >> 2) & between & longOnes);
        nots &= (letters.N << 1) & (masks.Letter << 2) & ~(masks.Special << 2);
        var split = clitics | nots;
        hard |= between & ~split;
        hard |= between & ((masks.Digit << 1) | rules.HardContractions);
        easy.Word |= split | (((split & longOnes) << 1) | ((split & longOnes) << 2));
        easy.Clitics = clitics | (nots >> 1);
        easy.Hard |= hard;

        // Before a word: a quotation mark, if the word is not listed.
        return beforeWord & ~behindWord;
    }
}
