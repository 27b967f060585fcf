namespace NewsNlp.Export.Conllu;

/// <summary>Writes the last column: items joined by bars, or an underscore.</summary>
internal struct MiscColumn(TextWriter output)
{
    private bool _any;

    /// <summary>Writes the beginning of an item, or of a part of the item begun before.</summary>
    public void Begin(string text, bool isItem = true)
    {
        if (isItem && _any)
        {
            output.Write('|');
        }

        _any = true;
        output.Write(text);
    }

    public readonly void Write(string text) => output.Write(text);

    public readonly void Write(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        output.Write(digits[..length]);
    }

    public readonly void End()
    {
        if (!_any)
        {
            output.Write('_');
        }
    }
}
