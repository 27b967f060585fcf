using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Turns the masks of a batch into tokens, one step for all windows after the other. Steps that few windows need first list
/// them, without a branch.
/// </summary>
internal static unsafe class WindowReader<TUnit, TEncoding, TWidth>
    where TUnit : unmanaged
    where TEncoding : struct, IEncoding<TUnit>
    where TWidth : struct, IWindowWidth
{
    public static void Read(ReadOnlySpan<TUnit> text, WindowBatch batch, WindowRules rules, TokenBuffer tokens)
    {
        ReadNonAscii(batch, rules);
        ReadOrdinals(batch);
        ReadMasks(batch, rules, out var withSigns, out var withApostrophes);
        ReadSigns(batch, withSigns, rules);
        ReadApostrophes(batch, withApostrophes, rules);
        WordReader<TUnit, TEncoding>.Read(batch, rules);
        var count = Divide(batch, out var withHardChunks);
        if (withHardChunks.Count != 0)
        {
            count += HardChunks<TUnit, TEncoding>.Read(text, batch, withHardChunks, rules, tokens.Scratch);
        }

        Emit(batch, count, tokens, withHardChunks);
        if (typeof(TUnit) == typeof(char) && tokens.StopsToNote is { } stops)
        {
            StopNoter.Note(batch, count, stops);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadNonAscii(WindowBatch batch, WindowRules rules)
    {
        // First what vectors find, then what follows from it: what a vector wrote is not there at once to be read.
        var windows = batch.Windows;
        var list = batch.WithNonAscii;
        for (var i = 0; i < list.Count; i++)
        {
            ref var window = ref windows[list[i]];
            TWidth.ClassifyNonAscii<TUnit, TEncoding>((TUnit*)window.Units, window.NonAscii, ref batch.NonAscii[i]);
        }

        for (var i = 0; i < list.Count; i++)
        {
            ref var window = ref windows[list[i]];
            window.Replace(batch.NonAscii[i]);
            window.Hard |= window.NonAscii & ~window.Space & rules.HardNonAscii;
        }
    }

    private static void ReadOrdinals(WindowBatch batch)
    {
        var list = batch.WithOrdinals;
        for (var i = 0; i < list.Count; i++)
        {
            WordReader<TUnit, TEncoding>.ReadOrdinals(ref batch.Windows[list[i]]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadMasks(WindowBatch batch, WindowRules rules, out WindowList withSigns, out WindowList withApostrophes)
    {
        var windows = batch.Windows;
        var signs = batch.FirstList;
        var apostrophes = batch.SecondList;
        var hardCompounds = rules.HardCompounds;
        for (var i = 0; i < batch.Count; i += FourWindows.Count)
        {
            // Behind the last window are old ones: what they say does not count.
            var withSign = MaskRules.Read(ref windows[i], hardCompounds, out var withApostrophe);
            var count = Math.Min(FourWindows.Count, batch.Count - i);
            for (var j = 0; j < count; j++)
            {
                signs.Add(i + j, ((withSign >> j) & 1) != 0);
                apostrophes.Add(i + j, ((withApostrophe >> j) & 1) != 0);
            }
        }

        withSigns = signs;
        withApostrophes = apostrophes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadSigns(WindowBatch batch, WindowList list, WindowRules rules)
    {
        var windows = batch.Windows;
        for (var i = 0; i < list.Count; i++)
        {
            TWidth.FindSigns<TUnit, TEncoding>((TUnit*)windows[list[i]].Units, rules, ref batch.Signs[i]);
        }

        for (var i = 0; i < list.Count; i += FourWindows.Count)
        {
            SignRules.Read(batch.Signs, windows, list, i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadApostrophes(WindowBatch batch, WindowList list, WindowRules rules)
    {
        var windows = batch.Windows;
        for (var i = 0; i < list.Count; i++)
        {
            TWidth.FindClitics<TUnit, TEncoding>((TUnit*)windows[list[i]].Units, rules, ref batch.Clitics[i]);
        }

        var openings = batch.FirstPlaces;
        for (var i = 0; i < list.Count; i += FourWindows.Count)
        {
            var found = ApostropheRules.Read(batch.Clitics, windows, list, i, rules);
            if (found == Vector256<ulong>.Zero)
            {
                continue;
            }

            for (var j = i; j < Math.Min(list.Count, i + FourWindows.Count); j++)
            {
                openings.Add(list[j], found[j - i]);
            }
        }

        for (var i = 0; i < openings.Count; i++)
        {
            ref var window = ref windows[openings.WindowAt(i)];
            var at = openings.UnitAt(i);
            window.Hard |= WordReader<TUnit, TEncoding>.IsElision(window, at, rules.Filter) ? 1UL << at : 0;
        }
    }

    /// <summary>Finds where the tokens start and end.</summary>
    /// <returns>How many tokens there are.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Divide(WindowBatch batch, out WindowList withHardChunks)
    {
        var windows = batch.Windows;
        var hard = batch.FirstList;
        var count = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            ref var window = ref windows[i];
            var space = window.Space;
            var live = window.Live;
            var word = window.Word;
            var other = ~(space | word | window.Inside);
            var starts = ((word & ~(word << 1)) | other | window.Clitics) & live;
            hard.Add(i, (window.Hard & live) != 0);
            window.Starts = starts;
            window.Ends = ~space & ((starts | space) >> 1) & live;
            window.Other = other;
            count += BitOperations.PopCount(starts);
        }

        withHardChunks = hard;
        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Emit(WindowBatch batch, int count, TokenBuffer tokens, WindowList withHardChunks)
    {
        var windows = batch.Windows;
        var slots = tokens.Reserve(count + WindowEdge.Window);
        var origin = tokens.Origin;
        var first = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            ref var window = ref windows[i];
            var kindLow = window.Digit | (window.Symbol & window.Other);
            window.FirstToken = (ushort)first;
            TWidth.Emit(window.Starts, window.Ends, kindLow, window.Other, origin + window.Index, slots.From(first));
            first += BitOperations.PopCount(window.Starts);
        }

        TWidth.Finish(slots, count);
        if (withHardChunks.Count != 0)
        {
            HardChunks<TUnit, TEncoding>.SetKinds(batch, withHardChunks, tokens);
        }

        tokens.Commit(count);
    }
}
