using NewsNlp.Documents.Layers;
using NewsNlp.Threading;

namespace NewsNlp.Documents.Sinks;

/// <summary>
/// Takes the sentences of a document, in order, not overlapping. Where the document has blocks, a sentence stays in one.
/// </summary>
/// <threadsafety>For one thread, and only while the stage that was handed it is being called.</threadsafety>
public sealed class SentenceSink
{
    private readonly InterruptibleList<int> _firstTokens = new();
    private readonly InterruptibleList<int> _tokenCounts = new();
    private SinkState _state;
    private int _end;
    private int _block;

    internal SentenceSink()
    {
    }

    /// <summary>The caller's cancellation; a stage that works long without adding anything looks at it.</summary>
    public CancellationToken CancellationToken => _state.CancellationToken;

    /// <summary>Adds a sentence.</summary>
    /// <param name="firstToken">The index of its first token.</param>
    /// <param name="tokenCount">How many tokens it has; at least one.</param>
    /// <exception cref="ArgumentException">
    /// The tokens are not the document's, overlap the previous sentence, or lie in more than one block.
    /// </exception>
    public void Add(int firstToken, int tokenCount)
    {
        _state.OnAdd();
        var document = _state.Document;
        SpanChecks.Tokens(firstToken, tokenCount, _end, document.TokenLayer.Count, "sentence");
        if (document.Has(Layer.Blocks))
        {
            CheckBlock(document.TokenLayer.Span(firstToken, tokenCount), document.BlockLayer);
        }

        _firstTokens.Add(firstToken);
        _tokenCounts.Add(tokenCount);
        _end = firstToken + tokenCount;
    }

    internal void Open(Document document, CancellationToken cancellationToken)
    {
        _firstTokens.Clear();
        _tokenCounts.Clear();
        _end = 0;
        _block = 0;
        SetToken(cancellationToken);
        _state.Open(document, cancellationToken);
    }

    internal SentenceLayer Complete()
    {
        _state.Close();
        var layer = new SentenceLayer(_firstTokens.ToArray(), _tokenCounts.ToArray());
        SetToken(default);
        return layer;
    }

    private void SetToken(CancellationToken cancellationToken) =>
        _firstTokens.CancellationToken = _tokenCounts.CancellationToken = cancellationToken;

    private void CheckBlock(TextSpan span, BlockLayer blocks)
    {
        while (_block < blocks.Spans.Length && blocks.Spans[_block].End <= span.Start)
        {
            _block++;
        }

        if (_block == blocks.Spans.Length || !blocks.Spans[_block].Contains(span))
        {
            throw new ArgumentException($"The sentence {span} does not lie in one block.", nameof(span));
        }
    }
}
