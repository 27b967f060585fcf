using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Gives the chunks for which no mask can answer to the scalar definition.</summary>
internal static unsafe class HardChunks<TUnit, TEncoding>
    where TUnit : unmanaged
    where TEncoding : struct, IEncoding<TUnit>
{
    /// <summary>Puts the tokens of the scalar definition into the windows, in place of what the masks say.</summary>
    /// <returns>How many tokens more there are.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Read(ReadOnlySpan<TUnit> text, WindowBatch batch, WindowList list, WindowRules rules, TokenScratch scratch)
    {
        scratch.Tokens.Clear();
        var more = 0;
        for (var i = 0; i < list.Count; i++)
        {
            ref var window = ref batch.Windows[list[i]];
            more -= BitOperations.PopCount(window.Starts);
            ReadWindow(text, ref window, rules, scratch);
            more += BitOperations.PopCount(window.Starts);
        }

        return more;
    }

    /// <summary>Gives the tokens that the scalar definition found their kinds, which two bits cannot always say.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void SetKinds(WindowBatch batch, WindowList list, TokenBuffer tokens)
    {
        var found = tokens.Scratch.Tokens;
        var end = found.Count;
        for (var i = list.Count - 1; i >= 0; i--)
        {
            ref var window = ref batch.Windows[list[i]];
            tokens.SetKinds(window.FirstToken, window.Starts, window.Index, found, window.FirstFound, end);
            end = window.FirstFound;
        }
    }

    private static void ReadWindow(ReadOnlySpan<TUnit> text, ref WindowMasks window, WindowRules rules, TokenScratch scratch)
    {
        var found = scratch.Tokens;
        window.FirstFound = (ushort)found.Count;
        var units = 0UL;
        for (var hard = window.Hard & window.Live; hard != 0; hard &= ~units)
        {
            var bit = BitOperations.TrailingZeroCount(hard);
            var before = window.Space & ((1UL << bit) - 1);
            var first = before == 0 ? 0 : BitOperations.Log2(before) + 1;
            var behind = BitOperations.TrailingZeroCount(window.Space >> bit) + bit;
            var chunk = (1UL << behind) - (1UL << first);
            units |= chunk;
            window.Starts &= ~chunk;
            window.Ends &= ~chunk;
            if ((chunk & ~window.Period) == 0)
            {
                // The dots of what is left out are one token.
                window.Starts |= 1UL << first;
                window.Ends |= 1UL << (behind - 1);
            }
            else
            {
                TEncoding.ScanChunk(text, window.Index + first, window.Index + behind, rules.Scalar, found, scratch);
            }
        }

        for (int token = window.FirstFound; token < found.Count; token++)
        {
            var start = found.Starts[token] - window.Index;
            window.Starts |= 1UL << start;
            window.Ends |= 1UL << (start + found.Lengths[token] - 1);
        }
    }
}
