using NewsNlp.Documents;

namespace NewsNlp.Tool.Hosting;

/// <summary>Turns a text into a document; called from several threads at once.</summary>
internal delegate Document Annotate(string text, DocumentMetadata metadata, CancellationToken cancellationToken);
