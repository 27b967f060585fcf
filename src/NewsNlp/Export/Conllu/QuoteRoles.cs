using NewsNlp.Documents;

namespace NewsNlp.Export.Conllu;

/// <summary>The quotes that a token belongs to, told token by token from the first to the last.</summary>
internal sealed class QuoteRoles
{
    private readonly List<(TextSpan Span, int Quote, string Role)> _pieces = [];
    private readonly List<(TextSpan Span, int Quote, string Role)> _open = [];
    private int _next;

    public QuoteRoles(Document document)
    {
        if (!document.Has(Layer.Quotes))
        {
            return;
        }

        foreach (var quote in document.Quotes)
        {
            Add(quote.Source, quote.Index, "source");
            Add(quote.Contents, quote.Index, "content");
            if (quote.Cue is { } cue)
            {
                _pieces.Add((cue, quote.Index, "cue"));
            }
        }

        _pieces.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : ByQuote(a, b));
    }

    /// <summary>Writes the roles of the next token, if it has any.</summary>
    public void Write(TextSpan token, ref MiscColumn misc)
    {
        _open.RemoveAll(piece => piece.Span.End <= token.Start);
        for (; _next < _pieces.Count && _pieces[_next].Span.Start <= token.Start; _next++)
        {
            if (_pieces[_next].Span.End > token.Start)
            {
                _open.Add(_pieces[_next]);
                _open.Sort(ByQuote);
            }
        }

        for (var i = 0; i < _open.Count; i++)
        {
            var (span, quote, role) = _open[i];
            misc.Begin(i == 0 ? "Quote=" : ",", isItem: i == 0);
            misc.Write(quote);
            misc.Write(span.Start == token.Start ? ":B-" : ":I-");
            misc.Write(role);
        }
    }

    private static int ByQuote((TextSpan Span, int Quote, string Role) a, (TextSpan Span, int Quote, string Role) b) =>
        a.Quote != b.Quote ? a.Quote.CompareTo(b.Quote) : string.CompareOrdinal(a.Role, b.Role);

    private void Add(TextSpanList spans, int quote, string role)
    {
        foreach (var span in spans)
        {
            _pieces.Add((span, quote, role));
        }
    }
}
