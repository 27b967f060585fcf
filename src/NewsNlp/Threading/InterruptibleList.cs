namespace NewsNlp.Threading;

/// <summary>A growable list whose growing can be given up half way. Reused, not safe for threads.</summary>
internal sealed class InterruptibleList<T>
{
    private const int FirstCapacity = 64;

    private T[] _items = [];

    public int Count { get; private set; }

    public int Capacity => _items.Length;

    /// <summary>Ends the growing early; to be set for each document.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>The items, good until the next one is added.</summary>
    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>The item at <paramref name="index"/>.</summary>
    public T this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>Appends an item.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public void Add(in T item)
    {
        if (Count == _items.Length)
        {
            InterruptibleMemory.Resize(ref _items, (int)Math.Clamp(2L * Count, FirstCapacity, Array.MaxLength), CancellationToken);
        }

        _items[Count++] = item;
    }

    /// <summary>A copy of the items.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public T[] ToArray() => InterruptibleMemory.ToArray<T>(Items, CancellationToken);

    /// <summary>Forgets the items and what they hold, and keeps the memory.</summary>
    public void Clear()
    {
        Items.Clear();
        Count = 0;
    }

    /// <summary>Gives memory back after an unusually long document, and forgets the items then, so that a pooled list does not stay large.</summary>
    public void Trim(int capacity)
    {
        if (_items.Length <= capacity)
        {
            return;
        }

        _items = [];
        Count = 0;
    }
}
