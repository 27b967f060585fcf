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

    private readonly MentionModel _model;
    private readonly CandidateFinder _finder;
    private readonly CandidateTraits _traits;
    private readonly CandidateChooser _chooser = new();
    private readonly List<MentionCandidate> _candidates = [];
    private readonly List<int> _chosen = [];
    private readonly float[] _numbers;
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
        for (int first = 0; first < _candidates.Count; first += Together)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(Together, _candidates.Count - first);
            for (int i = 0; i < count; i++) _traits.Of(first + i).CopyTo(_numbers.AsSpan(i * _traitCount));
            _model.Trees.Probabilities(_numbers, _traitCount, _probabilities.AsSpan(first, count));
        }
    }
}
