using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>
/// Reads coreference in the columns of the CoNLL-2011 and CoNLL-2012 shared tasks, whose last column opens and closes mentions:
/// <c>(3</c>, <c>3)</c>, <c>(3)</c>, several with or without <c>|</c> between them. The texts come from elsewhere.
/// </summary>
/// <param name="texts">The documents of the same ids, with tokens.</param>
internal sealed class CoreferenceColumns(IReadOnlyDictionary<string, GoldDocument> texts)
{
    private const int FullColumns = 11;

    private readonly List<GoldDocument> _documents = [];
    private readonly SortedDictionary<int, List<TextSpan>> _entities = [];
    private readonly Dictionary<int, Stack<int>> _open = [];
    private GoldDocument? _current;
    private int _token;

    /// <exception cref="GoldFormatException">A line is wrong, or a document has no text.</exception>
    public List<GoldDocument> Read(IEnumerable<string> lines)
    {
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.StartsWith('#')) Heading(number, line[1..].Trim());
            else if (line.Length > 0) Token(number, line.Split('\t', StringSplitOptions.TrimEntries));
        }

        if (_current is not null) throw new GoldFormatException(number, $"the document {_current.Id} does not end.");
        return _documents;
    }

    private void Heading(int number, string heading)
    {
        if (heading.StartsWith("begin document ", StringComparison.Ordinal))
        {
            string id = heading["begin document ".Length..].Split(';')[0].Trim(' ', '(', ')');
            if (!texts.TryGetValue(id, out _current) || _current.Tokens is null)
                throw new GoldFormatException(number, $"there is no text of the document {id}; give the treebank with --texts.");
            _token = 0;
            _entities.Clear();
            _open.Clear();
        }
        else if (heading.StartsWith("end document", StringComparison.Ordinal) && _current is not null)
        {
            if (_open.FirstOrDefault(entity => entity.Value.Count > 0) is { Value: not null } left)
                throw new GoldFormatException(number, $"a mention of {left.Key} does not end.");
            if (_token != _current.Tokens!.Tokens.Count)
                throw new GoldFormatException(number, $"the document has {_token} tokens, its text {_current.Tokens.Tokens.Count}.");
            _documents.Add(_current with { Tokens = null, Entities = [.. _entities.Values.Select(spans => spans.ToArray())] });
            _current = null;
        }
    }

    private void Token(int number, string[] cells)
    {
        if (_current is null) throw new GoldFormatException(number, "there is no document around this token.");
        if (cells.Length < 3) throw new GoldFormatException(number, "a token has at least three columns, parted by tabs.");
        string form = cells[cells.Length < FullColumns ? 1 : 3];
        var tokens = _current.Tokens!.Tokens;
        if (_token == tokens.Count || !tokens[_token].AsSpan().SequenceEqual(form))
            throw new GoldFormatException(number, $"the text of {_current.Id} has {(_token == tokens.Count ? "no token" : $"'{tokens[_token].Text}'")} in place of '{form}'.");
        Column(number, cells[^1]);
        _token++;
    }

    private void Column(int number, string column)
    {
        for (int i = 0; i < column.Length;)
        {
            bool opens = column[i] == '(';
            int start = opens ? i + 1 : i, end = start;
            while (end < column.Length && char.IsAsciiDigit(column[end])) end++;
            bool closes = end < column.Length && column[end] == ')';
            if (end == start)
            {
                if (column[i] is not ('_' or '-' or '|')) throw new GoldFormatException(number, $"'{column}' is no coreference column.");
                i++;
                continue;
            }

            int entity = int.Parse(column.AsSpan(start, end - start), CultureInfo.InvariantCulture);
            if (!opens && !closes) throw new GoldFormatException(number, $"'{column}' is no coreference column.");
            if (opens) Opened(entity).Push(_token);
            if (closes)
            {
                if (!Opened(entity).TryPop(out int first)) throw new GoldFormatException(number, $"a mention of {entity} ends that did not begin.");
                Add(entity, first);
            }

            i = closes ? end + 1 : end;
        }
    }

    private Stack<int> Opened(int entity) => _open.TryGetValue(entity, out var stack) ? stack : _open[entity] = [];

    private void Add(int entity, int first)
    {
        if (!_entities.TryGetValue(entity, out var spans)) _entities[entity] = spans = [];
        var tokens = _current!.Tokens!.Tokens;
        spans.Add(TextSpan.FromBounds(tokens[first].Span.Start, tokens[_token].Span.End));
    }
}
