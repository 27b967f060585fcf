using System.Globalization;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>
/// Reads CoNLL-U and restores the raw text: words joined as SpaceAfter says, sentences by a space, paragraphs by a blank line. A
/// multiword token whose parts spell its surface gives the parts as words ("do", "n't"); any other stays whole, with its first
/// part's annotation. Empty nodes are passed over.
/// </summary>
internal sealed class Treebank
{
    private const int Columns = 10;

    private readonly List<GoldDocument> _documents = [];
    private readonly List<(int Line, string[] Cells)> _rows = [];
    private TreebankText? _current;
    private string? _newDocument;
    private bool _newParagraph;

    /// <exception cref="GoldFormatException">A line is not CoNLL-U.</exception>
    public static List<GoldDocument> Read(IEnumerable<string> lines)
    {
        var reader = new Treebank();
        int number = 0;
        foreach (string line in lines) reader.Line(++number, line);
        reader.EndSentence();
        reader.EndDocument();
        return reader._documents;
    }

    private void Line(int number, string line)
    {
        if (line.Length == 0)
        {
            EndSentence();
            return;
        }

        if (line[0] == '#')
        {
            string[] parts = line[1..].Trim().Split(" = ", 2);
            bool isDocument = parts[0].StartsWith("newdoc", StringComparison.Ordinal);
            if (isDocument) _newDocument = parts.Length > 1 ? parts[1] : "";
            if (isDocument || parts[0] == "newpar" || parts[0].StartsWith("newpar id", StringComparison.Ordinal)) _newParagraph = true;
            return;
        }

        string[] cells = line.Split('\t');
        if (cells.Length != Columns) throw new GoldFormatException(number, $"CoNLL-U has {Columns} columns, not {cells.Length}.");
        if (cells[1].Length == 0) throw new GoldFormatException(number, "the word is empty.");
        if (!cells[0].Contains('.', StringComparison.Ordinal)) _rows.Add((number, cells));
    }

    private void EndSentence()
    {
        if (_rows.Count == 0) return;
        if (_newDocument is not null || _current is null)
        {
            EndDocument();
            _current = new TreebankText(_newDocument is { Length: > 0 } id ? id : _documents.Count.ToString(CultureInfo.InvariantCulture));
        }

        _current.BeginSentence(_newParagraph);
        for (int i = 0; i < _rows.Count;)
        {
            var (line, row) = _rows[i];
            int parts = Math.Min(Parts(line, row[0]), _rows.Count - i - 1);
            _current.Add(row, parts == 0 ? [row] : [.. _rows.GetRange(i + 1, parts).Select(part => part.Cells)]);
            i += 1 + parts;
            _current.EndToken(hasGap: !row[9].Split('|').Contains("SpaceAfter=No"), isLast: i == _rows.Count);
        }

        _current.EndSentence();
        _rows.Clear();
        _newDocument = null;
        _newParagraph = false;
    }

    private void EndDocument()
    {
        if (_current is not null) _documents.Add(_current.ToGold());
        _current = null;
    }

    // "3-4" covers two rows; an ordinary number none beside its own.
    private static int Parts(int line, string id)
    {
        string[] ends = id.Split('-');
        return ends.Length == 1
            ? 0
            : ends.Length == 2 && int.TryParse(ends[0], CultureInfo.InvariantCulture, out int first)
                && int.TryParse(ends[1], CultureInfo.InvariantCulture, out int last) && last >= first
                ? last - first + 1
                : throw new GoldFormatException(line, $"'{id}' is no id of a word.");
    }
}
