using System.Globalization;
using System.Text;
using NewsNlp.Documents;

namespace NewsNlp.Training.Data;

/// <summary>
/// Reads gold documents from CoNLL-U and restores their raw text: words joined as SpaceAfter says, sentences by a space,
/// paragraphs by a blank line. A multiword token whose parts spell its surface gives the parts as words ("do", "n't");
/// any other stays whole, with its first part's annotation.
/// </summary>
internal sealed class ConlluReader
{
    private readonly List<GoldDocument> _documents = [];
    private readonly StringBuilder _text = new();
    private readonly List<string[]> _rows = [];
    private readonly Dictionary<string, int> _wordOf = [];
    private readonly List<string> _heads = [];
    private List<GoldWord> _words = [];
    private List<GoldSentence> _sentences = [];
    private string? _id;
    private string? _newDocument;
    private bool _newParagraph;
    private bool _gap = true;

    /// <summary>All documents of a file.</summary>
    public static IReadOnlyList<GoldDocument> Read(string path)
    {
        var reader = new ConlluReader();
        foreach (string line in File.ReadLines(path)) reader.Line(line);
        reader.EndSentence();
        reader.EndDocument();
        return reader._documents;
    }

    private void Line(string line)
    {
        if (line.Length == 0)
        {
            EndSentence();
        }
        else if (line[0] == '#')
        {
            string[] parts = line[1..].Trim().Split(" = ", 2);
            if (parts[0].StartsWith("newdoc", StringComparison.Ordinal)) _newDocument = parts.Length > 1 ? parts[1] : "";
            if (parts[0].StartsWith("newdoc", StringComparison.Ordinal) || parts[0] is "newpar" or "newpar id") _newParagraph = true;
        }
        else
        {
            string[] cells = line.Split('\t');
            if (!cells[0].Contains('.', StringComparison.Ordinal)) _rows.Add(cells);
        }
    }

    private void EndSentence()
    {
        if (_rows.Count == 0) return;
        if (_newDocument is not null || _id is null)
        {
            EndDocument();
            _id = string.IsNullOrEmpty(_newDocument) ? _documents.Count.ToString(CultureInfo.InvariantCulture) : _newDocument;
        }
        else if (_newParagraph)
        {
            while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
            _text.Append("\n\n");
        }
        else if (_gap)
        {
            _text.Append(' ');
        }

        int first = _words.Count;
        for (int i = 0; i < _rows.Count;)
        {
            string[] row = _rows[i];
            int parts = Parts(row[0]);
            AddWords(row, parts == 0 ? [row] : _rows.GetRange(i + 1, Math.Min(parts, _rows.Count - i - 1)));
            i += 1 + parts;
            _gap = !row[9].Split('|').Contains("SpaceAfter=No");
            if (_gap && i < _rows.Count) _text.Append(' ');
        }
        for (int i = first; i < _words.Count; i++) _words[i] = _words[i] with { Head = _wordOf.GetValueOrDefault(_heads[i - first], -1) };
        _sentences.Add(new GoldSentence(first, _words.Count - first));
        _rows.Clear();
        _wordOf.Clear();
        _heads.Clear();
        _newDocument = null;
        _newParagraph = false;
    }

    private void AddWords(string[] surface, List<string[]> parts)
    {
        if (string.Concat(parts.Select(part => part[1])) != surface[1])
        {
            foreach (string[] part in parts) _wordOf[part[0]] = _words.Count;
            parts = [[.. surface[..2], .. parts[0][2..]]];
        }

        foreach (string[] part in parts)
        {
            _wordOf[part[0]] = _words.Count;
            _heads.Add(part[6]);
            _words.Add(new GoldWord(_text.Length, part[1].Length, Tag(part[3]), part[2], IsTied: NamingWords.IsTied(part[7])));
            _text.Append(part[1]);
        }
    }

    private void EndDocument()
    {
        if (_id is not null) _documents.Add(new GoldDocument(_id, _text.ToString(), _words, _sentences));
        _text.Clear();
        _words = [];
        _sentences = [];
        _id = null;
        _gap = true;
    }

    // "3-4" covers two rows; an ordinary number none beside its own.
    private static int Parts(string id)
    {
        int dash = id.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? 0 : 1 + int.Parse(id.AsSpan(dash + 1), CultureInfo.InvariantCulture) - int.Parse(id.AsSpan(0, dash), CultureInfo.InvariantCulture);
    }

    private static Upos Tag(string tag) => Enum.TryParse(tag, out Upos upos) ? upos : Upos.X;
}
