using System.Runtime.CompilerServices;
using NewsNlp.Documents;
using NewsNlp.Tokenization;

namespace NewsNlp.Sentences;

/// <summary>
/// Finds the gaps where a sentence can end, and on the way how the text is written: behind full stops and their like,
/// behind the closing marks that follow them, behind colons and at line breaks. Where paragraphs end without a full stop,
/// also where a capital, a number or a sign follows a space.
/// </summary>
internal ref partial struct GapFinder
{
    private const int MaxClosers = 3;

    private readonly SentenceText _text;
    private readonly SentenceBuffer _buffer;
    private readonly int _lastToken;
    private readonly int _lanesEnd;
    private readonly ReadOnlySpan<byte> _glances;
    private StyleCounts _style;
    private int _reached;
    private int _last;

    private GapFinder(SentenceText text, SentenceBuffer buffer, ReadOnlySpan<byte> glances, bool together)
    {
        _text = text;
        _buffer = buffer;
        _glances = glances;
        _lastToken = text.Count - 1;
        _last = -1;

        // Tokens from here on are looked at by themselves: they have too little behind them for vectors.
        _lanesEnd = together ? Math.Max(0, text.Count + 1 - GapLanes.TokensBehind) : 0;
        while (_lanesEnd > 0 && text.Start(_lanesEnd) >= text.Text.Length - GapLanes.Reach)
        {
            _lanesEnd--;
        }
    }

    /// <summary>Fills the buffer with the gaps of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Takes the gaps.</param>
    /// <param name="stops">The tokens that a sentence may end behind, where they are known; else they are sought.</param>
    /// <param name="table">What is known of cells; null for nothing.</param>
    /// <param name="together">Whether tokens may be looked at together, where the processor can; else each by itself.</param>
    /// <param name="cancellationToken">Ends the work early, where the stops are sought.</param>
    /// <returns>The text with its style and layout.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SentenceText Find(
        SentenceText text, SentenceBuffer buffer, TokenStops? stops = null, GapTable? table = null, bool together = true,
        CancellationToken cancellationToken = default)
    {
        buffer.Clear();
        if (text.Count == 0)
        {
            return text;
        }

        var finder = new GapFinder(text, buffer, GapTable.Glances(table, isLoose: false), together && GapLanes.IsSupported);
        if (stops is null)
        {
            finder.FindMarked(cancellationToken);
        }
        else
        {
            finder.TakeNoted(stops);
        }

        finder._style.EndLine(2, isOpen: !TokenShapes.Ends(text.Shape(text.Count - 1)));
        var layout = finder._style.LineBreaks < LineLayout.FewestBreaks ? default : LineLayout.Of(text.Text);
        var style = finder._style.Style(isWrapped: layout.WrapColumn > 0);
        text = text.With(style, layout);
        if (style.IsLoose)
        {
            LooseGaps.Add(in text, buffer, GapTable.Glances(table, isLoose: true), cancellationToken);
        }

        if (layout.WrapColumn > 0)
        {
            // What a line break means depends on the line.
            foreach (ref var gap in buffer.ChangeableGaps)
            {
                gap = gap.Breaks == 1 ? gap.With(Boundary.Perhaps) : gap;
            }
        }

        return text;
    }

    private void FindMarked(CancellationToken cancellationToken)
    {
        var all = _text.Text;
        for (var at = 0; at < all.Length; at += SentenceBuffer.MarkChunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = all.Slice(at, Math.Min(SentenceBuffer.MarkChunk, all.Length - at));
            var count = MarkScanner.Find(part, at, at > 0 && MarkScanner.IsMark(all[at - 1]), _buffer.Marks);
            _reached = TokenFinder.Find(_text.Starts, _buffer.Marks.AsSpan(0, count), _reached, _buffer.MarkTokens);
            Take(_buffer.MarkTokens.AsSpan(0, count));
        }
    }

    private void TakeNoted(TokenStops stops)
    {
        for (var word = 0; word < stops.Words; word += SentenceBuffer.StopWords)
        {
            var count = stops.List(word, Math.Min(stops.Words, word + SentenceBuffer.StopWords), _buffer.MarkTokens);
            Take(_buffer.MarkTokens.AsSpan(0, count));
        }
    }

    /// <summary>Adds the gap behind any token, if one is there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeOther(int token)
    {
        if (token <= _last || token >= _lastToken)
        {
            return;
        }

        var start = _text.Start(token);
        var length = _text.Length(token);
        var left = token - 1;
        var mark = length > 1 ? LongMark(token, ref left) : CharacterKinds.MarkOf(_text.Text[start]);
        var space = GapSpace.Of(_text.Text, start + length, _text.Start(token + 1), out var breaks);
        var right = Right(token + 1);
        if (mark is GapMark.None or GapMark.Dash)
        {
            if (breaks == 0 && (mark == GapMark.None || right is not (GapRight.Capital or GapRight.Capitalized)))
            {
                return;
            }

            left = mark == GapMark.None ? token : left;
        }

        Add(token, GapCell.Of(left < 0 ? 0 : Left(left), mark, space, right, behindClosers: false), breaks, 0);
        _style.AddStop(mark is >= GapMark.Period and <= GapMark.Ellipsis && breaks < 2, right == GapRight.Lower);
        _last = token;
        if (breaks > 0)
        {
            _style.EndLine(breaks, isOpen: mark == GapMark.None ? !TokenShapes.Ends(_text.Shape(token)) : mark is GapMark.Colon or GapMark.Dash);
        }
        else if (GapCell.CanClose(right) && mark is not (GapMark.Colon or GapMark.Dash))
        {
            AddClosers(token, mark);
        }
    }

    private readonly void Add(int token, ushort cell, int breaks, int depth) => _buffer.Add(Gap.Of(token, cell, (Boundary)_glances[cell], breaks, depth));

    /// <summary>The mark that a token of several characters is or ends in.</summary>
    /// <param name="token">The token.</param>
    /// <param name="left">The word before the mark: the token itself or the one before it.</param>
    private readonly GapMark LongMark(int token, ref int left)
    {
        var form = _text.Form(token);
        if (_text.Kind(token) == TokenKind.Word)
        {
            left = token;
            return form[^1] != '.' ? GapMark.None
                : form.Length == 2 ? char.IsUpper(form[0]) ? GapMark.Initial : GapMark.Abbreviation
                : HasPeriod(form[..^1]) ? GapMark.Acronym
                : GapMark.Abbreviation;
        }

        return _text.Kind(token) is not (TokenKind.Punctuation or TokenKind.Symbol) ? GapMark.None
            : TokenShapes.Of(form, TokenKind.Punctuation) switch
            {
                TokenShape.Exclamation => GapMark.Exclamation,
                TokenShape.Ellipsis => GapMark.Ellipsis,
                TokenShape.Colon => GapMark.Colon,
                TokenShape.Dash when MarkScanner.HasMark(form) => GapMark.Dash,
                _ => GapMark.None,
            };
    }

    /// <summary>Whether a period is among some characters, which are few.</summary>
    private static bool HasPeriod(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c == '.')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The gaps behind the closing marks that follow a full stop.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddClosers(int stop, GapMark mark)
    {
        for (var token = stop + 1; token <= stop + MaxClosers && token < _lastToken; token++)
        {
            var start = _text.Start(token);
            var length = _text.Length(token);
            var kind = CharacterKinds.Of(_text.Text[start]);
            if (kind is not (CharacterKind.Close or CharacterKind.StraightQuote) || (length > 1 && !TokenShapes.CanClose(_text.Shape(token))))
            {
                return;
            }

            var isSpaced = _text.End(token - 1) < start ? 1 : 0;
            var left = GapCell.LeftOfClosed(_text.Text[start], isSpaced);
            var space = GapSpace.Of(_text.Text, start + length, _text.Start(token + 1), out var breaks);
            var right = Right(token + 1);
            Add(token, GapCell.Of(left, mark, space, right, behindClosers: true), breaks, token - stop);
            _style.EndLine(breaks, isOpen: false);
            _last = token;
            if (breaks > 0)
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Left(int token) => GapCell.Left(_text.Text[_text.Start(token)], _text.Length(token));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly GapRight Right(int token)
    {
        var start = _text.Start(token);
        var text = _text.Text;
        return GapCell.RightOf(text[start], start + 1 < text.Length ? text[start + 1] : '\0');
    }
}
