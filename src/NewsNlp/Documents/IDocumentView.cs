namespace NewsNlp.Documents;

/// <summary>
/// A view of one annotation: a document and an index into one of its layers. The views of this namespace implement it so
/// that one list type serves them all; there is no reason to implement it elsewhere.
/// </summary>
/// <typeparam name="TSelf">The view itself.</typeparam>
public interface IDocumentView<TSelf>
    where TSelf : struct, IDocumentView<TSelf>
{
    /// <summary>The view of the annotation at <paramref name="index"/>; the index is not checked.</summary>
    static abstract TSelf At(Document document, int index);
}
