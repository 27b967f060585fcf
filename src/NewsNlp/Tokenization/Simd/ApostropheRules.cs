using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Rules in masks, as <see cref="MaskRules"/>: clitics, possessives, single quotation marks.</summary>
internal static class ApostropheRules
{
    /// <summary>Reads the apostrophes of a window.</summary>
    /// <param name="letters">The letters of clitics.</param>
    /// <param name="starts">Apostrophes: the first unit of each.</param>
    /// <param name="longOnes">Those that have three units.</param>
    /// <param name="letter">Letters.</param>
    /// <param name="digit">Digits.</param>
    /// <param name="nonAscii">Units beyond ASCII.</param>
    /// <param name="special">As <see cref="WindowMasks.Special"/>.</param>
    /// <param name="hardContractions">As <see cref="WindowRules.HardContractions"/>.</param>
    /// <param name="openings">Apostrophes before a word, to be looked up: quotation marks if the word is not listed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ApostropheTokens Read(
        in CliticMasks letters,
        ulong starts,
        ulong longOnes,
        ulong letter,
        ulong digit,
        ulong nonAscii,
        ulong special,
        ulong hardContractions,
        out ulong openings)
    {
        var shortOnes = starts & ~longOnes;
        var word = letter | digit;

        // Two plain ones are a quotation mark; what three are, or two curly ones, the scalar definition says.
        var pairs = shortOnes & ~nonAscii;
        pairs &= pairs << 1;
        var hard = (starts & ((shortOnes << 1) | (longOnes << 3)) & ~pairs) | (pairs & (pairs << 1));

        // Behind one letter or two it can belong to them: o', ol'.
        var behindWord = starts & (word << 1);
        var beforeWord = ((shortOnes & (word >> 1)) | (longOnes & (word >> 3))) & ~pairs;
        hard |= behindWord & ~beforeWord & ~((word << 2) & (word << 3));
        openings = beforeWord & ~behindWord;

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
        nots = ((nots & shortBetween) | ((nots >> 2) & longBetween)) & (letters.N << 1) & (letter << 2) & ~(special << 2);
        var split = clitics | nots;
        hard |= between & (~split | (digit << 1) | hardContractions);

        ApostropheTokens tokens;
        tokens.Joined = split | ((split & longOnes) << 1) | ((split & longOnes) << 2);
        tokens.Inside = pairs;
        tokens.Clitics = clitics | (nots >> 1);
        tokens.Hard = hard;
        return tokens;
    }
}
