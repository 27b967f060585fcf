using System.Collections;

namespace NewsNlp.Documents;

/// <summary>A read-only list of spans, in the order of the text.</summary>
/// <remarks>The default value is an empty list. Enumerating it with <c>foreach</c> allocates nothing.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly struct TextSpanList : IReadOnlyList<TextSpan>
{
    private readonly TextSpan[]? _spans;
    private readonly int _first;

    internal TextSpanList(TextSpan[] spans, int first, int count)
    {
        _spans = spans;
        _first = first;
        Count = count;
    }

    /// <summary>How many spans the list holds.</summary>
    public int Count { get; }

    /// <summary>The span at <paramref name="index"/>, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not in <c>[0, Count)</c>.</exception>
    public TextSpan this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The list holds {Count} spans.");
            }

            return _spans![_first + index];
        }
    }

    /// <summary>The spans as memory that the document owns.</summary>
    public ReadOnlySpan<TextSpan> AsSpan() => _spans.AsSpan(_first, Count);

    /// <summary>An enumerator that allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<TextSpan> IEnumerable<TextSpan>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks a <see cref="TextSpanList"/>.</summary>
    public struct Enumerator : IEnumerator<TextSpan>
    {
        private readonly TextSpanList _list;
        private int _index;

        internal Enumerator(TextSpanList list)
        {
            _list = list;
            _index = -1;
        }

        /// <summary>The span that the enumerator stands on.</summary>
        public readonly TextSpan Current => _list[_index];

        readonly object IEnumerator.Current => Current;

        /// <summary>Steps to the next span.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => ++_index < _list.Count;

        /// <summary>Goes back before the first span.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
