using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp;

/// <summary>A custom stage: it reads the finished document and writes annotations of its own.</summary>
/// <remarks>
/// Annotators run behind the built-in stages, in the order in which they were added.
/// An implementation is shared by threads and must not keep anything of a document.
/// </remarks>
public interface IAnnotator : IRequiresLayers
{
    /// <summary>The annotations that it reads; other annotators write them.</summary>
    IReadOnlyCollection<AnnotationKey> RequiresAnnotations => [];

    /// <summary>The annotations that it writes, each exactly once a document.</summary>
    IReadOnlyCollection<AnnotationKey> Writes { get; }

    /// <summary>Annotates a document.</summary>
    /// <param name="document">The document so far.</param>
    /// <param name="sink">Takes the annotations that <see cref="Writes"/> names.</param>
    void Annotate(Document document, AnnotationSink sink);
}
