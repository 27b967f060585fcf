using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Sentences;

/// <summary>Groups tokens into sentences.</summary>
/// <remarks>An implementation is shared by threads and must not keep anything of a document.</remarks>
public interface ISentenceSplitter
{
    /// <summary>Adds the sentences of a document that has tokens, and blocks where the pipeline detects them.</summary>
    /// <param name="document">The document so far.</param>
    /// <param name="sink">Takes the sentences.</param>
    void Split(Document document, SentenceSink sink);
}
