using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>What is learned of mentions: a chain that finds candidates, and trees that judge them by the whole document.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class MentionModel
{
    private MentionModel(SectionReader reader, LabelScheme scheme)
    {
        Scheme = scheme;
        Chain = SparseChain.Read(reader);
        if (Chain.Lanes.LabelCount != scheme.ChainCount)
            throw reader.Damaged($"it has {Chain.Lanes.LabelCount} labels, not {scheme.ChainCount}");
        Memory = NameMemory.Read(reader, scheme.Labels.Count);
        Trees = BoostedTrees.Read(reader, CandidateTraits.CountFor(scheme));
        Threshold = reader.Double();
    }

    /// <summary>Which labels it gives.</summary>
    public LabelScheme Scheme { get; }

    /// <summary>What finds candidates.</summary>
    public SparseChain Chain { get; }

    /// <summary>What the training articles say of names.</summary>
    public NameMemory Memory { get; }

    /// <summary>What judges them.</summary>
    public BoostedTrees Trees { get; }

    /// <summary>How probable a candidate must be to be chosen.</summary>
    public double Threshold { get; }

    /// <summary>Reads a model; the reader stands behind it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static MentionModel Read(SectionReader reader, LabelScheme scheme) => new(reader, scheme);
}
