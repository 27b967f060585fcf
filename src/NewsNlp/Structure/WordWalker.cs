namespace NewsNlp.Structure;

/// <summary>Walks the words of a line: runs of anything but white space.</summary>
internal ref struct WordWalker(ReadOnlySpan<char> line)
{
    private readonly ReadOnlySpan<char> _line = line;
    private int _next;

    /// <summary>Where the current word starts in the line.</summary>
    public int Start { get; private set; }

    public ReadOnlySpan<char> Current { get; private set; }

    public bool MoveNext()
    {
        while (_next < _line.Length && LineShape.IsBlank(_line[_next]))
        {
            _next++;
        }

        Start = _next;
        while (_next < _line.Length && !LineShape.IsBlank(_line[_next]))
        {
            _next++;
        }

        Current = _line[Start.._next];
        return Current.Length > 0;
    }
}
