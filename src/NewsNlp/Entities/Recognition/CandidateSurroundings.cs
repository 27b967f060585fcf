using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// What surrounds a candidate, in numbers: how sure the chain is of its ends apart from its label, which mention comes before it
/// and which behind it, and what else its sentence speaks of. Rented and reused, not safe for threads.
/// </summary>
internal sealed class CandidateSurroundings(int kinds)
{
    /// <summary>How many numbers there are.</summary>
    public const int Count = 20;

    /// <summary>How far a mention beside a candidate is looked for, in tokens.</summary>
    private const int Near = 12;

    private const int KeptTokens = 64 * 1024;

    // A mention beside a candidate counts from here on.
    private const float Likely = 0.2f;

    // The first kinds are told one by one.
    private const int KindsTold = 3;

    private readonly float[] _sentence = new float[kinds];
    private readonly float[] _others = new float[kinds];
    private float[] _starts = [];
    private float[] _ends = [];
    private float[] _inside = [];
    private Document _document = null!;
    private List<MentionCandidate> _candidates = null!;
    private int _sentenceIndex;

    /// <summary>Turns to the candidates of a document.</summary>
    public void Begin(Document document, List<MentionCandidate> candidates, CancellationToken cancellationToken = default)
    {
        (_document, _candidates, _sentenceIndex) = (document, candidates, -1);
        int tokens = document.TokenLayer.Count;
        Clear(ref _starts, tokens, cancellationToken);
        Clear(ref _ends, tokens, cancellationToken);
        Clear(ref _inside, tokens, cancellationToken);
        for (int i = 0; i < candidates.Count; i++)
        {
            if (i % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var candidate = candidates[i];
            _starts[candidate.First] += candidate.Probability;
            _ends[candidate.End - 1] += candidate.Probability;
            for (int token = candidate.First; token < candidate.End; token++) _inside[token] += candidate.Probability;
        }
    }

    /// <summary>Writes the numbers of a candidate; called in the order of the candidates, some of which may be left out.</summary>
    /// <param name="index">Which candidate.</param>
    /// <param name="numbers">Room for <see cref="Count"/>.</param>
    public void Of(int index, Span<float> numbers)
    {
        var candidate = _candidates[index];
        AddEnds(candidate, index, numbers);
        AddBeside(candidate, Before(candidate, index), numbers[7..]);
        AddBeside(candidate, Behind(candidate, index), numbers[11..]);
        AddSentence(candidate, index, numbers[15..]);
    }

    private static void Clear(ref float[] values, int count, CancellationToken cancellationToken)
    {
        if (values.Length < count || values.Length > KeptTokens) values = InterruptibleMemory.Allocate<float>(Math.Max(count, 1024));
        InterruptibleMemory.Fill(values.AsSpan(0, count), 0, cancellationToken);
    }

    private void AddEnds(in MentionCandidate candidate, int index, Span<float> numbers)
    {
        var sentences = _document.SentenceLayer;
        int first = sentences.FirstTokens[candidate.Sentence], end = first + sentences.TokenCounts[candidate.Sentence];
        float others = 0;
        for (int i = index - 1; i >= 0 && _candidates[i].First == candidate.First; i--) others += SameWords(candidate, _candidates[i]);
        for (int i = index + 1; i < _candidates.Count && _candidates[i].First == candidate.First; i++) others += SameWords(candidate, _candidates[i]);
        float least = 1;
        for (int token = candidate.First; token < candidate.End; token++) least = Math.Min(least, _inside[token]);
        numbers[0] = others;
        numbers[1] = candidate.Probability / (candidate.Probability + others);
        numbers[2] = _starts[candidate.First];
        numbers[3] = _ends[candidate.End - 1];
        numbers[4] = least;
        numbers[5] = candidate.First > first ? _inside[candidate.First - 1] : -1;
        numbers[6] = candidate.End < end ? _inside[candidate.End] : -1;
    }

    private static float SameWords(in MentionCandidate candidate, in MentionCandidate other) => other.End == candidate.End ? other.Probability : 0;

    /// <summary>The likely candidate that ends last before this one.</summary>
    private int Before(in MentionCandidate candidate, int index)
    {
        int best = -1;
        var candidates = CollectionsMarshal.AsSpan(_candidates);
        for (int i = index - 1; i >= 0; i--)
        {
            ref readonly var other = ref candidates[i];
            if (other.Sentence != candidate.Sentence || other.First <= candidate.First - Near) break;
            if (other.End > candidate.First || other.Probability <= Likely) continue;
            if (best < 0 || IsNearer(other.End, candidates[best].End, other, candidates[best])) best = i;
        }

        return best;
    }

    /// <summary>The likely candidate that starts first behind this one.</summary>
    private int Behind(in MentionCandidate candidate, int index)
    {
        int best = -1;
        var candidates = CollectionsMarshal.AsSpan(_candidates);
        for (int i = index + 1; i < candidates.Length; i++)
        {
            ref readonly var other = ref candidates[i];
            if (other.Sentence != candidate.Sentence || other.First >= candidate.End + Near) break;
            if (other.First < candidate.End || other.Probability <= Likely) continue;
            if (best < 0 || IsNearer(-other.First, -candidates[best].First, other, candidates[best])) best = i;
        }

        return best;
    }

    private static bool IsNearer(int place, int bestPlace, in MentionCandidate other, in MentionCandidate best) =>
        place > bestPlace || place == bestPlace && other.Probability > best.Probability;

    private void AddBeside(in MentionCandidate candidate, int beside, Span<float> numbers)
    {
        if (beside < 0)
        {
            numbers[0] = -1;
            numbers[1] = 2 * Near;
            numbers[2] = numbers[3] = 0;
            return;
        }

        var other = _candidates[beside];
        numbers[0] = other.Kind;
        numbers[1] = other.First < candidate.First ? candidate.First - other.End : other.First - candidate.End;
        numbers[2] = other.Probability;
        numbers[3] = other.Kind == candidate.Kind ? 1 : 0;
    }

    /// <summary>How much of each kind there is in the sentence beside the candidate and what it overlaps.</summary>
    private void AddSentence(in MentionCandidate candidate, int index, Span<float> numbers)
    {
        if (candidate.Sentence != _sentenceIndex) ReadSentence(candidate.Sentence, index);
        _sentence.CopyTo(_others, 0);
        var candidates = CollectionsMarshal.AsSpan(_candidates);
        int earliest = candidate.First - CandidateTraits.LongestCandidate;
        for (int i = index; i >= 0 && candidates[i].Sentence == candidate.Sentence && candidates[i].First > earliest; i--) Remove(candidate, candidates[i]);
        for (int i = index + 1; i < candidates.Length && candidates[i].First < candidate.End; i++) Remove(candidate, candidates[i]);
        float all = 0;
        foreach (float sum in _others) all += sum;
        numbers[0] = _others[candidate.Kind];
        numbers[1] = all;
        for (int kind = 0; kind < KindsTold; kind++) numbers[2 + kind] = kind < kinds ? _others[kind] : 0;
    }

    private void Remove(in MentionCandidate candidate, in MentionCandidate other)
    {
        if (candidate.Overlaps(other)) _others[other.Kind] -= other.Probability;
    }

    private void ReadSentence(int sentence, int index)
    {
        _sentenceIndex = sentence;
        Array.Clear(_sentence);
        while (index > 0 && _candidates[index - 1].Sentence == sentence) index--;
        for (int i = index; i < _candidates.Count && _candidates[i].Sentence == sentence; i++) _sentence[_candidates[i].Kind] += _candidates[i].Probability;
    }
}
