using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// The rules of <see cref="TokenScanner"/> that can be said in masks. Shifted left by one, a mask says "stands behind"; shifted
/// right, "stands before". What stands before a window's first unit and behind its last chunk is white space.
/// </summary>
internal static class MaskRules
{
    /// <summary>What every window needs.</summary>
    /// <param name="hardCompounds">As <see cref="WindowRules.HardCompounds"/>.</param>
    /// <param name="masks">The window.</param>
    /// <returns>Signs for <see cref="SignRules"/>, if there are any.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ulong hardCompounds, ref WindowMasks masks)
    {
        // All is read before anything is written: what is written could be what is read, as far as a compiler knows.
        var letter = masks.Letter;
        var digit = masks.Digit;
        var period = masks.Period;
        var hyphen = masks.Hyphen;
        var special = masks.Special;
        var live = masks.Live;
        var word = letter | digit;
        var beforeWord = word >> 1;
        var behindDigit = digit << 1;
        var signs = masks.Sign
            | masks.Run
            | (period & (beforeWord | (period >> 1)))
            | (behindDigit & (digit >> 1) & ~(digit | masks.Space));

        // 5km; what only the encoding knows.
        var hard = masks.Hard | (behindDigit & letter);
        var inside = (hyphen & (hyphen << 1)) | masks.Continuation;

        // Periods behind words, hyphens between words, the ends of what may be contractions.
        var finals = period & (letter << 1) & ~beforeWord;
        var compounds = hyphen & (word << 1) & beforeWord;
        var contractions = (special & letter & ~beforeWord) << 1;
        masks.Inside = inside;
        masks.Hard = hard | (compounds & ((special >> 3) | hardCompounds));
        masks.Asked = (finals | compounds | contractions) & ((live << 1) | 1);
        return signs & live;
    }
}
