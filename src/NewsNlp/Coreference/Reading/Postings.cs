namespace NewsNlp.Coreference.Reading;

/// <summary>Lists of numbers by key, the last added first. Scratch memory: cleared for each document.</summary>
internal sealed class Postings
{
    private readonly List<int> _heads = [];
    private readonly List<(int Value, int Next)> _items = [];

    public void Clear()
    {
        _heads.Clear();
        _items.Clear();
    }

    public void Add(int key, int value)
    {
        while (_heads.Count <= key)
        {
            _heads.Add(-1);
        }

        _items.Add((value, _heads[key]));
        _heads[key] = _items.Count - 1;
    }

    /// <summary>The place of a key's first item; -1 where it has none.</summary>
    public int First(int key) => (uint)key < (uint)_heads.Count ? _heads[key] : -1;

    public int Value(int item) => _items[item].Value;

    public int Next(int item) => _items[item].Next;
}
