using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// Finds tokens 64 code units at a time. A window starts behind white space and counts up to its last white space, so that
/// it holds whole chunks: what stands between white space is decided by bits of masks alone. A chunk with anything that the
/// masks cannot prove is given to the scalar definition, <see cref="TokenScanner"/>; so the result is always its result.
/// </summary>
/// <remarks>
/// Masks over bytes after Langdale and Lemire, "Parsing gigabytes of JSON per second" (VLDB Journal 28, 2019).
/// </remarks>
internal static unsafe class WindowTokenizer<TUnit, TEncoding, TWidth>
    where TUnit : unmanaged
    where TEncoding : struct, IEncoding<TUnit>
    where TWidth : struct, IWindowWidth
{
    private const int Window = WindowEdge.Window;
    private const int CacheLine = 64;

    // How many bytes before they are read the text's are asked for: some cache lines more than a window takes to read.
    private const int Ahead = 2048;

    public static void Run(ReadOnlySpan<TUnit> text, WindowRules rules, TokenBuffer tokens)
    {
        var batch = tokens.Scratch.Batch;
        var index = 0;
        tokens.BeginWriting(canNote: typeof(TUnit) == typeof(char) && StopNoter.IsSupported);
        fixed (TUnit* start = text)
        {
            while (index < text.Length)
            {
                tokens.CancellationToken.ThrowIfCancellationRequested();
                index = Fill(start, text.Length, index, rules, tokens.Scratch, out var isBeforeLongChunk);
                if (batch.Count != 0)
                {
                    WindowReader<TUnit, TEncoding, TWidth>.Read(text, batch, rules, tokens);
                }

                if (isBeforeLongChunk)
                {
                    index = LongChunk(text, index, rules, tokens);
                }
            }
        }

        tokens.EndWriting();

        // The rules' tables are read by their addresses.
        GC.KeepAlive(rules);
    }

    /// <summary>Classifies the next windows until the batch is full, the text ends, or a chunk is longer than a window.</summary>
    /// <returns>The index behind them.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Fill(TUnit* text, int length, int index, WindowRules rules, TokenScratch scratch, out bool isBeforeLongChunk)
    {
        var batch = scratch.Batch;
        var windows = batch.Windows;
        var count = 0;
        var edges = 0;
        var nonAscii = batch.FirstList;
        var ordinals = batch.SecondList;
        isBeforeLongChunk = false;
        while (index < length && count < WindowBatch.Capacity)
        {
            var units = text + index;
            if (index < WindowEdge.Before || index > length - Window - WindowEdge.Behind)
            {
                if (edges == WindowEdge.Count)
                {
                    break;
                }

                units = WindowEdge.Copy(text, length, index, (TUnit*)scratch.Edges + (edges * WindowEdge.Length));
                edges++;
            }

            if (Sse.IsSupported)
            {
                Sse.Prefetch0((byte*)units + Ahead);
                Sse.Prefetch0((byte*)units + Ahead + CacheLine);
            }

            ref var window = ref windows[count];
            var space = TWidth.Classify<TUnit, TEncoding>(units, rules, ref window);
            if (space == 0)
            {
                isBeforeLongChunk = true;
                break;
            }

            var last = BitOperations.Log2(space);
            window.Live = (1UL << last) - 1;
            window.Units = units;
            window.Index = index;
            nonAscii.Add(count, window.NonAscii != 0);
            ordinals.Add(count, ((window.Digit << 1) & window.Letter & window.Live) != 0);
            index += last + 1;
            count++;
        }


        batch.Count = count;
        batch.WithNonAscii = nonAscii;
        batch.WithOrdinals = ordinals;
        return index;
    }

    /// <summary>Appends the tokens of a chunk that is longer than a window.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LongChunk(ReadOnlySpan<TUnit> text, int index, WindowRules rules, TokenBuffer tokens)
    {
        var end = TEncoding.EndOfChunk(text, index + Window);
        var before = tokens.Count;
        TEncoding.ScanChunk(text, index, end, rules.Scalar, tokens, tokens.Scratch);
        tokens.StopsToNote?.AddAll(before, tokens.Count);
        return end;
    }
}
