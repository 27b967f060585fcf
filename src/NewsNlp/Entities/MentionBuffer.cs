using NewsNlp.Documents;
using NewsNlp.Threading;

namespace NewsNlp.Entities;

/// <summary>A mention while it is being found: a run of tokens with a label and a score.</summary>
internal readonly record struct FoundMention(int FirstToken, int TokenCount, EntityLabel Label, float Score)
{
    /// <summary>The index just behind the last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}

/// <summary>A growable list of mentions that a stage rents and reuses; not safe for threads.</summary>
internal sealed class MentionBuffer
{
    private FoundMention[] _items = new FoundMention[64];

    /// <summary>How many mentions it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Ends the growing early; who rents it sets it.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>The mentions, good until the next change.</summary>
    public ReadOnlySpan<FoundMention> Items => _items.AsSpan(0, Count);

    /// <summary>The mention at <paramref name="index"/>.</summary>
    public FoundMention this[int index] => _items[index];

    /// <summary>Forgets all mentions, keeps the memory.</summary>
    public void Clear() => Count = 0;

    /// <summary>Appends a mention.</summary>
    public void Add(FoundMention mention)
    {
        if (Count == _items.Length) InterruptibleMemory.Resize(ref _items, Count * 2, CancellationToken);
        _items[Count++] = mention;
    }

    /// <summary>Sorts the mentions; equal ones come in no particular order.</summary>
    public void Sort(Comparison<FoundMention> comparison) => _items.AsSpan(0, Count).Sort(comparison);

    /// <summary>Gives memory back after an unusually long document, so that a pooled buffer does not stay large.</summary>
    public void Trim(int capacity)
    {
        if (_items.Length <= capacity) return;
        _items = new FoundMention[capacity];
        Count = 0;
    }
}
