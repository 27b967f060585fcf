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

        // 5km, 1990s; what only the encoding knows.
        easy.Hard = masks.Hard | ((masks.Digit << 1) & masks.Letter);
        return easy;
    }

    /// <summary>Whether a window has signs for <see cref="SignRules"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Signs(in WindowMasks masks)
    {
        var word = masks.Letter | masks.Digit;
        return masks.Sign
            | masks.Run
            | (masks.Period & ((word | masks.Period) >> 1))
            | ((masks.Digit << 1) & (masks.Digit >> 1) & ~(masks.Digit | masks.Space));
    }
}
