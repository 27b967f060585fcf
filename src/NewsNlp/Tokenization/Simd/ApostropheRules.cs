using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Rules in masks, as <see cref="MaskRules"/>: clitics, possessives, single quotation marks.</summary>
internal static class ApostropheRules
{
    /// <summary>Reads the apostrophes of a window.</summary>
    /// <param name="letters">The letters of clitics.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="masks">The window.</param>
    /// <returns>Apostrophes before a word, to be looked up: quotation marks if the word is not listed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(in CliticMasks letters, WindowRules rules, ref WindowMasks masks)
    {
        var starts = masks.Apostrophe;
        var longOnes = masks.LongApostrophe;
        var letter = masks.Letter;
        var digit = masks.Digit;
        var shortOnes = starts & ~longOnes;
        var word = letter | digit;

        // Two plain ones are a quotation mark; what three are, or two curly ones, the scalar definition says.
        var pairs = shortOnes & ~masks.NonAscii;
        pairs &= pairs << 1;
        var hard = (starts & ((shortOnes << 1) | (longOnes << 3)) & ~pairs) | (pairs & (pairs << 1));

        // Behind one letter or two it can belong to them: o', ol'.
        var behindWord = starts & (word << 1);
        var beforeWord = ((shortOnes & (word >> 1)) | (longOnes & (word >> 3))) & ~pairs;
        hard |= behindWord & ~beforeWord & ~((word << 2) & (word << 3));
        var openings = beforeWord & ~behindWord;

        // Between letters: 's, 'm, 'd; 're, 've, 'll; n't; all else can be anything (O'Brien, y'all).
        var between = behindWord & beforeWord;
        var shortBetween = between & ~longOnes;
        var longBetween = between & longOnes;
        var last = shortBetween | (longBetween << 2);
        var one = last & ~(word >> 2);
        var two = last & ~(word >> 3);
        var clitics = (one & (letters.Single >> 1))
            | (two & (((letters.RV >> 1) & (letters.E >> 2)) | ((letters.L >> 1) & (letters.L >> 2))));
        var nots = one & (letters.T >> 1);
        clitics = (clitics & shortBetween) | ((clitics >> 2) & longBetween);
        nots = ((nots & shortBetween) | ((nots >> 2) & longBetween)) & (letters.N << 1) & (letter << 2) & ~(masks.Special << 2);
        var split = clitics | nots;

        // O'Brien.
        var beforeLetter = (shortBetween & (letter >> 1)) | (longBetween & (letter >> 3));
        var names = beforeLetter & (letters.O << 1) & ((masks.Space << 2) | 2) & ~split & rules.EasyNames;
        split |= names;
        hard |= between & (~split | (digit << 1) | rules.HardContractions);

        masks.Joined |= split | ((split & longOnes) << 1) | ((split & longOnes) << 2);
        masks.Inside |= pairs;
        masks.Clitics = clitics | (nots >> 1);
        masks.Hard |= hard;
        return openings;
    }
}
