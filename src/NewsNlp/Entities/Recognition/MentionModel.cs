using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>What is learned of mentions: a chain that finds candidates, and trees that judge them by the whole document.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class MentionModel
{
    private MentionModel(SectionReader reader)
    {
        Chain = SparseChain.Read(reader);
        Memory = NameMemory.Read(reader);
        Trees = BoostedTrees.Read(reader, CandidateTraits.Count);
        Threshold = reader.Double();
    }

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
    public static MentionModel Read(SectionReader reader) => new(reader);
}
