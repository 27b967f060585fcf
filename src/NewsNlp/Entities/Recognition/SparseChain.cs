using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>A linear chain whose emissions come from sparse rows.</summary>
/// <threadsafety>Immutable; safe for any number of threads, each with its own workspace.</threadsafety>
internal sealed class SparseChain
{
    private SparseChain(SectionReader reader)
    {
        Chain = LinearChainModel.Read(reader);
        Table = SparseWeightTable.Read(reader);
        if (Table.LabelCount != Chain.LabelCount) throw reader.Damaged("the weights have other labels than the chain");
    }

    /// <summary>What may follow what, with which score; it has no weights of features.</summary>
    public LinearChainModel Chain { get; }

    /// <summary>The weights of the features.</summary>
    public SparseWeightTable Table { get; }

    /// <summary>Reads a chain; the reader stands behind it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static SparseChain Read(SectionReader reader) => new(reader);
}
