using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Quotations;

/// <summary>Finds what is attributed to whom: cues, sources in the text's own words, contents.</summary>
/// <remarks>
/// It runs before coreference, which sees its quotes and says which entity each source is.
/// An implementation is shared by threads and must not keep anything of a document.
/// </remarks>
public interface IQuoteAttributor
{
    /// <summary>Adds the quotes of a document.</summary>
    /// <param name="document">The document so far.</param>
    /// <param name="sink">Takes the quotes, in any order.</param>
    void Attribute(Document document, QuoteSink sink);
}
