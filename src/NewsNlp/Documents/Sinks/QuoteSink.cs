using NewsNlp.Documents.Layers;
using NewsNlp.Threading;

namespace NewsNlp.Documents.Sinks;

/// <summary>Takes the quotes of a document, in any order; the document lists them by their first words.</summary>
/// <threadsafety>For one thread, and only while the stage that was handed it is being called.</threadsafety>
public sealed class QuoteSink
{
    private readonly List<QuoteRecord> _quotes = [];
    private readonly List<TextSpan> _spans = [];
    private SinkState _state;

    internal QuoteSink()
    {
    }

    /// <summary>The caller's cancellation; a stage that works long without adding anything looks at it.</summary>
    public CancellationToken CancellationToken => _state.CancellationToken;

    /// <summary>Adds a quote. All spans begin and end with a token, and the pieces of one role are in order and apart.</summary>
    /// <param name="kind">How much of the content stands inside quotation marks.</param>
    /// <param name="contents">What is attributed, quotation marks included; at least one span.</param>
    /// <param name="source">The words that name who; may be empty.</param>
    /// <param name="cue">The reporting words, or null.</param>
    /// <param name="confidence">How sure the attributor is, from 0 to 1.</param>
    /// <param name="act">Whether it is said, thought or shown.</param>
    /// <param name="modality">Whether it is asserted, negated or hypothetical.</param>
    /// <exception cref="ArgumentException">A span breaks a rule above, or the confidence is not in [0, 1].</exception>
    public void Add(
        QuoteKind kind,
        ReadOnlySpan<TextSpan> contents,
        ReadOnlySpan<TextSpan> source,
        TextSpan? cue,
        float confidence = 1,
        QuoteAct act = QuoteAct.Speech,
        QuoteModality modality = QuoteModality.Asserted)
    {
        _state.OnAdd();
        if (contents.IsEmpty)
        {
            throw new ArgumentException("A quote has at least one content.", nameof(contents));
        }

        CheckPieces(contents, "content");
        CheckPieces(source, "source");
        if (cue is { } cueSpan)
        {
            CheckPieces([cueSpan], "cue");
        }

        SpanChecks.Probability(confidence, nameof(confidence));
        _quotes.Add(new QuoteRecord(kind, act, modality, confidence, _spans.Count, contents.Length, source.Length, cue));
        _spans.AddRange(contents);
        _spans.AddRange(source);
    }

    internal void Open(Document document, CancellationToken cancellationToken)
    {
        _quotes.Clear();
        _spans.Clear();
        _state.Open(document, cancellationToken);
    }

    internal QuoteLayer Complete()
    {
        var cancellationToken = _state.CancellationToken;
        _state.Close();

        // Every key is made unique by the rank of arrival, which makes the unstable sort stable.
        var order = new (TextSpan Key, int Rank)[_quotes.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (FirstWords(_quotes[i]), i);
        }

        InterruptibleSort.Sort(order.AsSpan(), static (one, other) => one.CompareTo(other), cancellationToken);
        var quotes = new QuoteRecord[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            quotes[i] = _quotes[order[i].Rank];
        }

        return new QuoteLayer(quotes, [.. _spans]);
    }

    private TextSpan FirstWords(QuoteRecord quote)
    {
        var first = _spans[quote.FirstSpan];
        if (quote.SourceCount > 0 && _spans[quote.FirstSpan + quote.ContentCount] < first)
        {
            first = _spans[quote.FirstSpan + quote.ContentCount];
        }

        return quote.Cue is { } cue && cue < first ? cue : first;
    }

    private void CheckPieces(ReadOnlySpan<TextSpan> pieces, string role)
    {
        var document = _state.Document;
        var end = 0;
        foreach (var piece in pieces)
        {
            SpanChecks.InText(piece, document.Text, role);
            SpanChecks.OnTokens(piece, document.TokenLayer, role);
            if (piece.Start < end)
            {
                throw new ArgumentException($"The {role} {piece} begins before the previous piece ends (at {end}).");
            }

            end = piece.End;
        }
    }
}
