using System.Globalization;
using System.Text;

namespace NewsNlp.Tool.Tests.Support;

/// <summary>What a terminal shows that was sent some text: lines, the cursor's movements up and to the left, wiped lines.</summary>
internal sealed class Screen
{
    private readonly List<StringBuilder> _lines = [new()];
    private int _line, _column;

    public Screen(string sent)
    {
        for (int i = 0; i < sent.Length; i++)
        {
            if (sent[i] == '\e') i = Escape(sent, i);
            else if (sent[i] == '\r') _column = 0;
            else if (sent[i] == '\n') NextLine();
            else Put(sent[i]);
        }
    }

    /// <summary>The lines that are not empty, without the space at their ends.</summary>
    public string[] Lines => [.. _lines.Select(line => line.ToString().TrimEnd()).Where(line => line.Length > 0)];

    public bool IsCursorShown { get; private set; } = true;

    public (int Line, int Column) Cursor => (_line, _column);

    private int Escape(string sent, int at)
    {
        int end = at + 2;
        while (!char.IsAsciiLetter(sent[end])) end++;
        var parameter = sent[(at + 2)..end];
        switch (sent[end])
        {
            case 'A': _line = Math.Max(0, _line - int.Parse(parameter, CultureInfo.InvariantCulture)); break;
            case 'K' when parameter == "2": _lines[_line].Clear(); break;
            case 'm': break;
            case 'h' or 'l' when parameter == "?25": IsCursorShown = sent[end] == 'h'; break;
            default: throw new InvalidOperationException($"An escape that this terminal does not know: {sent[(at + 1)..(end + 1)]}");
        }

        return end;
    }

    // As terminals do it in a program that has not asked for anything else: a line feed returns the carriage, too.
    private void NextLine()
    {
        (_line, _column) = (_line + 1, 0);
        if (_line == _lines.Count) _lines.Add(new StringBuilder());
    }

    private void Put(char c)
    {
        var line = _lines[_line];
        if (line.Length <= _column) line.Append(' ', _column + 1 - line.Length);
        line[_column++] = c;
    }
}
