using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Rules in masks, as <see cref="MaskRules"/>: signs with a meaning beyond their own token, unless they stand where they have
/// none; numbers; acronyms.
/// </summary>
internal static unsafe class SignRules
{
    /// <summary>Reads the signs of four windows of a list; behind its end, the last one stands for those that are missing.</summary>
    /// <param name="signs">The signs in the windows of the list.</param>
    /// <param name="windows">All windows.</param>
    /// <param name="list">The list.</param>
    /// <param name="from">The first of the four.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(SignMasks* signs, WindowMasks* windows, in WindowList list, int from)
    {
        var (second, third, fourth) = list.After(from);
        ref var masks0 = ref windows[list[from]];
        ref var masks1 = ref windows[list[second]];
        ref var masks2 = ref windows[list[third]];
        ref var masks3 = ref windows[list[fourth]];
        var hardToDollar = FourWindows.Load(ref signs[from].Hard, ref signs[second].Hard, ref signs[third].Hard, ref signs[fourth].Hard);
        var commaToSymbol = FourWindows.Load(ref signs[from].Comma, ref signs[second].Comma, ref signs[third].Comma, ref signs[fourth].Comma);
        var spaceToApostrophe = FourWindows.Load(ref masks0.Space, ref masks1.Space, ref masks2.Space, ref masks3.Space);
        var hyphenToNonAscii = FourWindows.Load(ref masks0.Hyphen, ref masks1.Hyphen, ref masks2.Hyphen, ref masks3.Hyphen);
        var runToLong = FourWindows.Load(ref masks0.Run, ref masks1.Run, ref masks2.Run, ref masks3.Run);
        var none = Vector256<ulong>.Zero;
        var letter = hyphenToNonAscii.Second;
        var digit = spaceToApostrophe.Second;
        var period = spaceToApostrophe.Third;
        var ascii = ~hyphenToNonAscii.Fourth;
        var word = letter | digit;
        var behindWord = word << 1;
        var beforeWord = word >> 1;
        var betweenDigits = (digit << 1) & (digit >> 1);
        var beforeSpace = spaceToApostrophe.First >> 1;
        var behindSpace = (spaceToApostrophe.First << 1) | Vector256<ulong>.One;

        // 3.5, 1,000, 5:30; with letters before the digits these would be other things.
        var decimals = period & betweenDigits;
        var commas = commaToSymbol.First & betweenDigits & ascii;
        var groups = commas & (digit >> 2) & (digit >> 3) & ~(digit >> 4);
        var colons = commaToSymbol.Second & betweenDigits & ascii;
        var mixed = (commas | colons) & ~Vector256.Equals((letter << 1) & digit, none);

        // U.S., a.m.: single letters with a period behind each; not behind an apostrophe (I'm.).
        var apostropheEnds = spaceToApostrophe.Fourth | (runToLong.Fourth << 2);
        var single = letter & ascii & ~(behindWord | beforeWord | (apostropheEnds << 1));
        var inner = period & (single << 1) & (single >> 1);
        var acronyms = period & (single << 1) & (inner << 2) & ~beforeWord;

        // "..", "?!", "——".
        var run = period | (ascii & commaToSymbol.Third) | runToLong.First;

        var joined = inner | acronyms | decimals | groups | colons;
        var lone = (hardToDollar.First
            | (hardToDollar.Second & ~(behindSpace & beforeSpace))
            | (hardToDollar.Third & ~(beforeSpace | colons))
            | (hardToDollar.Fourth & (behindWord | (hardToDollar.Fourth << 1)))) & ascii;
        var hard = lone
            | (commas & ~groups)
            | (hyphenToNonAscii.First & betweenDigits)
            | mixed
            | (run & (run << 1))
            | (period & beforeWord & ~(inner | decimals));
        new FourWindows(hard, joined, none, none).Add(ref masks0.Hard, ref masks1.Hard, ref masks2.Hard, ref masks3.Hard);
        new FourWindows(none, ascii & commaToSymbol.Fourth, none, none).Add(ref masks0.Run, ref masks1.Run, ref masks2.Run, ref masks3.Run);
        var sure = joined & period;
        masks0.Asked &= ~sure[0];
        masks1.Asked &= ~sure[1];
        masks2.Asked &= ~sure[2];
        masks3.Asked &= ~sure[3];
    }
}
