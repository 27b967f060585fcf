using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Quotations.Roles;

// Sums of products by what the processor has. All versions give the same sums.
internal sealed unsafe partial class PairedWeights
{
    // With 512-bit vectors so many outputs are added up at a time.
    private const int AtOnce = 48;

    private void OneRow(short* input, int* sums)
    {
        var output = 0;
        if (Avx2.IsSupported)
        {
            for (; output + 32 <= Outputs; output += 32)
            {
                ThirtyTwoAvx2(input, _weights + (2 * output), _offsets + output, sums + output);
            }

            for (; output < Outputs; output += 16)
            {
                SixteenAvx2(input, _weights + (2 * output), _offsets + output, sums + output);
            }
        }

        for (; output < Outputs; output += 16)
        {
            SixteenPortable(input, _weights + (2 * output), _offsets + output, sums + output);
        }
    }

    // Four rows at a time, so that a weight is loaded once for four.
    private void FourRowsAvx512(short* input, int* sums)
    {
        for (var output = 0; output < Outputs; output += AtOnce)
        {
            var offset = _offsets + output;
            Vector512<int> a0 = Vector512.Load(offset), a1 = Vector512.Load(offset + 16), a2 = Vector512.Load(offset + 32);
            Vector512<int> b0 = a0, b1 = a1, b2 = a2, c0 = a0, c1 = a1, c2 = a2, d0 = a0, d1 = a1, d2 = a2;
            var weights = _weights + (2 * output);
            var end = input + Inputs;
            for (var pair = input; pair < end; pair += 2, weights += 2 * Outputs)
            {
                Vector512<short> w0 = Vector512.Load(weights), w1 = Vector512.Load(weights + 32), w2 = Vector512.Load(weights + 64);
                var own = Pair512(pair);
                a0 += Avx512BW.MultiplyAddAdjacent(w0, own);
                a1 += Avx512BW.MultiplyAddAdjacent(w1, own);
                a2 += Avx512BW.MultiplyAddAdjacent(w2, own);
                own = Pair512(pair + Inputs);
                b0 += Avx512BW.MultiplyAddAdjacent(w0, own);
                b1 += Avx512BW.MultiplyAddAdjacent(w1, own);
                b2 += Avx512BW.MultiplyAddAdjacent(w2, own);
                own = Pair512(pair + (2 * Inputs));
                c0 += Avx512BW.MultiplyAddAdjacent(w0, own);
                c1 += Avx512BW.MultiplyAddAdjacent(w1, own);
                c2 += Avx512BW.MultiplyAddAdjacent(w2, own);
                own = Pair512(pair + (3 * Inputs));
                d0 += Avx512BW.MultiplyAddAdjacent(w0, own);
                d1 += Avx512BW.MultiplyAddAdjacent(w1, own);
                d2 += Avx512BW.MultiplyAddAdjacent(w2, own);
            }

            Store(a0, a1, a2, sums + output);
            Store(b0, b1, b2, sums + Outputs + output);
            Store(c0, c1, c2, sums + (2 * Outputs) + output);
            Store(d0, d1, d2, sums + (3 * Outputs) + output);
        }
    }

