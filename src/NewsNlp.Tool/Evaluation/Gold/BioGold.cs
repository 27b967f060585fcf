using System.Globalization;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Evaluation.Entities;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>
/// Reads tokens with BIO labels: a token, a tab and its label a line, an empty line behind a sentence, <c># doc = id</c> before a
/// document. The text is put together from the tokens, words parted by spaces, sentences by a line break.
/// </summary>
internal sealed class BioGold
{
    private const string Heading = "# doc = ";

    private readonly List<GoldDocument> _documents = [];
    private readonly StringBuilder _text = new();
    private readonly List<LabeledSpan> _mentions = [];
    private string? _id;
    private string? _label;
    private int _start;
    private int _end;
    private bool _isNewSentence;

    /// <exception cref="GoldFormatException">A line is neither of these.</exception>
    public static List<GoldDocument> Read(IEnumerable<string> lines)
    {
        var reader = new BioGold();
        int number = 0;
        foreach (string line in lines) reader.Line(++number, line);
        reader.EndDocument();
        return reader._documents;
    }

    private void Line(int number, string line)
    {
        if (line.StartsWith(Heading, StringComparison.Ordinal))
        {
            EndDocument();
            _id = line[Heading.Length..].Split('\t')[0].Trim();
            return;
        }

        if (line.Length == 0)
        {
            EndMention();
            _isNewSentence = true;
            return;
        }

        string[] cells = line.Split('\t');
        if (cells.Length < 2 || cells[0].Length == 0 || !(cells[1] == "O" || cells[1].Length > 2 && cells[1][..2] is "B-" or "I-"))
            throw new GoldFormatException(number, "this is neither a token, a tab and a BIO label nor a heading '# doc = id'.");
        if (_text.Length > 0) _text.Append(_isNewSentence ? '\n' : ' ');
        _isNewSentence = false;
        if (cells[1] == "O") EndMention();
        else if (cells[1][0] == 'B' || _label != cells[1][2..]) Begin(cells[1][2..]);
        _text.Append(cells[0]);
        _end = _text.Length;
    }

    private void Begin(string label)
    {
        EndMention();
        _label = label;
        _start = _text.Length;
    }

    private void EndMention()
    {
        if (_label is not null) _mentions.Add(new LabeledSpan(TextSpan.FromBounds(_start, _end), EntitySchemes.Label(_label)));
        _label = null;
    }

    private void EndDocument()
    {
        EndMention();
        string id = _id ?? _documents.Count.ToString(CultureInfo.InvariantCulture);
        if (_text.Length > 0) _documents.Add(new GoldDocument(id, _text.ToString()) { Mentions = [.. _mentions], IsOriginalText = false });
        _text.Clear();
        _mentions.Clear();
        _isNewSentence = false;
    }
}
