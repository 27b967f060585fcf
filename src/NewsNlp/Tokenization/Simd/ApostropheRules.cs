using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Rules in masks, as <see cref="MaskRules"/>: clitics, possessives, single quotation marks.</summary>
internal static unsafe class ApostropheRules
{
    /// <summary>Reads the apostrophes of four windows of a list; behind its end, the last one stands for those that are missing.</summary>
    /// <param name="letters">The letters of clitics in the windows of the list.</param>
    /// <param name="windows">All windows.</param>
    /// <param name="list">The list.</param>
    /// <param name="from">The first of the four.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>Apostrophes before a word, to be looked up: quotation marks if the word is not listed. A lane for each window.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Read(CliticMasks* letters, WindowMasks* windows, in WindowList list, int from, WindowRules rules)
    {
        var (second, third, fourth) = list.After(from);
        ref var clitics0 = ref letters[from];
        ref var clitics1 = ref letters[second];
        ref var clitics2 = ref letters[third];
        ref var clitics3 = ref letters[fourth];
        ref var masks0 = ref windows[list[from]];
        ref var masks1 = ref windows[list[second]];
        ref var masks2 = ref windows[list[third]];
        ref var masks3 = ref windows[list[fourth]];
        var singleToRV = FourWindows.Load(ref clitics0.Single, ref clitics1.Single, ref clitics2.Single, ref clitics3.Single);
        var eToO = FourWindows.Load(ref clitics0.E, ref clitics1.E, ref clitics2.E, ref clitics3.E);
        var spaceToApostrophe = FourWindows.Load(ref masks0.Space, ref masks1.Space, ref masks2.Space, ref masks3.Space);
        var hyphenToNonAscii = FourWindows.Load(ref masks0.Hyphen, ref masks1.Hyphen, ref masks2.Hyphen, ref masks3.Hyphen);
        var longOnes = FourWindows.Load(ref masks0.Run, ref masks1.Run, ref masks2.Run, ref masks3.Run).Fourth;
        var special = Vector256.Create(masks0.Special, masks1.Special, masks2.Special, masks3.Special);
        var starts = spaceToApostrophe.Fourth;
        var digit = spaceToApostrophe.Second;
        var letter = hyphenToNonAscii.Second;
        var shortOnes = starts & ~longOnes;
        var word = letter | digit;

        // Two plain ones are a quotation mark; what three are, or two curly ones, the scalar definition says.
        var pairs = shortOnes & ~hyphenToNonAscii.Fourth;
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
        var clitics = (one & (singleToRV.First >> 1))
            | (two & (((singleToRV.Fourth >> 1) & (eToO.First >> 2)) | ((eToO.Second >> 1) & (eToO.Second >> 2))));
        var nots = one & (singleToRV.Third >> 1);
        clitics = (clitics & shortBetween) | ((clitics >> 2) & longBetween);
        nots = ((nots & shortBetween) | ((nots >> 2) & longBetween)) & (singleToRV.Second << 1) & (letter << 2) & ~(special << 2);
        var split = clitics | nots;

        // O'Brien.
        var beforeLetter = (shortBetween & (letter >> 1)) | (longBetween & (letter >> 3));
        var names = beforeLetter & (eToO.Third << 1) & ((spaceToApostrophe.First << 2) | Vector256.Create(2UL)) & ~split & Vector256.Create(rules.EasyNames);
        split |= names;
        hard |= between & (~split | (digit << 1) | Vector256.Create(rules.HardContractions));

        var joined = split | ((split & longOnes) << 1) | ((split & longOnes) << 2);
        new FourWindows(hard, joined, pairs, clitics | (nots >> 1)).Add(ref masks0.Hard, ref masks1.Hard, ref masks2.Hard, ref masks3.Hard);
        return openings;
    }
}
