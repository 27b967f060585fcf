using System.Collections;

namespace NewsNlp.Documents;

/// <summary>
/// A read-only list of views over one layer of a document, in the order of the text. Enumerating it with
/// <c>foreach</c> allocates nothing; as <see cref="IReadOnlyList{T}"/> it works with LINQ.
/// </summary>
/// <typeparam name="T">The view.</typeparam>
/// <remarks>The default value is an empty list.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly struct AnnotationList<T> : IReadOnlyList<T>
    where T : struct, IDocumentView<T>
{
    private readonly Document? _document;
    private readonly int[]? _indices;
    private readonly int _first;

    internal AnnotationList(Document document, int first, int count, int[]? indices = null)
    {
        _document = document;
        _first = first;
        Count = count;
        _indices = indices;
    }

    /// <summary>How many annotations the list holds.</summary>
    public int Count { get; }

    /// <summary>The annotation at <paramref name="index"/>, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not in <c>[0, Count)</c>.</exception>
    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The list holds {Count} items.");
            }

            return At(index);
        }
    }

    /// <summary>An enumerator that allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T At(int index) =>
        T.At(_document!, _indices is null ? _first + index : _indices[_first + index]);

    /// <summary>Walks an <see cref="AnnotationList{T}"/>.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly AnnotationList<T> _list;
        private int _index;

        internal Enumerator(AnnotationList<T> list)
        {
            _list = list;
            _index = -1;
        }

        /// <summary>The annotation that the enumerator stands on.</summary>
        public readonly T Current => _list.At(_index);

        readonly object IEnumerator.Current => Current;

        /// <summary>Steps to the next annotation.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => ++_index < _list.Count;

        /// <summary>Goes back before the first annotation.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
