using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>A linear chain whose emissions come from sparse rows.</summary>
/// <threadsafety>Immutable; safe for any number of threads, each with its own workspace.</threadsafety>
internal sealed class SparseChain
{
    private SparseChain(SectionReader reader)
    {
        var chain = LinearChainModel.Read(reader);
        int kinds = ChainLabels.KindOf(chain.LabelCount - 1) + 1;
        if (kinds > LabelScheme.MostLabels || chain.LabelCount != ChainLabels.CountFor(kinds))
            throw reader.Damaged($"it has {chain.LabelCount} labels");
        Lanes = new LabelLanes(kinds);
        Table = SparseWeightTable.Read(reader, Lanes.OfLabels);
        if (Table.LabelCount != chain.LabelCount) throw reader.Damaged("the weights have other labels than the chain");
        Lattice = new MentionLattice(chain, Lanes);
    }

    /// <summary>The order of the labels.</summary>
    public LabelLanes Lanes { get; }

    /// <summary>What may follow what, with which score.</summary>
    public MentionLattice Lattice { get; }

    /// <summary>The weights of the features, in the order of <see cref="Lanes"/>.</summary>
    public SparseWeightTable Table { get; }

    /// <summary>Reads a chain; the reader stands behind it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static SparseChain Read(SectionReader reader) => new(reader);
}
