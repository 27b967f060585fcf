using NewsNlp.Documents;
using NewsNlp.Threading;

namespace NewsNlp.Entities;

/// <summary>A recognizer of the product's own, which can leave its mentions in a buffer instead of a sink.</summary>
internal interface IMentionFinder
{
    /// <summary>Adds the mentions of a document, in order, not overlapping.</summary>
    void Find(Document document, InterruptibleList<FoundMention> mentions, CancellationToken cancellationToken);
}
