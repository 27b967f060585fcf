using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Entities;

/// <summary>Finds names, dates and amounts.</summary>
/// <remarks>An implementation is shared by threads and must not keep anything of a document.</remarks>
public interface IEntityRecognizer
{
    /// <summary>Adds the entity mentions of a document that has tokens and sentences.</summary>
    /// <param name="document">The document so far.</param>
    /// <param name="sink">Takes the mentions, in order.</param>
    void Recognize(Document document, EntityMentionSink sink);
}
