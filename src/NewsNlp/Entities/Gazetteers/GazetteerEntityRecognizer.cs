using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Gazetteers;

/// <summary>
/// An entity recognizer, the product's or a user's, with gazetteers on top: runs it, matches the gazetteers, and merges under
/// their policies.
/// </summary>
/// <threadsafety>Immutable; scratch is rented for each call.</threadsafety>
internal sealed class GazetteerEntityRecognizer : IEntityRecognizer, IRequiresLayers
{
    private const int KeptCapacity = 16 * 1024;

    private readonly IEntityRecognizer? _inner;
    private readonly (Gazetteer Gazetteer, GazetteerPolicy Policy)[] _gazetteers;
    private readonly WorkspacePool<Scratch> _pool = new(() => new Scratch());

    /// <summary>Puts <paramref name="gazetteers"/>, in the order of adding, on top of <paramref name="inner"/>; null for gazetteers alone.</summary>
    public GazetteerEntityRecognizer(IEntityRecognizer? inner, IEnumerable<(Gazetteer Gazetteer, GazetteerPolicy Policy)> gazetteers)
    {
        _inner = inner;
        _gazetteers = [.. gazetteers];
        Requires = [.. new[] { Layer.Tokens, Layer.Sentences }.Union((inner as IRequiresLayers)?.Requires ?? [])];
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<Layer> Requires { get; }

    /// <inheritdoc/>
    public void Recognize(Document document, EntityMentionSink sink)
    {
        var scratch = _pool.Rent();
        scratch.Mentions.Clear();
        scratch.Merger.Clear();
        ReadInner(document, scratch, sink.CancellationToken);
        var (tokens, sentences) = (document.TokenLayer, document.SentenceLayer);
        foreach (var (gazetteer, policy) in _gazetteers)
        {
            var matches = scratch.Merger.Matches(policy);
            for (int i = 0; i < sentences.FirstTokens.Length; i++)
                gazetteer.Table.Match(document.Text, tokens, sentences.FirstTokens[i], sentences.TokenCounts[i], matches);
            sink.CancellationToken.ThrowIfCancellationRequested();
        }

        foreach (var mention in scratch.Merger.Merge(scratch.Mentions.Items))
            sink.Add(mention.FirstToken, mention.TokenCount, mention.Label, mention.Score);
        scratch.Trim(KeptCapacity);
        // After an exception the scratch is simply not given back: its sink may be in any state.
        _pool.Return(scratch);
    }

    private void ReadInner(Document document, Scratch scratch, CancellationToken cancellationToken)
    {
        if (_inner is IMentionFinder finder)
        {
            finder.Find(document, scratch.Mentions, cancellationToken);
            return;
        }

        if (_inner is null)
        {
            return;
        }

        scratch.Sink.Open(document, cancellationToken);
        _inner.Recognize(document, scratch.Sink);
        var layer = scratch.Sink.Complete();
        for (int i = 0; i < layer.FirstTokens.Length; i++)
            scratch.Mentions.Add(new FoundMention(layer.FirstTokens[i], layer.TokenCounts[i], layer.Labels[i], layer.Scores[i]));
    }

    private sealed class Scratch
    {
        public InterruptibleList<FoundMention> Mentions { get; } = new();

        public EntityMentionSink Sink { get; } = new();

        public MentionMerger Merger { get; } = new();

        public void Trim(int capacity)
        {
            Mentions.Trim(capacity);
            Merger.Trim(capacity);
        }
    }
}
