using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// The rules of <see cref="TokenScanner"/> that can be said in masks. Shifted left by one, a mask says "stands behind"; shifted
/// right, "stands before". What stands before a window's first unit and behind its last chunk is white space.
/// </summary>
internal static class MaskRules
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EasyTokens Read(in WindowMasks masks, WindowRules rules)
    {
        var letter = masks.Letter;
        var digit = masks.Digit;
        var period = masks.Period;
        var word = letter | digit;
        var behindWord = word << 1;
        var beforeWord = word >> 1;
        var behindDigit = digit << 1;
        var beforeDigit = digit >> 1;
        var beforeSpace = masks.Space >> 1;
        var behindSpace = (masks.Space << 1) | 1;

        // Signs with a meaning beyond their own token, unless they stand where they have none.
        var hard = masks.Hard
            | (masks.Lone & ~(behindSpace & beforeSpace))
            | (masks.Stop & ~beforeSpace)
            | (masks.Dollar & (behindWord | (masks.Dollar << 1)));
        var run = period | masks.Run;
        hard |= run & (run << 1);

        // A number with letters behind it: a unit, or 1990s.
        hard |= behindDigit & letter;

        // 3.5, 1,000: with letters before the digits these would be other things.
        var decimals = period & behindDigit & beforeDigit;
        var commas = masks.Comma & behindDigit & beforeDigit;
        var groups = commas & (digit >> 2) & (digit >> 3) & ~(digit >> 4);
        hard |= commas & ~groups;
        hard |= ((letter << 1) & digit) != 0 ? commas : 0;

        // U.S., a.m.: single letters with a period behind each.
        var single = letter & ~(masks.NonAscii | behindWord | beforeWord);
        var inner = period & (single << 1) & (single >> 1);
        hard |= period & beforeWord & ~(inner | decimals);
        var finals = period & (letter << 1) & ~beforeWord;
        var acronyms = finals & (single << 1) & (inner << 2);
        hard |= finals & ((letter & masks.NonAscii) << 1);

        var compounds = masks.Hyphen & behindWord & beforeWord;
        hard |= compounds & ((behindDigit & beforeDigit) | rules.HardCompounds);

        // Two plain ones are a quotation mark. One may have three bytes: what it stands before is then farther away.
        var longOnes = masks.LongApostrophe;
        var shortOnes = masks.Apostrophe & ~longOnes;
        var pairs = shortOnes & ~masks.NonAscii;
        pairs &= pairs << 1;
        var beforeNextWord = ((shortOnes & beforeWord) | (longOnes & (word >> 3))) & ~pairs;
        var behindShortWord = behindWord & ~((word << 2) & (word << 3));
        hard |= masks.Apostrophe & ((shortOnes << 1) | (longOnes << 3)) & ~pairs;
        hard |= pairs & (pairs << 1);
        hard |= beforeNextWord & (~behindWord | behindDigit | rules.HardContractions);
        hard |= masks.Apostrophe & ~beforeNextWord & behindShortWord;

        EasyTokens easy;
        easy.Inside = pairs | (masks.Hyphen & (masks.Hyphen << 1)) | masks.Continuation;
        easy.Word = word | inner | acronyms | decimals | groups;
        easy.Hard = hard;
        easy.Finals = finals & ~acronyms;
        easy.Compounds = compounds;
        easy.ContractionEnds = (masks.ContractionEnd & letter & ~beforeWord) << 1;
        easy.Ask = easy.Finals | easy.Compounds | easy.ContractionEnds;
        easy.Apostrophes = beforeNextWord & behindWord & ~behindDigit;
        return easy;
    }
}
