using NewsNlp.Quotations.Roles;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations.Roles;

/// <summary>Writes the numbers of the role network as the integers that <see cref="PairedWeights"/> and <see cref="RoleTables"/> read.</summary>
internal static class RoleWeightsWriter
{
    /// <summary>Writes a number in units of <see cref="RoleNetwork.Scale"/>, rounded; what does not fit is cut off.</summary>
    public static void Number(SectionWriter writer, float number) => writer.UInt16((ushort)Rounded(number));

    /// <summary>Writes a layer: its weights, those of two neighbouring inputs side by side, and what its outputs start from.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="weights">A row for each input, a column for each output; an even number of inputs.</param>
    /// <param name="offsets">What each output starts from.</param>
    public static void Write(SectionWriter writer, ReadOnlySpan<float> weights, ReadOnlySpan<float> offsets)
    {
        int outputs = offsets.Length, inputs = weights.Length / outputs;
        for (var i = 0; i < inputs; i += 2)
        {
            for (var output = 0; output < outputs; output++)
            {
                Number(writer, weights[(i * outputs) + output]);
                Number(writer, weights[((i + 1) * outputs) + output]);
            }
        }

        foreach (var offset in offsets)
        {
            writer.Int32((int)Math.Round(offset * (double)RoleNetwork.Scale * RoleNetwork.Scale));
        }
    }

    private static short Rounded(float number) =>
        (short)Math.Clamp(MathF.Round(number * RoleNetwork.Scale), short.MinValue, short.MaxValue);
}
