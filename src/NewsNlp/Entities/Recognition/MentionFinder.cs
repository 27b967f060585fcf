using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Finds the mentions of a document: a chain names candidates sentence by sentence, trees judge each by what is said of its
/// words in the whole document, and the best that do not overlap are chosen. Rented and reused, not safe for threads.
/// </summary>
internal sealed class MentionFinder
{
    private const int KeptCandidates = 16 * 1024;

    /// <summary>How many candidates are judged together.</summary>
    private const int Together = 32;

    /// <summary>How many are passed over at most before cancellation is looked at.</summary>
    private const int LookInterval = 1024;

    /// <summary>
    /// Candidates that the chain gives less are neither judged nor chosen. They are an eighth of all, and none of 122,000 mentions
    /// was lost by it; as evidence for other candidates they count all the same.
    /// </summary>
    private const float Hopeless = 0.03f;

    private readonly MentionModel _model;
    private readonly CandidateFinder _finder;
    private readonly CandidateTraits _traits;
    private readonly CandidateChooser _chooser = new();
    private readonly List<MentionCandidate> _candidates = [];
    private readonly List<int> _chosen = [];
    private readonly float[] _numbers;
    private readonly int[] _judged = new int[Together];
    private readonly double[] _judgedProbabilities = new double[Together];
    private readonly int _traitCount;
    private double[] _probabilities = [];

    public MentionFinder(WordClusters clusters, LexiconPhrases phrases, MentionModel model)
    {
        var features = new EntityFeatures(clusters, phrases);
        _model = model;
        _traitCount = CandidateTraits.CountFor(model.Scheme);
        _numbers = new float[Together * _traitCount];
        _finder = new CandidateFinder(features, model.Chain, model.Scheme);
        _traits = new CandidateTraits(features, phrases, model.Scheme, model.Memory);
    }

    /// <summary>Adds the mentions of a document that has tokens and sentences to <paramref name="mentions"/>, in order.</summary>
    public void Find(Document document, InterruptibleList<FoundMention> mentions, CancellationToken cancellationToken)
    {
        _finder.Find(document, _candidates, cancellationToken);
        _traits.Begin(document, _candidates, cancellationToken);
        if (_probabilities.Length < _candidates.Count || _probabilities.Length > KeptCandidates)
            _probabilities = new double[Math.Max(_candidates.Count, 256)];
        Judge(cancellationToken);
        _chooser.Choose(_candidates, _probabilities, _model.Threshold, _chosen, cancellationToken);
        foreach (int index in _chosen)
        {
            var candidate = _candidates[index];
            mentions.Add(new FoundMention(
                candidate.First, candidate.Length, _model.Scheme.Labels[candidate.Kind], (float)_probabilities[index]));
        }

        if (_candidates.Capacity > KeptCandidates)
        {
            _candidates.Clear();
            _candidates.Capacity = KeptCandidates;
        }
    }

    private void Judge(CancellationToken cancellationToken)
    {
        for (int next = 0; next < _candidates.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = 0, end = Math.Min(_candidates.Count, next + LookInterval);
            for (; next < end && count < Together; next++)
            {
                _probabilities[next] = 0;
                if (_candidates[next].Probability < Hopeless) continue;
                _traits.Of(next).CopyTo(_numbers.AsSpan(count * _traitCount));
                _judged[count++] = next;
            }

            var probabilities = _judgedProbabilities.AsSpan(0, count);
            _model.Trees.Probabilities(_numbers, _traitCount, probabilities);
            for (int i = 0; i < count; i++) _probabilities[_judged[i]] = probabilities[i];
        }
    }
}
