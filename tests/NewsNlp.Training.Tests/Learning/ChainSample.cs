using CsCheck;
using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tests.Learning;

/// <summary>A small random chain with a sequence to decode, and the answers that enumeration gives.</summary>
internal sealed class ChainSample(int labels, uint[] hashes, float[] weights, int[] chain, uint[][] features, ulong[] allowed)
{
    public LinearChainModel Model { get; } = Build(labels, hashes, weights, chain);

    public int Length => features.Length;

    public LinearChainWorkspace Begin(LinearChainWorkspace? reuse = null)
    {
        var workspace = reuse ?? new LinearChainWorkspace();
        workspace.Begin(Model, Length);
        for (int i = 0; i < Length; i++)
        {
            Model.Table.Accumulate(features[i], workspace.Emissions(i));
            workspace.Restrict(i, allowed[i]);
        }
        return workspace;
    }

    /// <summary>Every legal labelling with its score, in units of the quantum, best first.</summary>
    public List<(long Score, byte[] Labels)> Enumerate()
    {
        var all = new List<(long, byte[])>();
        var path = new byte[Length];
        Extend(0, 0);
        return [.. all.OrderByDescending(x => x.Item1)];

        void Extend(int i, long score)
        {
            if (i == Length)
            {
                int end = chain[labels + path[i - 1]];
                if (end != LinearChainModel.Illegal) all.Add((score + end, [.. path]));
                return;
            }
            for (int label = 0; label < labels; label++)
            {
                int step = i == 0 ? chain[label] : chain[(2 + path[i - 1]) * labels + label];
                if (step == LinearChainModel.Illegal || (allowed[i] >> label & 1) == 0) continue;
                long emission = 0;
                foreach (uint feature in features[i])
                {
                    int row = Model.Table.RowOf(feature);
                    if (row >= 0) emission += Model.Table.Weight(row, label);
                }
                path[i] = (byte)label;
                Extend(i + 1, score + step + emission);
            }
        }
    }

    /// <summary>Random chains of 1 to 5 labels and 1 to 5 positions, some transitions illegal, some labels not allowed.</summary>
    public static Gen<ChainSample> Any { get; } =
        from labels in Gen.Int[1, 5]
        from hashes in Gen.UInt.Array[1, 12]
        from weights in Gen.Float[-3, 3].Array[12 * 5]
        from chain in Gen.Frequency((1, Gen.Const(LinearChainModel.Illegal)), (4, Gen.Int[-20_000, 20_000])).Array[7 * 5]
        from features in Gen.Int[0, 14].Array[0, 6].Array[1, 5]
        from allowed in Gen.Frequency((3, Gen.Const(ulong.MaxValue)), (1, Gen.ULong)).Array[5]
        let distinct = hashes.Distinct().ToArray()
        select new ChainSample(
            labels,
            distinct,
            weights[..(distinct.Length * labels)],
            chain[..((labels + 2) * labels)],
            [.. features.Select(f => f.Select(i => i < distinct.Length ? distinct[i] : (uint)i).ToArray())],
            allowed);

    private static LinearChainModel Build(int labels, uint[] hashes, float[] weights, int[] chain)
    {
        var writer = new SectionWriter();
        WeightTableWriter.Write(writer, new FeatureWeights(hashes, weights, labels), 0);
        foreach (int score in chain) writer.Int32(score);
        var reader = new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "sample");
        var model = LinearChainModel.Read(reader);
        reader.End();
        return model;
    }
}
