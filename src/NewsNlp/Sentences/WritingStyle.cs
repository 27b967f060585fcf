namespace NewsNlp.Sentences;

/// <summary>
/// How carefully a text is punctuated: it tells an edited article, where a small letter goes on with a sentence, from a
/// message, where it may start one.
/// </summary>
/// <param name="SmallStarts">How many full stops have a small letter behind them: 0 none, 1 few, 2 many; 3 where there are too few full stops to tell.</param>
/// <param name="OpenEnds">How many paragraphs end without a full stop: 0 hardly any, 1 some, 2 most.</param>
internal readonly record struct WritingStyle(int SmallStarts, int OpenEnds)
{
    private const int FewestStops = 3;

    /// <summary>Reads the style off the tokens.</summary>
    public static WritingStyle Of(SentenceText text)
    {
        int stops = 0, small = 0, paragraphs = 0, open = 0;
        for (var token = 0; token < text.Count; token++)
        {
            var isLast = token + 1 == text.Count;
            if (isLast || SentenceText.LineBreaks(text.Gap(token)) > 1)
            {
                paragraphs++;
                var shape = text.Shape(token);
                open += TokenShapes.IsTerminal(shape) || TokenShapes.EndsInOwnPeriod(shape) || TokenShapes.CanClose(shape) ? 0 : 1;
            }
            else if (text.Text[text.Start(token)] is '.' or '!' or '?' && TokenShapes.IsTerminal(text.Shape(token)))
            {
                stops++;
                small += text.Shape(token + 1) == TokenShape.Lower ? 1 : 0;
            }
        }

        var smallStarts = stops < FewestStops ? 3 : small * 40 <= stops ? 0 : small * 8 <= stops ? 1 : 2;
        var openEnds = open * 8 <= paragraphs ? 0 : open * 2 <= paragraphs ? 1 : 2;
        return new(smallStarts, openEnds);
    }

    /// <summary>The style as a number below 256.</summary>
    public ulong Code => (ulong)((SmallStarts * 4) + OpenEnds);
}
