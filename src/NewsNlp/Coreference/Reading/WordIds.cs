namespace NewsNlp.Coreference.Reading;

/// <summary>
/// Numbers words, the same number for the same word in any case and with or without full stops, so that names compare as runs of
/// numbers. Scratch memory: cleared for each document, it makes no strings.
/// </summary>
internal sealed class WordIds
{
    private int[] _table = new int[1024];
    private int[] _ends = new int[512];
    private char[] _characters = new char[4096];

    public int Count { get; private set; }

    public void Clear()
    {
        Array.Clear(_table);
        Count = 0;
    }

    /// <summary>The number of a word, from 0.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[64];
        var folded = Fold(word.Length <= 64 ? word : word[..64], buffer);
        var slot = Slot(folded);
        if (_table[slot] != 0)
        {
            return _table[slot] - 1;
        }

        var start = Count == 0 ? 0 : _ends[Count - 1];
        if (start + folded.Length > _characters.Length)
        {
            Array.Resize(ref _characters, 2 * (start + folded.Length));
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * Count);
        }

        folded.CopyTo(_characters.AsSpan(start));
        _ends[Count] = start + folded.Length;
        _table[slot] = ++Count;
        if (Count * 2 > _table.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>Whether a word has a number.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[64];
        return Count > 0 && _table[Slot(Fold(word.Length <= 64 ? word : word[..64], buffer))] != 0;
    }

    /// <summary>The word of a number, folded.</summary>
    public ReadOnlySpan<char> Word(int id)
    {
        var start = id == 0 ? 0 : _ends[id - 1];
        return _characters.AsSpan(start, _ends[id] - start);
    }

    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c != '.')
            {
                buffer[length++] = c == '’' ? '\'' : char.ToLowerInvariant(c);
            }
        }

        return buffer[..length];
    }

    private int Slot(ReadOnlySpan<char> word)
    {
        var mask = _table.Length - 1;
        var slot = string.GetHashCode(word) & mask;
        while (_table[slot] != 0 && !Word(_table[slot] - 1).SequenceEqual(word))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _table = new int[2 * _table.Length];
        for (var id = 0; id < Count; id++)
        {
            _table[Slot(Word(id))] = id + 1;
        }
    }
}
