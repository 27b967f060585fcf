using NewsNlp.Documents;

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

    private const int CancellationInterval = 64;

    private readonly WordSums _sums = new(features, chain);
    private readonly FeatureList _list = new();
    private readonly MentionLatticeWorkspace _workspace = new(chain.Lanes);
    private FoundRows _rows = new();
    private FoundRows _nextRows = new();

    /// <summary>Replaces <paramref name="candidates"/> by those of a document, in the order of their first tokens.</summary>
    public void Find(Document document, List<MentionCandidate> candidates, CancellationToken cancellationToken)
    {
        candidates.Clear();
        features.Begin(document, cancellationToken);
        var sentences = document.SentenceLayer;
        int stretches = 0;
        for (int sentence = 0; sentence < sentences.FirstTokens.Length; sentence++)
        {
            int from = sentences.FirstTokens[sentence], count = sentences.TokenCounts[sentence];
            features.BeginSentence(from, count, cancellationToken);
            int sentenceEnd = from + count;
            while (scheme.NextStretch(features.Words, from, sentenceEnd, out int first, out int end, cancellationToken))
            {
                if (++stretches % 16 == 0) cancellationToken.ThrowIfCancellationRequested();
                Run(first, end, cancellationToken);
                AddCandidates(sentence, first, candidates, cancellationToken);
                from = end;
            }

            if (sentence % 64 == 63) cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Run(int first, int end, CancellationToken cancellationToken)
    {
        _workspace.Begin(end - first);
        _sums.Begin();
        for (int token = first; token < end; token++)
        {
            if ((token - first) % CancellationInterval == CancellationInterval - 1) cancellationToken.ThrowIfCancellationRequested();

            // The weights of a token are fetched while those of the one before are added.
            (_rows, _nextRows) = (_nextRows, _rows);
            _list.Clear();
            features.AddContext(token, _list);
            chain.Table.Find(_list.Items, _nextRows);
            if (token > first) Accumulate(token - 1, first);
        }

        (_rows, _nextRows) = (_nextRows, _rows);
        Accumulate(end - 1, first);
        chain.Lattice.Run(_workspace, cancellationToken);
    }

    private void Accumulate(int token, int first)
    {
        var scores = _workspace.ScoresAt(token - first);
        chain.Table.Add(_rows, scores);
        _sums.Add(token, scores);
    }

    private void AddCandidates(int sentence, int first, List<MentionCandidate> candidates, CancellationToken cancellationToken)
    {
        var lattice = chain.Lattice;
        for (int i = 0; i < _workspace.Length; i++)
        {
            if (i % CancellationInterval == CancellationInterval - 1) cancellationToken.ThrowIfCancellationRequested();
            ulong likely = lattice.Likely(_workspace, i, LeastProbability);
            if ((likely & chain.Lanes.Starts) == 0) continue;
            for (int kind = 0; kind < scheme.Labels.Count; kind++)
            {
                int single = LaneOf(kind, 0, 1);
                if ((likely >> single & 1) != 0)
                    candidates.Add(new MentionCandidate(first + i, first + i + 1, kind, sentence, (float)lattice.Marginal(_workspace, i, single)));
                if ((likely >> LaneOf(kind, 0, 2) & 1) != 0) AddLonger(sentence, first, i, kind, candidates);
            }
        }
    }

    // Follows the labels begin, inside, inside … and ends them at each place, as long as what is begun has some probability.
    private void AddLonger(int sentence, int first, int start, int kind, List<MentionCandidate> candidates)
    {
        var lattice = chain.Lattice;
        int previous = LaneOf(kind, 0, 2), inside = LaneOf(kind, 1, 3), last = LaneOf(kind, 1, 2);
        double begun = lattice.Begun(_workspace, start, previous);
        for (int i = start + 1; i < Math.Min(_workspace.Length, start + MostTokens); i++)
        {
            double ended = begun * lattice.Step(_workspace, i, previous, last) * lattice.Following(_workspace, i, last);
            if (ended >= LeastProbability) candidates.Add(new MentionCandidate(first + start, first + i + 1, kind, sentence, (float)ended));
            begun *= lattice.Step(_workspace, i, previous, inside);
            if (begun * lattice.Following(_workspace, i, inside) < LeastProbability) return;
            previous = inside;
        }
    }

    private int LaneOf(int kind, int position, int length) => chain.Lanes.Of(ChainLabels.Of(kind, position, length));
}
