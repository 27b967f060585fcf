using System.Numerics;
using System.Runtime.CompilerServices;
using NewsNlp.Documents;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Writes tokens from masks one by one, where no vector can pack them.</summary>
internal static class ScalarEmitter
{
    private const int Step = 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Emit(ulong starts, ulong ends, ulong kindLow, ulong kindHigh, int origin, TokenSlots output)
    {
        // Four at a time: the loop's end is then easier to foresee. What is written too much is overwritten.
        var count = BitOperations.PopCount(starts);
        for (var token = 0; token < count; token += Step)
        {
            for (var i = token; i < token + Step; i++)
            {
                var start = BitOperations.TrailingZeroCount(starts);
                Unsafe.Add(ref output.Starts, i) = origin + start;
                Unsafe.Add(ref output.Lengths, i) = BitOperations.TrailingZeroCount(ends) - start + 1;
                Unsafe.Add(ref output.Kinds, i) = (TokenKind)(((kindLow >> start) & 1) | (((kindHigh >> start) & 1) << 1));
                starts &= starts - 1;
                ends &= ends - 1;
            }
        }
    }
}
