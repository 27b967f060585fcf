namespace NewsNlp.Structure;

/// <summary>A set of phrases that compare without case, without the marks at a line's ends and with any white space as one blank.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class PhraseSet
{
    private const string Opening = "•·●▪■◆*|>»›▶►-–—:,.…\"'“”‘’([";
    private const string Closing = "•·●▪■◆*|»›▶►-–—:,.…\"'“”‘’)]";

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _phrases;
    private readonly int _longest;

    public PhraseSet(IEnumerable<string> phrases)
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Span<char> key = stackalloc char[256];
        foreach (var phrase in phrases)
        {
            keys.Add(Normalize(phrase, key).ToString());
        }

        _longest = keys.Count == 0 ? 0 : keys.Max(k => k.Length);
        _phrases = keys.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Contains(ReadOnlySpan<char> line)
    {
        if (line.Length > _longest + 24)
        {
            return false;
        }

        Span<char> key = stackalloc char[280];
        return _phrases.Contains(Normalize(line, key));
    }

    /// <summary>Strips the line's ends and folds blanks and apostrophes; <paramref name="key"/> holds at least the line.</summary>
    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> line, Span<char> key)
    {
        line = LineShape.TrimInvisible(line);
        while (line.Length > 0 && (Opening.Contains(line[0]) || LineShape.IsBlank(line[0])))
        {
            line = line[1..];
        }

        while (line.Length > 0 && (Closing.Contains(line[^1]) || LineShape.IsBlank(line[^1])))
        {
            line = line[..^1];
        }

        var length = 0;
        foreach (var c in line[..Math.Min(line.Length, key.Length)])
        {
            if (!LineShape.IsBlank(c))
            {
                key[length++] = c == '’' ? '\'' : c;
            }
            else if (length > 0 && key[length - 1] != ' ')
            {
                key[length++] = ' ';
            }
        }

        return key[..length];
    }
}
