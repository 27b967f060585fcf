using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>A linear chain whose emissions come from sparse rows.</summary>
/// <threadsafety>Immutable; safe for any number of threads, each with its own workspace.</threadsafety>
internal sealed class SparseChain
{
    private SparseChain(SectionReader reader)
    {
        var chain = LinearChainModel.Read(reader);
        if (chain.LabelCount != ChainLabels.Count) throw reader.Damaged($"it has {chain.LabelCount} labels, not {ChainLabels.Count}");
        Table = SparseWeightTable.Read(reader, LabelLanes.OfLabels);
        if (Table.LabelCount != ChainLabels.Count) throw reader.Damaged("the weights have other labels than the chain");
        Lattice = new MentionLattice(chain);
    }

    /// <summary>What may follow what, with which score.</summary>
    public MentionLattice Lattice { get; }

    /// <summary>The weights of the features, in the order of <see cref="LabelLanes"/>.</summary>
    public SparseWeightTable Table { get; }

    /// <summary>Reads a chain; the reader stands behind it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static SparseChain Read(SectionReader reader) => new(reader);
}
