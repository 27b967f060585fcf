using System.Buffers.Binary;
using NewsNlp.Models;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Tests.Quotations.Roles;

public class PairedWeightsTests
{
    [Theory]
    [InlineData(2, 16)]
    [InlineData(6, 32)]
    [InlineData(8, 48)]
    [InlineData(32, 96)]
    [InlineData(76, 192)]
    [InlineData(92, 112)]
    public void Outputs_are_what_they_start_from_plus_inputs_times_weights(int inputs, int outputs)
    {
        var random = new Random(inputs + outputs);
        var weights = Numbers(random, inputs * outputs);
        int[] offsets = [.. Enumerable.Range(0, outputs).Select(_ => random.Next(-1_000_000, 1_000_000))];
        var layer = PairedWeights.Read(Section(weights, offsets, inputs, outputs), inputs, outputs);
        for (var rows = 1; rows <= 9; rows++)
        {
            var input = Numbers(random, rows * inputs);
            var sums = new int[(rows * outputs) + 1];
            sums[^1] = 77;
            layer.Multiply(input, rows, sums);
            for (var row = 0; row < rows; row++)
            {
                for (var output = 0; output < outputs; output++)
                {
                    long sum = offsets[output];
                    for (var i = 0; i < inputs; i++)
                    {
                        sum += input[(row * inputs) + i] * weights[(i * outputs) + output];
                    }

                    Assert.Equal((int)sum, sums[(row * outputs) + output]);
                }
            }

            Assert.Equal(77, sums[^1]);
        }
    }

    [Fact]
    public void The_largest_numbers_wrap_around_and_do_no_harm()
    {
        const int Inputs = 64, Outputs = 16;
        var weights = new short[Inputs * Outputs];
        Array.Fill(weights, short.MinValue);
        var layer = PairedWeights.Read(Section(weights, new int[Outputs], Inputs, Outputs), Inputs, Outputs);
        var sums = new int[Outputs];
        layer.Multiply(weights.AsSpan(0, Inputs), 1, sums);
        Assert.All(sums, sum => Assert.Equal(unchecked((int)(64L << 30)), sum));
    }

    [Fact]
    public void Too_little_room_is_refused()
    {
        var layer = PairedWeights.Read(Section(new short[32], new int[16], 2, 16), 2, 16);
        Assert.Throws<ArgumentOutOfRangeException>(() => layer.Multiply(new short[3], 2, new int[32]));
        Assert.Throws<ArgumentOutOfRangeException>(() => layer.Multiply(new short[4], 2, new int[31]));
    }

    [Fact]
    public void A_section_that_ends_early_is_refused() => Assert.Throws<ModelFormatException>(
        () => PairedWeights.Read(Section(new short[32], new int[15], 2, 16), 2, 16));

    private static short[] Numbers(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(-4096, 4097))];

    // The weights of neighbouring inputs side by side, then what the outputs start from.
    private static SectionReader Section(short[] weights, int[] offsets, int inputs, int outputs)
    {
        var bytes = new byte[(2 * weights.Length) + (4 * offsets.Length)];
        for (var i = 0; i < inputs; i++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var place = ((i / 2 * outputs) + output) * 2 + (i % 2);
                BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * place), weights[(i * outputs) + output]);
            }
        }

        for (var i = 0; i < offsets.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan((2 * weights.Length) + (4 * i)), offsets[i]);
        }

        return new SectionReader(ModelMemory.CopyOf(bytes), "test");
    }
}
