using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// The rules of <see cref="TokenScanner"/> that can be said in masks. Shifted left by one, a mask says "stands behind"; shifted
/// right, "stands before". What stands before a window's first unit and behind its last chunk is white space.
/// </summary>
internal static class MaskRules
{
    /// <summary>What every window needs, for four at a time.</summary>
    /// <param name="masks">The first of the four.</param>
    /// <param name="hardCompounds">As <see cref="WindowRules.HardCompounds"/>.</param>
    /// <param name="withApostrophes">The windows with apostrophes, a bit each.</param>
    /// <returns>The windows with signs for <see cref="SignRules"/>, a bit each.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ref WindowMasks masks, ulong hardCompounds, out uint withApostrophes)
    {
        var spaceToApostrophe = FourWindows.Load(ref masks.Space);
        var space = spaceToApostrophe.First;
        var digit = spaceToApostrophe.Second;
        var period = spaceToApostrophe.Third;
        var hyphenToSign = FourWindows.Load(ref masks.Hyphen);
        var hyphen = hyphenToSign.First;
        var letter = hyphenToSign.Second;
        var special = FourWindows.Load(ref masks.Special);
        var live = special.Second;

        var word = letter | digit;
        var beforeWord = word >> 1;
        var behindDigit = digit << 1;
        var signs = hyphenToSign.Third
            | (period & (beforeWord | (period >> 1)))
            | Vector256.AndNot(behindDigit & (digit >> 1), digit | space);

        // Periods behind words, hyphens between words, the ends of what may be contractions.
        var finals = Vector256.AndNot(period & (letter << 1), beforeWord);
        var compounds = hyphen & (word << 1) & beforeWord;
        var contractions = Vector256.AndNot(special.First & letter, beforeWord) << 1;
        var asked = (finals | compounds | contractions) & ((live << 1) | Vector256<ulong>.One);
        new FourWindows(special.First, live, asked, Vector256<ulong>.Zero).Store(ref masks.Special);

        // 5km; signs of two.
        var hard = (behindDigit & letter) | (compounds & ((special.First >> 3) | Vector256.Create(hardCompounds)));
        var inside = hyphen & (hyphen << 1);
        new FourWindows(hard, Vector256<ulong>.Zero, inside, Vector256<ulong>.Zero).Add(ref masks.Hard);
        withApostrophes = FourWindows.WithBits(spaceToApostrophe.Fourth & live);
        return FourWindows.WithBits(signs & live);
    }
}
