namespace NewsNlp.Export.Html;

/// <summary>
/// Writes text with its marks as properly nested elements, however the marks overlap: one that would cross another is
/// closed with it and opened again behind it. Parts of the text come in order.
/// </summary>
internal sealed class InlineRenderer(ArticleModel article, TextWriter output)
{
    private readonly List<InlineSpan> _spans = InlineSpan.Collect(article);
    private readonly MarkWriter _marks = new(article, output);

    // The marks that are open, outermost first.
    private readonly List<InlineSpan> _open = [];
    private int _next;

    public void Write(int start, int end)
    {
        // Marks that began in an earlier part and reach into this one.
        _open.RemoveAll(span => span.Span.End <= start);
        foreach (var span in _open)
        {
            _marks.Open(span, isFirst: false);
        }

        var position = start;
        while (position < end)
        {
            OpenAt(position, start);
            var boundary = Boundary(position, end);
            output.WriteText(article.Document.Text.AsSpan(position, boundary - position));
            position = boundary;
            CloseAt(position);
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            _marks.Close(_open[i], isLast: false);
        }
    }

    private void OpenAt(int position, int partStart)
    {
        for (; _next < _spans.Count && _spans[_next].Span.Start <= position; _next++)
        {
            // A mark may begin between two parts, where nothing is written.
            if (_spans[_next].Span.End > partStart)
            {
                _marks.Open(_spans[_next], isFirst: true);
                _open.Add(_spans[_next]);
            }
        }
    }

    private int Boundary(int position, int end)
    {
        var boundary = _next < _spans.Count ? Math.Min(end, _spans[_next].Span.Start) : end;
        foreach (var span in _open)
        {
            boundary = Math.Min(boundary, span.Span.End);
        }

        return Math.Max(boundary, position);
    }

    private void CloseAt(int position)
    {
        var outermost = _open.FindIndex(span => span.Span.End <= position);
        if (outermost < 0)
        {
            return;
        }

        for (var i = _open.Count - 1; i >= outermost; i--)
        {
            _marks.Close(_open[i], isLast: _open[i].Span.End <= position);
        }

        _open.RemoveAll(span => span.Span.End <= position);
        for (var i = outermost; i < _open.Count; i++)
        {
            _marks.Open(_open[i], isFirst: false);
        }
    }
}