    private void OneRowAvx512(short* input, int* sums)
    {
        for (var output = 0; output < Outputs; output += AtOnce)
        {
            var offset = _offsets + output;
            Vector512<int> s0 = Vector512.Load(offset), s1 = Vector512.Load(offset + 16), s2 = Vector512.Load(offset + 32);
            var weights = _weights + (2 * output);
            var end = input + Inputs;
            for (var pair = input; pair < end; pair += 2, weights += 2 * Outputs)
            {
                var own = Pair512(pair);
                s0 += Avx512BW.MultiplyAddAdjacent(own, Vector512.Load(weights));
                s1 += Avx512BW.MultiplyAddAdjacent(own, Vector512.Load(weights + 32));
                s2 += Avx512BW.MultiplyAddAdjacent(own, Vector512.Load(weights + 64));
            }

            Store(s0, s1, s2, sums + output);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> first, Vector512<int> second, Vector512<int> third, int* sums)
    {
        first.Store(sums);
        second.Store(sums + 16);
        third.Store(sums + 32);
    }

    private void ThirtyTwoAvx2(short* input, short* weights, int* offsets, int* sums)
    {
        Vector256<int> s0 = Vector256.Load(offsets), s1 = Vector256.Load(offsets + 8);
        Vector256<int> s2 = Vector256.Load(offsets + 16), s3 = Vector256.Load(offsets + 24);
        for (var i = 0; i < Inputs; i += 2, weights += 2 * Outputs)
        {
            var pair = Pair256(input + i);
            s0 += Avx2.MultiplyAddAdjacent(pair, Vector256.Load(weights));
            s1 += Avx2.MultiplyAddAdjacent(pair, Vector256.Load(weights + 16));
            s2 += Avx2.MultiplyAddAdjacent(pair, Vector256.Load(weights + 32));
            s3 += Avx2.MultiplyAddAdjacent(pair, Vector256.Load(weights + 48));
        }

        s0.Store(sums);
        s1.Store(sums + 8);
        s2.Store(sums + 16);
        s3.Store(sums + 24);
    }

    private void SixteenAvx2(short* input, short* weights, int* offsets, int* sums)
    {
        Vector256<int> s0 = Vector256.Load(offsets), s1 = Vector256.Load(offsets + 8);
        for (var i = 0; i < Inputs; i += 2, weights += 2 * Outputs)
        {
            var pair = Pair256(input + i);
            s0 += Avx2.MultiplyAddAdjacent(pair, Vector256.Load(weights));
            s1 += Avx2.MultiplyAddAdjacent(pair, Vector256.Load(weights + 16));
        }

        s0.Store(sums);
        s1.Store(sums + 8);
    }

    private void SixteenPortable(short* input, short* weights, int* offsets, int* sums)
    {
        if (!Vector128.IsHardwareAccelerated || !BitConverter.IsLittleEndian)
        {
            SixteenScalar(input, weights, offsets, sums);
            return;
        }

        Vector128<int> s0 = Vector128.Load(offsets), s1 = Vector128.Load(offsets + 4);
        Vector128<int> s2 = Vector128.Load(offsets + 8), s3 = Vector128.Load(offsets + 12);
        for (var i = 0; i < Inputs; i += 2, weights += 2 * Outputs)
        {
            Vector128<int> even = Vector128.Create((int)input[i]), odd = Vector128.Create((int)input[i + 1]);
            s0 += PairPortable(weights, even, odd);
            s1 += PairPortable(weights + 8, even, odd);
            s2 += PairPortable(weights + 16, even, odd);
            s3 += PairPortable(weights + 24, even, odd);
        }

        s0.Store(sums);
        s1.Store(sums + 4);
        s2.Store(sums + 8);
        s3.Store(sums + 12);
    }

    private void SixteenScalar(short* input, short* weights, int* offsets, int* sums)
    {
        for (var output = 0; output < 16; output++)
        {
            var sum = offsets[output];
            var weight = weights + (2 * output);
            for (var i = 0; i < Inputs; i += 2, weight += 2 * Outputs)
            {
                sum += (input[i] * weight[0]) + (input[i + 1] * weight[1]);
            }

            sums[output] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair512(short* pair) => Vector512.Create(Unsafe.ReadUnaligned<int>(pair)).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair256(short* pair) => Vector256.Create(Unsafe.ReadUnaligned<int>(pair)).AsInt16();

    // Four outputs' pairs of weights are four 32-bit numbers: the first weight in the low half, the second in the high one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> PairPortable(short* weights, Vector128<int> even, Vector128<int> odd)
    {
        var pairs = Vector128.Load(weights).AsInt32();
        return (((pairs << 16) >> 16) * even) + ((pairs >> 16) * odd);
    }
}
