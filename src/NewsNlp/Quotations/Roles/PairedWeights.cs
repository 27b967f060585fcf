using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// The weights of a layer as 16-bit integers, those of two neighbouring inputs side by side, as the instruction wants them that
/// multiplies and adds pairs. Sums are 32-bit integers, so that they are the same on every processor. Immutable, safe for many threads.
/// </summary>
internal sealed unsafe class PairedWeights
{
    /// <summary>The number of outputs is a multiple of this.</summary>
    public const int OutputsMultiple = 16;

    // With 512-bit vectors so many outputs are added up at a time.
    private const int AtOnce = 48;

    // Loads that cross cache lines take twice as long, and all of the weights are loaded for each token.
    private const int Alignment = 64;

    private readonly ModelMemory _memory;
    private readonly short* _weights;
    private readonly int* _offsets;

    private PairedWeights(SectionReader reader, int inputs, int outputs)
    {
        Inputs = inputs;
        Outputs = outputs;
        var weights = reader.Bytes(2L * inputs * outputs);
        var offsets = reader.Bytes(4L * outputs);
        _memory = ModelMemory.Allocate(weights.Length + offsets.Length + Alignment, out _);
        var start = (byte*)(((nint)_memory.Address + Alignment - 1) / Alignment * Alignment);
        _weights = (short*)start;
        _offsets = (int*)(start + weights.Length);
        weights.CopyTo(new Span<byte>(_weights, weights.Length));
        offsets.CopyTo(new Span<byte>(_offsets, offsets.Length));
        if (!BitConverter.IsLittleEndian)
        {
            var shorts = new Span<short>(_weights, inputs * outputs);
            var integers = new Span<int>(_offsets, outputs);
            BinaryPrimitives.ReverseEndianness(shorts, shorts);
            BinaryPrimitives.ReverseEndianness(integers, integers);
        }
    }

    /// <summary>How many inputs a row has; even.</summary>
    public int Inputs { get; }

    /// <summary>How many outputs a row has.</summary>
    public int Outputs { get; }

    /// <summary>Reads weights and what each output starts from; the reader stands behind them when this returns.</summary>
    /// <param name="reader">Reads the section.</param>
    /// <param name="inputs">How many inputs there are; even.</param>
    /// <param name="outputs">How many outputs there are, a multiple of <see cref="OutputsMultiple"/>.</param>
    public static PairedWeights Read(SectionReader reader, int inputs, int outputs) => new(reader, inputs, outputs);

    /// <summary>Multiplies: each output is what it starts from, plus the inputs times its weights; what is too large wraps around.</summary>
    /// <param name="inputs">The inputs of all rows, one row behind the other.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="sums">Takes the outputs of all rows, one row behind the other.</param>
    public void Multiply(ReadOnlySpan<short> inputs, int rows, Span<int> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Length, rows * Inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, rows * Outputs);
        fixed (short* input = inputs)
        fixed (int* sum = sums)
        {
            Multiply(input, rows, sum);
        }
    }

    /// <summary>As <see cref="Multiply(ReadOnlySpan{short}, int, Span{int})"/>; nothing is checked.</summary>
    public void Multiply(short* inputs, int rows, int* sums)
    {
        var row = 0;
        if (Avx512BW.IsSupported && Outputs % AtOnce == 0)
        {
            for (; row + 4 <= rows; row += 4)
            {
                FourRowsAvx512(inputs + (row * Inputs), sums + (row * Outputs));
            }

            for (; row < rows; row++)
            {
                OneRowAvx512(inputs + (row * Inputs), sums + (row * Outputs));
            }
        }

        for (; row < rows; row++)
        {
            OneRow(inputs + (row * Inputs), sums + (row * Outputs));
        }

        GC.KeepAlive(_memory);
    }

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
