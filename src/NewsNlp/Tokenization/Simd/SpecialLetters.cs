using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// <see cref="WindowMasks.Special"/> without tables of 64 entries: pairs of letters that end the listed words, and the first
/// three letters of the endings behind a hyphen. A test holds it against the word lists.
/// </summary>
internal static class SpecialLetters
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find<TLetters>(TLetters letters)
        where TLetters : struct, ILetters
    {
        var n = letters.Find('n');
        var t = letters.Find('t');
        var e = letters.Find('e');
        var s = letters.Find('s');
        var l = letters.Find('l');
        var o = letters.Find('o');
        var a = letters.Find('a');
        var h = letters.Find('h');
        var i = letters.Find('i');

        // dont, cannot | gonna, gotta | lemme, ive, theyre | thats, theres | youll | dunno
        var ends = (t & ((n | o) << 1))
            | (a & ((n & (n << 1)) | (t & (t << 1))) << 1)
            | (e & ((letters.Find('m') | letters.Find('v') | letters.Find('r')) << 1))
            | (s & ((t | e) << 1))
            | (l & (l << 1))
            | (o & (n << 1));

        // esq(ue) | ish | wis(e)
        return ends | (letters.Find('q') & (s << 1)) | (h & (s << 1) & (i << 2)) | (s & (i << 1));
    }
}
