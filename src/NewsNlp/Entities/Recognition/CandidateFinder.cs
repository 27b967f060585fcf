using NewsNlp.Documents;
using NewsNlp.Models;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Finds what may be a mention: every run of tokens to which a chain, sentence by sentence, gives some probability. Rented and
/// reused, not safe for threads.
/// </summary>
internal sealed class CandidateFinder(EntityFeatures features, SparseChain chain, LabelScheme scheme)
{
    /// <summary>The least probability of a candidate.</summary>
    private const double LeastProbability = 0.02;

    /// <summary>The most tokens of a candidate.</summary>
    private const int MostTokens = 40;

    private readonly WordSums _sums = new(features, chain.Table);
    private FeatureList _list = new();
    private FeatureList _nextList = new();
    private readonly LinearChainWorkspace _workspace = new();

    /// <summary>Replaces <paramref name="candidates"/> by those of a document, in the order of their first tokens.</summary>
    public void Find(Document document, List<MentionCandidate> candidates, CancellationToken cancellationToken)
    {
        candidates.Clear();
        features.Begin(document);
        var sentences = document.SentenceLayer;
        for (int sentence = 0; sentence < sentences.FirstTokens.Length; sentence++)
        {
            int from = sentences.FirstTokens[sentence], count = sentences.TokenCounts[sentence];
            features.BeginSentence(from, count);
            int sentenceEnd = from + count;
            while (scheme.NextStretch(features.Words, from, sentenceEnd, out int first, out int end))
            {
                Run(first, end);
                AddCandidates(sentence, first, candidates);
                from = end;
            }

            if (sentence % 64 == 63) cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Run(int first, int end)
    {
        _workspace.Begin(chain.Chain, end - first);
        _sums.Begin();
        for (int token = first; token < end; token++)
        {
            // The weights of a token are fetched while those of the one before are added.
            (_list, _nextList) = (_nextList, _list);
            _nextList.Clear();
            features.AddContext(token, _nextList);
            chain.Table.Prefetch(_nextList.Items);
            if (token > first) Accumulate(token - 1, first);
        }

        (_list, _nextList) = (_nextList, _list);
        Accumulate(end - 1, first);
        chain.Chain.ForwardBackward(_workspace);
    }

    private void Accumulate(int token, int first)
    {
        var emissions = _workspace.Emissions(token - first);
        chain.Table.Accumulate(_list.Items, emissions);
        _sums.Add(token, emissions);
    }

    private void AddCandidates(int sentence, int first, List<MentionCandidate> candidates)
    {
        var model = chain.Chain;
        for (int i = 0; i < _workspace.Length; i++)
        {
            for (int kind = 0; kind < scheme.Labels.Count; kind++)
            {
                double single = model.Marginal(_workspace, i, ChainLabels.Of(kind, 0, 1));
                if (single >= LeastProbability) candidates.Add(new MentionCandidate(first + i, first + i + 1, kind, sentence, (float)single));
                if (model.Marginal(_workspace, i, ChainLabels.Of(kind, 0, 2)) >= LeastProbability) AddLonger(sentence, first, i, kind, candidates);
            }
        }
    }

    // Follows the labels begin, inside, inside … and ends them at each place, as long as what is begun has some probability.
    private void AddLonger(int sentence, int first, int start, int kind, List<MentionCandidate> candidates)
    {
        var model = chain.Chain;
        int previous = ChainLabels.Of(kind, 0, 2), inside = ChainLabels.Of(kind, 1, 3), last = ChainLabels.Of(kind, 1, 2);
        double begun = model.Forward(_workspace, start, previous);
        for (int i = start + 1; i < Math.Min(_workspace.Length, start + MostTokens); i++)
        {
            double ended = begun * model.Step(_workspace, i, previous, last) * model.Backward(_workspace, i, last);
            if (ended >= LeastProbability) candidates.Add(new MentionCandidate(first + start, first + i + 1, kind, sentence, (float)ended));
            begun *= model.Step(_workspace, i, previous, inside);
            if (begun * model.Backward(_workspace, i, inside) < LeastProbability) return;
            previous = inside;
        }
    }
}
