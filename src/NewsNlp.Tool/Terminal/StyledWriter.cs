using System.Text;

namespace NewsNlp.Tool.Terminal;

/// <summary>
/// Lays out styled text for a terminal: wraps at spaces, indents what is wrapped, and makes everything printable.
/// </summary>
internal sealed class StyledWriter(int width, Palette palette)
{
    private readonly StringBuilder _output = new();
    private int _column;
    private bool _spaceDue;
    private bool _hasText;

    /// <summary>How many columns a line may take; only a word without spaces may take more.</summary>
    public int Width => width;

    /// <summary>The indentation of the lines that follow a wrapped one.</summary>
    public int Indent { get; set; }

    /// <summary>Writes text whose white space is one space each and may be wrapped.</summary>
    public void Flow(string text, Style style = Style.Plain)
    {
        var open = false;
        foreach (var range in Words(text))
        {
            var word = Printable.Line(text[range.Start..range.End]);
            _spaceDue |= range.SpaceBefore;
            var columns = TextWidth.Of(word);
            if (_hasText && _column + (_spaceDue ? 1 : 0) + columns > Width && _spaceDue)
            {
                Close(ref open, style);
                EndLine();
                Pad(Indent);
            }
            else if (_spaceDue && _column > 0)
            {
                Append(" ", 1);
            }

            _spaceDue = false;
            if (!open)
            {
                _output.Append(palette.On(style));
                open = true;
            }

            Append(word, columns);
        }

        Close(ref open, style);
        _spaceDue |= text.Length > 0 && char.IsWhiteSpace(text[^1]);
    }

    /// <summary>Writes text that is kept together, cut to so many columns and padded to them.</summary>
    public void Cell(string text, int columns, Style style = Style.Plain)
    {
        var shown = Fit(Printable.Line(text), columns);
        var used = TextWidth.Of(shown);
        _output.Append(palette.On(style));
        Append(shown, used);
        _output.Append(palette.Off(style));
        Pad(_column + columns - used);
    }

    /// <summary>A line across the page with a name in it.</summary>
    public void Rule(string? name, Style style)
    {
        var text = string.IsNullOrEmpty(name) ? "" : $"── {Fit(Printable.Line(name), Width - 8)} ";
        Cell(text + new string('─', Width - TextWidth.Of(text)), Width, style);
        EndLine();
    }

    public void EndLine()
    {
        var end = _output.Length;
        while (end > 0 && _output[end - 1] == ' ')
        {
            end--;
        }

        _output.Length = end;
        _output.Append('\n');
        _column = 0;
        _spaceDue = false;
        _hasText = false;
    }

    public override string ToString() => _output.ToString();

    public void Pad(int column)
    {
        if (column > _column)
        {
            _output.Append(' ', column - _column);
            _column = column;
        }
    }

    private static IEnumerable<(int Start, int End, bool SpaceBefore)> Words(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                yield return (start, end, start > i);
            }

            i = end;
        }
    }

    private static string Fit(string text, int columns)
    {
        if (TextWidth.Of(text) <= columns)
        {
            return text;
        }

        var length = 0;
        var used = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            used += TextWidth.Of(rune.ToString());
            if (used > columns)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length] + "…";
    }

    private void Close(ref bool open, Style style)
    {
        if (open)
        {
            _output.Append(palette.Off(style));
            open = false;
        }
    }

    private void Append(string text, int columns)
    {
        _hasText = true;
        _output.Append(text);
        _column += columns;
    }
}
