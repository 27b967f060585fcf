using System.Runtime.CompilerServices;
using NewsNlp.Documents;

namespace NewsNlp.Sentences;

/// <summary>
/// Finds the gaps where a sentence can end, and on the way how the text is written: behind full stops and their like,
/// behind the closing marks that follow them, behind colons and at line breaks. Where paragraphs end without a full stop,
/// also where a capital, a number or a sign follows a space.
/// </summary>
internal ref struct GapFinder
{
    private const int MaxClosers = 3;

    private readonly SentenceText _text;
    private readonly SentenceBuffer _buffer;
    private StyleCounts _style;
    private int _reached;
    private int _last;

    private GapFinder(SentenceText text, SentenceBuffer buffer)
    {
        _text = text;
        _buffer = buffer;
        _last = -1;
    }

    /// <summary>Fills the buffer with the gaps of a text.</summary>
    /// <returns>The text with its style and layout.</returns>
    public static SentenceText Find(SentenceText text, SentenceBuffer buffer)
    {
        buffer.Clear();
        if (text.Count == 0)
        {
            return text;
        }

        var finder = new GapFinder(text, buffer);
        finder.FindMarked();
        var layout = finder._style.LineBreaks < LineLayout.FewestBreaks ? default : LineLayout.Of(text.Text);
        var style = finder._style.Style(isWrapped: layout.WrapColumn > 0);
        text = text.With(style, layout);
        if (style.IsLoose)
        {
            LooseGaps.Add(text, buffer);
        }

        return text;
    }

    private void FindMarked()
    {
        var all = _text.Text;
        var lastToken = _text.Count - 1;
        for (var at = 0; at < all.Length; at += SentenceBuffer.MarkChunk)
        {
            var part = all.Slice(at, Math.Min(SentenceBuffer.MarkChunk, all.Length - at));
            var count = MarkScanner.Find(part, at, at > 0 && MarkScanner.IsMark(all[at - 1]), _buffer.Marks);
            var marks = _buffer.Marks.AsSpan(0, count);
            _reached = TokenFinder.Find(_text.Starts, marks, _reached, _buffer.MarkTokens);
            for (var i = 0; i < marks.Length; i++)
            {
                var mark = marks[i];
                var token = _buffer.MarkTokens[i];
                if (token <= _last || token >= lastToken)
                {
                    continue;
                }

                if (mark >= _text.End(token))
                {
                    AddLineBreak(token);
                }
                else if (_text.Length(token) == 1)
                {
                    AddStop(token, SingleMark(all[mark]), token == 0 ? 0 : Left(token - 1));
                }
                else
                {
                    TakeLonger(token);
                }
            }
        }

        _style.EndParagraph(!TokenShapes.Ends(_text.Shape(lastToken)));
    }

    private static GapMark SingleMark(char mark) => mark switch
    {
        '.' => GapMark.Period,
        ':' => GapMark.Colon,
        '\u2026' => GapMark.Ellipsis,
        '\u2013' or '\u2014' => GapMark.Dash,
        _ => GapMark.Exclamation,
    };

    /// <summary>Looks at a token of several characters with a mark among them.</summary>
    private void TakeLonger(int token)
    {
        var end = _text.End(token);
        var isWord = _text.Kind(token) == TokenKind.Word;
        var mark = isWord && _text.Text[end - 1] == '.' ? OwnPeriod(TokenShapes.OfOwnPeriod(_text.Form(token)))
            : _text.Kind(token) is TokenKind.Punctuation or TokenKind.Symbol ? LongMark(_text.Shape(token))
            : GapMark.None;
        if (mark != GapMark.None)
        {
            AddStop(token, mark, isWord ? Left(token) : token == 0 ? 0 : Left(token - 1));
        }
        else if (MarkScanner.IsMark(_text.Text[end - 1]) && MarkScanner.IsLineBreak(_text.Text[end]))
        {
            // The scanner has left the line break out.
            AddLineBreak(token);
        }
    }

    private static GapMark OwnPeriod(TokenShape shape) => shape switch
    {
        TokenShape.Initial => GapMark.Initial,
        TokenShape.Acronym => GapMark.Acronym,
        _ => GapMark.Abbreviation,
    };

    private static GapMark LongMark(TokenShape shape) => shape switch
    {
        TokenShape.Exclamation => GapMark.Exclamation,
        TokenShape.Ellipsis => GapMark.Ellipsis,
        TokenShape.Colon => GapMark.Colon,
        TokenShape.Dash => GapMark.Dash,
        _ => GapMark.None,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddStop(int token, GapMark mark, int left)
    {
        var space = Space(token, out var breaks);
        var right = Right(token + 1);
        if (mark == GapMark.Dash && breaks == 0 && right is not (GapRight.Capital or GapRight.Capitalized))
        {
            return;
        }

        _buffer.Add(new Gap(token, GapCell.Of(left, mark, space, right, behindClosers: false), (byte)breaks, 0));
        _last = token;
        if (breaks > 0)
        {
            _style.EndLine(breaks, isOpen: mark is GapMark.Colon or GapMark.Dash);
        }

        if (breaks < 2 && mark <= GapMark.Ellipsis)
        {
            _style.AddStop(right == GapRight.Lower);
        }

        if (breaks == 0 && right is GapRight.Close or GapRight.StraightQuote or GapRight.StraightQuoteCapital
            && mark is not (GapMark.Colon or GapMark.Dash))
        {
            AddClosers(token, mark);
        }
    }

    /// <summary>The gaps behind the closing marks that follow a full stop.</summary>
    private void AddClosers(int stop, GapMark mark)
    {
        for (var token = stop + 1; token <= stop + MaxClosers && token < _text.Count - 1; token++)
        {
            var shape = _text.Shape(token);
            if (!TokenShapes.CanClose(shape))
            {
                return;
            }

            var isSpaced = _text.End(token - 1) < _text.Start(token) ? 1 : 0;
            var left = isSpaced + (shape == TokenShape.StraightQuote ? 0 : shape == TokenShape.CloseQuote ? 2 : 4);
            var space = Space(token, out var breaks);
            var cell = GapCell.Of(left, mark, space, Right(token + 1), behindClosers: true);
            _buffer.Add(new Gap(token, cell, (byte)breaks, (byte)(token - stop)));
            _last = token;
            if (breaks > 0)
            {
                _style.EndLine(breaks, isOpen: false);
                return;
            }
        }
    }

    private void AddLineBreak(int token)
    {
        var space = Space(token, out var breaks);
        var cell = GapCell.Of(Left(token), GapMark.None, space, Right(token + 1), behindClosers: false);
        _buffer.Add(new Gap(token, cell, (byte)breaks, 0));
        _last = token;
        _style.EndLine(breaks, isOpen: !TokenShapes.Ends(_text.Shape(token)));
    }

    private readonly int Space(int token, out int breaks)
    {
        var gap = _text.Gap(token);
        breaks = 0;
        if (gap.Length == 1 && gap[0] == ' ')
        {
            return GapCell.OneSpace;
        }

        if (gap.Length == 0)
        {
            return GapCell.NoSpace;
        }

        breaks = Math.Min(2, SentenceText.LineBreaks(gap));
        return breaks > 0 ? GapCell.LineBreak : GapCell.OtherSpace;
    }

    private readonly int Left(int token) => GapCell.Left(_text.Text[_text.Start(token)], _text.Length(token));

    private readonly GapRight Right(int token)
    {
        var start = _text.Start(token);
        var text = _text.Text;
        return GapCell.RightOf(text[start], start + 1 < text.Length ? text[start + 1] : '\0');
    }
}
