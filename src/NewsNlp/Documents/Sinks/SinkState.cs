namespace NewsNlp.Documents.Sinks;

/// <summary>
/// What every sink keeps beside its data: the document so far, whether it may be written, and the caller's cancellation.
/// </summary>
internal struct SinkState
{
    // Looking at a token costs an interlocked read; one look in this many additions keeps it off the profile and still
    // answers within a millisecond.
    private const int CancellationInterval = 256;

    private Document? _document;
    private int _additions;

    public CancellationToken CancellationToken { readonly get; private set; }

    public readonly Document Document => _document ?? throw Closed();

    public void Open(Document document, CancellationToken cancellationToken)
    {
        _document = document;
        _additions = 0;
        CancellationToken = cancellationToken;
    }

    public void Close()
    {
        _document = null;
        CancellationToken = default;
    }

    /// <summary>To be called at each addition: the sink must be open, and the caller still interested.</summary>
    public void OnAdd()
    {
        if (_document is null)
        {
            throw Closed();
        }

        if (++_additions % CancellationInterval == 0)
        {
            CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static InvalidOperationException Closed() =>
        new("The sink is closed: a stage may write to it only while it is being called.");
}
