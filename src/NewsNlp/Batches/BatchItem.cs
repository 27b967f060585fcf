using System.Diagnostics.CodeAnalysis;
using NewsNlp.Documents;

namespace NewsNlp.Batches;

/// <summary>A caller's item and what became of it.</summary>
/// <typeparam name="T">The caller's item.</typeparam>
public readonly record struct BatchItem<T>
{
    private readonly Document? _document;

    internal BatchItem(T item, Document? document, Exception? error)
    {
        Item = item;
        _document = document;
        Error = error;
    }

    /// <summary>The caller's item.</summary>
    public T Item { get; }

    /// <summary>Why the item failed; null where it did not.</summary>
    public Exception? Error { get; }

    /// <summary>Whether there is a document.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The document.</summary>
    /// <exception cref="InvalidOperationException">The item failed; the inner exception says why.</exception>
    public Document Document =>
        _document ?? throw new InvalidOperationException("The item has no document; look at Error before reading it.", Error);
}
