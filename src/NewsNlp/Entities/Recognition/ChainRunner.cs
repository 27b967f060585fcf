using NewsNlp.Documents;
using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Runs the chains over a document: a first pass labels every sentence by itself and by what the article says of its words, a
/// second one also by what the first made of the same words elsewhere. Rented and reused, not safe for threads.
/// </summary>
internal sealed class ChainRunner(EntityFeatures features, IReadOnlyList<SparseChain> passes)
{
    /// <summary>
    /// Longer sentences (lists, tables, texts without a full stop) are labelled piece by piece, so that memory stays bounded.
    /// </summary>
    private const int LongestPiece = 512;

    private const int KeptTokens = 256 * 1024;

    private readonly FeatureList _list = new();
    private readonly LinearChainWorkspace _workspace = new();
    private byte[] _labels = [];
    private byte[] _firstLabels = [];


    /// <summary>Adds the mentions of a document that has tokens and sentences to <paramref name="mentions"/>, in order.</summary>
    public void Run(Document document, MentionBuffer mentions, CancellationToken cancellationToken)
    {
        int tokens = document.TokenLayer.Count;
        Begin(tokens);
        features.Begin(document);
        for (int pass = 0; pass < passes.Count; pass++)
        {
            bool last = pass == passes.Count - 1;
            if (pass > 0) features.BeginLabels(document, _firstLabels);
            var sentences = document.SentenceLayer;
            for (int i = 0; i < sentences.FirstTokens.Length; i++)
            {
                int first = sentences.FirstTokens[i], end = first + sentences.TokenCounts[i];
                features.BeginSentence(first, end - first);
                for (int start = first; start < end; start += LongestPiece)
                    RunPiece(passes[pass], pass, start, Math.Min(end, start + LongestPiece), last ? mentions : null);
                if (i % 64 == 63) cancellationToken.ThrowIfCancellationRequested();
            }

            if (!last) _labels.AsSpan(0, tokens).CopyTo(_firstLabels);
        }
    }

    /// <summary>The labels of the last document's tokens, from the last pass; good until the next run.</summary>
    public ReadOnlySpan<byte> Labels(Document document) => _labels.AsSpan(0, document.TokenLayer.Count);

    private void Begin(int tokens)
    {
        if (_labels.Length < tokens || _labels.Length > KeptTokens)
        {
            _labels = new byte[Math.Max(tokens, 1024)];
            _firstLabels = new byte[_labels.Length];
        }

        // Tokens outside of sentences keep the label "outside".
        Array.Clear(_labels, 0, tokens);
    }

    private void RunPiece(SparseChain chain, int pass, int first, int end, MentionBuffer? mentions)
    {
        _workspace.Begin(chain.Chain, end - first);
        for (int token = first; token < end; token++)
        {
            _list.Clear();
            features.Add(token, _list);
            if (pass > 0) features.AddLabels(token, _list);
            chain.Table.Accumulate(_list.Items, _workspace.Emissions(token - first));
        }

        var labels = _labels.AsSpan(first, end - first);
        chain.Chain.Decode(_workspace, labels, out _);
        if (mentions is null || !labels.ContainsAnyExcept((byte)ChainLabels.Outside)) return;
        chain.Chain.ForwardBackward(_workspace);
        AddMentions(chain, first, labels, mentions);
    }

    private void AddMentions(SparseChain chain, int first, ReadOnlySpan<byte> labels, MentionBuffer mentions)
    {
        int start = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (ChainLabels.Starts(labels[i])) start = i;
            if (!ChainLabels.Ends(labels[i])) continue;
            double probability = chain.Chain.SegmentProbability(_workspace, start, labels[start..(i + 1)]);
            var label = ChainLabels.Kinds[ChainLabels.KindOf(labels[i])];
            mentions.Add(new FoundMention(first + start, i - start + 1, label, (float)Math.Clamp(probability, 0, 1)));
        }
    }
}
