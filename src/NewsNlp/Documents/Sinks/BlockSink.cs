using NewsNlp.Documents.Layers;

namespace NewsNlp.Documents.Sinks;

/// <summary>
/// Takes the blocks of a text, in order, not overlapping. Between blocks there may be white space only: whatever is left
/// over would be lost to every later stage, so it is refused.
/// </summary>
/// <threadsafety>For one thread, and only while the stage that was handed it is being called.</threadsafety>
public sealed class BlockSink
{
    private readonly List<TextSpan> _spans = [];
    private readonly List<BlockKind> _kinds = [];
    private Byline? _byline;
    private Dateline? _dateline;
    private SinkState _state;

    internal BlockSink()
    {
    }

    /// <summary>The caller's cancellation; a stage that works long without adding anything looks at it.</summary>
    public CancellationToken CancellationToken => _state.CancellationToken;

    /// <summary>Adds a block.</summary>
    /// <param name="span">Where it stands, in UTF-16 code units of the whole text; not empty.</param>
    /// <param name="kind">What it is.</param>
    /// <exception cref="ArgumentException">
    /// The span is empty, overlaps the previous one, reaches beyond the text, or leaves text between the two.
    /// </exception>
    public void Add(TextSpan span, BlockKind kind)
    {
        _state.OnAdd();
        var text = _state.Document.Text;
        SpanChecks.InText(span, text, "block");
        var end = _spans.Count == 0 ? 0 : _spans[^1].End;
        if (span.Start < end)
        {
            throw new ArgumentException($"The block {span} begins before the previous one ends (at {end}); add them in order.", nameof(span));
        }

        CheckGap(end, span.Start);
        _spans.Add(span);
        _kinds.Add(kind);
    }

    /// <summary>Says who wrote the article; the last call counts, and none means that nobody is named.</summary>
    /// <param name="byline">Who wrote it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="byline"/> is null.</exception>
    public void SetByline(Byline byline)
    {
        _state.OnAdd();
        ArgumentNullException.ThrowIfNull(byline);
        _byline = byline;
    }

    /// <summary>Says where, when and for whom the article was written; the last call counts.</summary>
    /// <param name="dateline">What the dateline says.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dateline"/> is null.</exception>
    public void SetDateline(Dateline dateline)
    {
        _state.OnAdd();
        ArgumentNullException.ThrowIfNull(dateline);
        _dateline = dateline;
    }

    /// <summary>A page with several datelines, a digest, has the first.</summary>
    internal void SetFirstDateline(Dateline dateline) => _dateline ??= dateline;

    internal DateOnly? Published => _state.Document.Metadata.Published;

    internal void Open(Document document, CancellationToken cancellationToken)
    {
        _spans.Clear();
        _kinds.Clear();
        _byline = null;
        _dateline = null;
        _state.Open(document, cancellationToken);
    }

    internal BlockLayer Complete()
    {
        CheckGap(_spans.Count == 0 ? 0 : _spans[^1].End, _state.Document.Text.Length);
        _state.Close();
        return new BlockLayer([.. _spans], [.. _kinds], _byline, _dateline);
    }

    private void CheckGap(int start, int end)
    {
        if (!_state.Document.Text.AsSpan(start, end - start).IsWhiteSpace())
        {
            throw new ArgumentException($"The text at {TextSpan.FromBounds(start, end)} lies in no block.");
        }
    }
}
