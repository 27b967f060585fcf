using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Coreference;

/// <summary>Says which expressions mean the same entity, and which entity speaks each quote.</summary>
/// <remarks>
/// It runs last of the built-in stages, since "I" inside a quote is its speaker and "experts" matter once they speak.
/// An implementation is shared by threads and must not keep anything of a document.
/// </remarks>
public interface ICoreferenceResolver
{
    /// <summary>Adds the entities, their mentions, and the speakers of the document's quotes.</summary>
    /// <param name="document">The document so far; it has quotes where the pipeline attributes them.</param>
    /// <param name="sink">Takes entities, mentions and speakers.</param>
    void Resolve(Document document, CoreferenceSink sink);
}
