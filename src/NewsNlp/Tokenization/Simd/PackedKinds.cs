using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Documents;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Writes the kinds of a window's tokens: the two bits of each, packed to the front, then a byte each.</summary>
internal static class PackedKinds
{
    private const int Step = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ulong low, ulong high, int from, int to, ref TokenKind kinds)
    {
        for (var token = from; token < to; token += Step)
        {
            var eight = Bmi2.X64.ParallelBitDeposit(low >> token, 0x0101010101010101) | Bmi2.X64.ParallelBitDeposit(high >> token, 0x0202020202020202);
            Unsafe.WriteUnaligned(ref Unsafe.As<TokenKind, byte>(ref Unsafe.Add(ref kinds, token)), eight);
        }
    }
}
