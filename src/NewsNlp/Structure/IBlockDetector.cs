using NewsNlp.Documents.Sinks;

namespace NewsNlp.Structure;

/// <summary>Says what the parts of the page are. The pipeline's first stage; replace it to read other layouts.</summary>
/// <remarks>An implementation is shared by threads and must not keep anything of a text.</remarks>
public interface IBlockDetector
{
    /// <summary>Adds the blocks of a text, in order; all that is not white space lies in one.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="sink">Takes the blocks.</param>
    void Detect(ReadOnlySpan<char> text, BlockSink sink);
}
