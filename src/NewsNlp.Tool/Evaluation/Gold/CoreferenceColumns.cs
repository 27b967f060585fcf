using NewsNlp.Documents;
using NewsNlp.Training.Data;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>
/// Reads coreference in the columns of the CoNLL-2011 and CoNLL-2012 shared tasks, see <see cref="MentionColumn"/>. The texts come from
/// elsewhere.
/// </summary>
/// <param name="texts">The documents of the same ids, with tokens.</param>
internal sealed class CoreferenceColumns(IReadOnlyDictionary<string, GoldDocument> texts)
{
    private const int FullColumns = 11;

    private readonly List<GoldDocument> _documents = [];
    private MentionColumn _column = new();
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
            _column = new MentionColumn();
        }
        else if (heading.StartsWith("end document", StringComparison.Ordinal) && _current is not null)
        {
            if (_column.Unended is { } entity) throw new GoldFormatException(number, $"a mention of {entity} does not end.");
            if (_token != _current.Tokens!.Tokens.Count)
                throw new GoldFormatException(number, $"the document has {_token} tokens, its text {_current.Tokens.Tokens.Count}.");
            _documents.Add(_current with { Tokens = null, Entities = Entities() });
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
        try
        {
            _column.Read(cells[^1], _token++);
        }
        catch (FormatException exception)
        {
            throw new GoldFormatException(number, exception.Message);
        }
    }

    private TextSpan[][] Entities()
    {
        var tokens = _current!.Tokens!.Tokens;
        return [.. _column.Mentions.GroupBy(mention => mention.Entity).OrderBy(entity => entity.Key)
            .Select(entity => entity.Select(mention => TextSpan.FromBounds(tokens[mention.First].Span.Start, tokens[mention.End - 1].Span.End)).ToArray())];
    }
}
