using NewsNlp.Documents;
using NewsNlp.Threading;
using NewsNlp.Tokenization;

namespace NewsNlp.Stages;

/// <summary>What one call to the pipeline needs; rented from a pool, so that the next call finds its buffers grown.</summary>
internal sealed class PipelineWorkspace
{
    // A workspace that served a larger text is dropped instead of kept: its buffers would stay for good.
    private const int LargestTextToKeep = 1 << 20;

    private Upos[] _tags = [];

    public DocumentBuilder Builder { get; } = new("");

    public TokenBuffer Tokens { get; } = new();

    public CancellationToken CancellationToken { get; private set; }

    public Document Document => Builder.Document;

    public bool IsWorthKeeping => Document.Text.Length <= LargestTextToKeep;

    public void Begin(string text, DocumentMetadata metadata, CancellationToken cancellationToken)
    {
        CancellationToken = cancellationToken;
        Tokens.Clear();
        Builder.Reset(text, metadata, cancellationToken);
    }

    public void Begin(Document document, CancellationToken cancellationToken)
    {
        CancellationToken = cancellationToken;
        Tokens.Clear();
        Builder.Reset(document, cancellationToken);
    }

    /// <summary>Lets go of the caller's text, so that an idle pipeline keeps no document alive.</summary>
    public void End()
    {
        CancellationToken = default;
        Builder.Reset("", default, default);
    }

    /// <summary>A tag for each of <paramref name="count"/> tokens, all <see cref="Upos.X"/>.</summary>
    public Span<Upos> RentTags(int count)
    {
        if (_tags.Length < count)
        {
            _tags = new Upos[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count)];
        }

        var tags = _tags.AsSpan(0, count);
        InterruptibleMemory.Fill(tags, default, CancellationToken);
        return tags;
    }
}
