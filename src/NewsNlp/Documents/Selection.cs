using System.Collections;

namespace NewsNlp.Documents;

/// <summary>What a <see cref="Selection{TView, TChoice}"/> picks from a list of views.</summary>
/// <typeparam name="T">The view.</typeparam>
public interface IViewChoice<T>
    where T : struct
{
    /// <summary>Whether a view is picked.</summary>
    bool Takes(T view);
}

/// <summary>
/// Some of the views of one layer of a document, in the order of the text, picked as they are enumerated. <c>foreach</c> over it allocates
/// nothing; as <see cref="IEnumerable{T}"/> it works with LINQ.
/// </summary>
/// <typeparam name="TView">The view.</typeparam>
/// <typeparam name="TChoice">What picks them.</typeparam>
/// <remarks>The default value is empty.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly struct Selection<TView, TChoice> : IEnumerable<TView>
    where TView : struct, IDocumentView<TView>
    where TChoice : struct, IViewChoice<TView>
{
    private readonly Document? _document;
    private readonly int _first;
    private readonly int _end;
    private readonly TChoice _choice;

    internal Selection(Document document, int first, int count, TChoice choice)
    {
        _document = document;
        _first = first;
        _end = first + count;
        _choice = choice;
    }

    /// <summary>How many there are; looks at every view of the layer.</summary>
    public int Count()
    {
        int count = 0;
        foreach (var _ in this) count++;
        return count;
    }

    /// <summary>Whether there is any.</summary>
    public bool Any() => GetEnumerator().MoveNext();

    /// <summary>The first one; null where there is none.</summary>
    public TView? FirstOrNull()
    {
        var enumerator = GetEnumerator();
        return enumerator.MoveNext() ? enumerator.Current : null;
    }

    /// <summary>An enumerator that allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<TView> IEnumerable<TView>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks a <see cref="Selection{TView, TChoice}"/>.</summary>
    public struct Enumerator : IEnumerator<TView>
    {
        private readonly Selection<TView, TChoice> _selection;
        private int _index;

        internal Enumerator(Selection<TView, TChoice> selection)
        {
            _selection = selection;
            _index = selection._first - 1;
        }

        /// <summary>The view that the enumerator stands on.</summary>
        public readonly TView Current => TView.At(_selection._document!, _index);

        readonly object IEnumerator.Current => Current;

        /// <summary>Steps to the next view that is picked.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            while (++_index < _selection._end)
            {
                if (_selection._choice.Takes(Current)) return true;
            }

            return false;
        }

        /// <summary>Goes back before the first view.</summary>
        public void Reset() => _index = _selection._first - 1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
