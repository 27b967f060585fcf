namespace NewsNlp.Sentences;

/// <summary>Decides on a gap that can be a boundary.</summary>
internal interface IBoundaryDecider
{
    /// <summary>Whether a sentence ends behind <paramref name="token"/>.</summary>
    bool IsBoundary(int token, ReadOnlySpan<uint> features);
}

/// <summary>
/// Goes through the gaps between tokens from left to right, asks the decider at those that can be a boundary, and keeps
/// what the features need to know of the text before. Training and splitting share it.
/// </summary>
internal ref struct BoundaryWalker
{
    private const int MaxClosers = 3;

    private readonly SentenceText _text;
    private readonly Span<uint> _features;
    private BoundaryState _state;

    public BoundaryWalker(SentenceText text, Span<uint> features)
    {
        _text = text;
        _features = features;
        _state = default;
    }

    /// <summary>Finds the end of the sentence that starts at <paramref name="first"/>: the index behind its last token.</summary>
    /// <param name="first">The sentence's first token.</param>
    /// <param name="end">The index behind the last token of the region that no sentence leaves.</param>
    /// <param name="decider">Decides.</param>
    public int EndOfSentence<TDecider>(int first, int end, ref TDecider decider)
        where TDecider : IBoundaryDecider, allows ref struct
    {
        _state.BeginSentence(first);
        for (var token = first; token < end - 1; token++)
        {
            _state.Pass(_text, token);
            var breaks = SentenceText.LineBreaks(_text.Gap(token));
            switch (Judge(token, breaks))
            {
                case Boundary.Yes:
                    _state.BeginParagraph();
                    return token + 1;
                case Boundary.Perhaps:
                    var count = BoundaryFeatures.Extract(_text, _state, token, end, breaks, _features);
                    if (decider.IsBoundary(token, _features[..count]))
                    {
                        return token + 1;
                    }

                    break;
            }
        }

        _state.BeginParagraph();
        return end;
    }

    private readonly Boundary Judge(int token, int breaks)
    {
        if (breaks > 0)
        {
            return breaks > 1 ? Boundary.Yes : Boundary.Perhaps;
        }

        var shape = _text.Shape(token);
        if (GoesOnBehindEllipsis(token, shape))
        {
            return Boundary.No;
        }

        if (TokenShapes.IsTerminal(shape) || TokenShapes.EndsInOwnPeriod(shape) || shape == TokenShape.Colon)
        {
            return Boundary.Perhaps;
        }

        if (TokenShapes.CanClose(shape))
        {
            for (var before = token - 1; before >= Math.Max(_state.FirstToken, token - MaxClosers); before--)
            {
                var inner = _text.Shape(before);
                if (TokenShapes.IsTerminal(inner) || TokenShapes.EndsInOwnPeriod(inner))
                {
                    return Boundary.Perhaps;
                }

                if (!TokenShapes.CanClose(inner))
                {
                    break;
                }
            }
        }

        return IsLoose(token, shape) ? Boundary.Perhaps : Boundary.No;
    }

    /// <summary>In an edited text, a small letter behind "..." or "[...]" goes on with the sentence.</summary>
    private readonly bool GoesOnBehindEllipsis(int token, TokenShape shape)
    {
        var isEllipsis = shape == TokenShape.Ellipsis
            || (TokenShapes.CanClose(shape) && token > _state.FirstToken && _text.Shape(token - 1) == TokenShape.Ellipsis);
        return isEllipsis && _text.Style.SmallStarts == 0 && _text.Shape(token + 1) == TokenShape.Lower;
    }

    /// <summary>A gap without punctuation where text written without care goes on with a new sentence.</summary>
    private readonly bool IsLoose(int token, TokenShape shape)
    {
        if (_text.Start(token + 1) == _text.End(token) || shape is TokenShape.OpenBracket or TokenShape.OpenQuote)
        {
            return false;
        }

        return _text.Shape(token + 1) is not (TokenShape.Lower or TokenShape.Comma or TokenShape.Period or TokenShape.CloseBracket);
    }
}
