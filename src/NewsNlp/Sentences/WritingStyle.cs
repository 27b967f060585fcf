namespace NewsNlp.Sentences;

/// <summary>
/// How carefully a text is punctuated: it tells an edited article, where a small letter goes on with a sentence, from a
/// message, where it may start one.
/// </summary>
/// <param name="SmallStarts">How many full stops have a small letter behind them: 0 none, 1 few, 2 many; 3 where there are too few full stops to tell.</param>
/// <param name="OpenEnds">How many paragraphs end without a full stop: 0 hardly any, 1 some, 2 most.</param>
internal readonly record struct WritingStyle(int SmallStarts, int OpenEnds)
{
    /// <summary>Whether sentences may end without any mark.</summary>
    public bool IsLoose => OpenEnds > 0;

    /// <summary>The style as a number below 256.</summary>
    public ulong Code => (ulong)((SmallStarts * 4) + OpenEnds);
}

/// <summary>What a text's style is read off.</summary>
internal struct StyleCounts
{
    private const int FewestStops = 3;

    private int _stops;
    private int _small;
    private int _paragraphs;
    private int _open;
    private int _openLines;

    /// <summary>How many gaps have one line break and no more.</summary>
    public int LineBreaks { get; private set; }

    /// <summary>The style, as soon as all is counted.</summary>
    /// <param name="isWrapped">Whether a line's end says nothing; else it is a paragraph's.</param>
    public readonly WritingStyle Style(bool isWrapped)
    {
        var paragraphs = (long)_paragraphs + (isWrapped ? 0 : LineBreaks);
        var open = (long)_open + (isWrapped ? 0 : _openLines);
        var smallStarts = _stops < FewestStops ? 3 : (long)_small * 40 <= _stops ? 0 : (long)_small * 8 <= _stops ? 1 : 2;
        return new(smallStarts, open * 8 <= paragraphs ? 0 : open * 2 <= paragraphs ? 1 : 2);
    }

    /// <summary>Takes note of a full stop.</summary>
    public void AddStop(bool beforeSmallLetter)
    {
        _stops++;
        _small += beforeSmallLetter ? 1 : 0;
    }

    /// <summary>Takes note of a line's end, or a paragraph's.</summary>
    public void EndLine(int breaks, bool isOpen)
    {
        if (breaks > 1)
        {
            EndParagraph(isOpen);
        }
        else
        {
            LineBreaks++;
            _openLines += isOpen ? 1 : 0;
        }
    }

    /// <summary>Takes note of a paragraph's end.</summary>
    public void EndParagraph(bool isOpen)
    {
        _paragraphs++;
        _open += isOpen ? 1 : 0;
    }
}
