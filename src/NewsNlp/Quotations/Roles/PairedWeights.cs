using System.Buffers.Binary;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// The weights of a layer as 16-bit integers, those of two neighbouring inputs side by side, as the instruction wants them that
/// multiplies and adds pairs. Sums are 32-bit integers, so that they are the same on every processor. Immutable, safe for many threads.
/// </summary>
internal sealed unsafe partial class PairedWeights
{
    /// <summary>The number of outputs is a multiple of this.</summary>
    public const int OutputsMultiple = 16;

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
}
