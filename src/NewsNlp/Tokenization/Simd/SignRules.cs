using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Rules in masks, as <see cref="MaskRules"/>: signs with a meaning beyond their own token, unless they stand where they have
/// none; numbers; acronyms.
/// </summary>
internal static class SignRules
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(in SignMasks signs, ref WindowMasks masks)
    {
        var letter = masks.Letter;
        var digit = masks.Digit;
        var period = masks.Period;
        var nonAscii = masks.NonAscii;
        var ascii = ~nonAscii;
        var word = letter | digit;
        var behindWord = word << 1;
        var beforeWord = word >> 1;
        var betweenDigits = (digit << 1) & (digit >> 1);
        var beforeSpace = masks.Space >> 1;
        var behindSpace = (masks.Space << 1) | 1;

        // 3.5, 1,000, 5:30; with letters before the digits these would be other things.
        var decimals = period & betweenDigits;
        var commas = signs.Comma & betweenDigits & ascii;
        var groups = commas & (digit >> 2) & (digit >> 3) & ~(digit >> 4);
        var colons = signs.Colon & betweenDigits & ascii;
        var mixed = ((letter << 1) & digit) != 0 ? commas | colons : 0;

        // U.S., a.m.: single letters with a period behind each; not behind an apostrophe (I'm.).
        var single = letter & ~(nonAscii | behindWord | beforeWord | (masks.ApostropheEnds << 1));
        var inner = period & (single << 1) & (single >> 1);
        var acronyms = period & (single << 1) & (inner << 2) & ~beforeWord;

        // "..", "?!", "——".
        var run = period | (ascii & signs.Run) | masks.Run;

        var joined = inner | acronyms | decimals | groups | colons;
        masks.Joined |= joined;
        masks.Asked &= ~(joined & period);
        masks.Symbol |= ascii & signs.Symbol;
        masks.Hard |= (ascii & signs.Hard)
            | (ascii & signs.Lone & ~(behindSpace & beforeSpace))
            | (ascii & signs.Stop & ~(beforeSpace | colons))
            | (ascii & signs.Dollar & (behindWord | (signs.Dollar << 1)))
            | (commas & ~groups)
            | (masks.Hyphen & betweenDigits)
            | mixed
            | (run & (run << 1))
            | (period & beforeWord & ~(inner | decimals));
    }
}
