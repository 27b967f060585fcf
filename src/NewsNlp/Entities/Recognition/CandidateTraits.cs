using System.Numerics;
using NewsNlp.Documents;
using NewsNlp.Features;
using CandidateRole = NewsNlp.Entities.Recognition.CandidateEvidence.Role;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Describes candidates in numbers, for training and for use alike: how sure the chain is of them and of what overlaps them,
/// what the rest of the document takes their words for, which gazetteers know them, and what they look like. Rented and reused,
/// not safe for threads.
/// </summary>
internal sealed class CandidateTraits(EntityFeatures features, LexiconPhrases phrases, LabelScheme scheme, NameMemory memory)
{
    /// <summary>Candidates that start this many tokens before another one do not overlap it.</summary>
    internal const int LongestCandidate = 40;

    private static readonly int WholeGazetteers = LexiconPhrases.MaxGazetteers;

    private readonly CandidateEvidence _evidence = new(scheme.Labels.Count);
    private readonly CandidateSurroundings _surroundings = new(scheme.Labels.Count);
    private readonly float[] _numbers = new float[CountFor(scheme)];
    private Document _document = null!;
    private List<MentionCandidate> _candidates = null!;
    private int _count;

    /// <summary>How many numbers describe a candidate, beside one for each label.</summary>
    private const int Others = 129;

    /// <summary>How many numbers describe a candidate.</summary>
    public static int CountFor(LabelScheme scheme) => Others + CandidateSurroundings.Count + scheme.Labels.Count;

    /// <summary>Turns to the candidates of the document that the features were begun with.</summary>
    public void Begin(Document document, List<MentionCandidate> candidates, CancellationToken cancellationToken = default)
    {
        (_document, _candidates) = (document, candidates);
        _evidence.Read(features.Words, candidates, cancellationToken);
        _surroundings.Begin(document, candidates, cancellationToken);
    }

    /// <summary>The numbers of a candidate, good until the next call; asked for in the order of the candidates, some of which may be left out.</summary>
    public ReadOnlySpan<float> Of(int index)
    {
        _count = 0;
        var candidate = _candidates[index];
        Add(candidate.Probability);
        Add(candidate.Length);
        Add(candidate.Kind);
        for (int kind = 0; kind < scheme.Labels.Count; kind++) Add(candidate.Kind == kind);
        float sameWords = AddRivals(index);
        AddEvidence(candidate, sameWords);
        AddGazetteers(candidate);
        AddLooks(candidate);
        AddMemory(candidate);
        _surroundings.Of(index, _numbers.AsSpan(_count));
        return _numbers;
    }

    /// <summary>How sure the chain is of candidates that cannot stand beside this one.</summary>
    /// <returns>The sum for the same words with another label.</returns>
    private float AddRivals(int index)
    {
        var candidate = _candidates[index];
        float best = 0, sum = 0, label = 0, labels = 0, longer = 0, shorter = 0, crossing = 0;
        int bestKind = -1;
        for (int i = index - 1; i >= 0 && _candidates[i].First > candidate.First - LongestCandidate; i--) Compare(_candidates[i]);
        for (int i = index + 1; i < _candidates.Count && _candidates[i].First < candidate.End; i++) Compare(_candidates[i]);
        Add(best);
        Add(bestKind);
        Add(label);
        Add(longer);
        Add(shorter);
        Add(crossing);
        Add(sum);
        return labels;

        void Compare(in MentionCandidate other)
        {
            if (!candidate.Overlaps(other)) return;
            float probability = other.Probability;
            sum += probability;
            if (probability > best) (best, bestKind) = (probability, other.Kind);
            if (other.First == candidate.First && other.End == candidate.End)
            {
                label = Math.Max(label, probability);
                labels += probability;
            }
            else if (other.First <= candidate.First && other.End >= candidate.End) longer = Math.Max(longer, probability);
            else if (other.First >= candidate.First && other.End <= candidate.End) shorter = Math.Max(shorter, probability);
            else crossing = Math.Max(crossing, probability);
        }
    }

    /// <summary>What the rest of the document takes the candidate's words for.</summary>
    private void AddEvidence(in MentionCandidate candidate, float sameWords)
    {
        var words = features.Words;
        int first = candidate.First, end = candidate.End, sentenceFirst = SentenceFirst(candidate), sentenceEnd = SentenceEnd(candidate);
        ref readonly var head = ref words[words.WordOf(first)];
        ref readonly var last = ref words[words.WordOf(end - 1)];
        bool several = candidate.Length > 1;
        float own = several ? candidate.Probability : 0, others = several ? sameWords : 0;
        AddSums(candidate, _evidence.Of(CandidateRole.Whole, CandidateEvidence.HashOf(words, first, end)), candidate.Probability, sameWords);
        AddSums(candidate, _evidence.Of(CandidateRole.Last, last.Lower), own, others);
        AddSums(candidate, _evidence.Of(CandidateRole.First, head.Lower), own, others);
        AddSums(candidate, _evidence.Of(CandidateRole.Inner, last.Lower));
        AddSums(candidate, several ? Whole(end - 1, end) : []);
        AddSums(candidate, several ? Whole(first, first + 1) : []);
        AddSums(candidate, candidate.Length > 2 ? Whole(first, end - 1) : []);
        AddSums(candidate, candidate.Length > 2 ? Whole(first + 1, end) : []);
        AddSums(candidate, first > sentenceFirst ? Whole(first - 1, end) : []);
        AddSums(candidate, end < sentenceEnd ? Whole(first, end + 1) : []);
        AddSums(candidate, (head.Look & WordLook.AllCapitals) != 0 ? _evidence.Of(CandidateRole.Initials, head.Exact) : []);

        ReadOnlySpan<float> Whole(int from, int to) =>
            _evidence.Of(CandidateRole.Whole, CandidateEvidence.HashOf(features.Words, from, to));
    }

    /// <summary>Sums over the document, less what the candidate itself and its like have added.</summary>
    private void AddSums(in MentionCandidate candidate, ReadOnlySpan<float> sums, float own = 0, float others = 0)
    {
        float mine = 0, best = 0, all = -own - others;
        int bestKind = -1;
        for (int kind = 0; kind < sums.Length; kind++)
        {
            all += sums[kind];
            if (kind == candidate.Kind) mine = sums[kind] - own;
            else if (sums[kind] > best) (best, bestKind) = (sums[kind], kind);
        }

        const float Enough = 0.02f;
        Add(mine);
        Add(best);
        Add(all < Enough ? -1 : mine / all);
        Add(bestKind);
    }

    private void AddGazetteers(in MentionCandidate candidate)
    {
        var words = features.Words;
        uint whole = WholePhrase(candidate);
        Add(BitOperations.PopCount(whole));
        for (int i = 0; i < WholeGazetteers; i++) Add((whole >> i & 1) != 0);
        uint head = LexiconPhrases.Gazetteers(words[words.WordOf(candidate.First)].PhraseNode);
        uint last = LexiconPhrases.Gazetteers(words[words.WordOf(candidate.End - 1)].PhraseNode);
        const int WordGazetteers = 6;
        for (int i = 0; i < WordGazetteers; i++)
        {
            Add((head >> i & 1) != 0);
            Add((last >> i & 1) != 0);
        }
    }

    private uint WholePhrase(in MentionCandidate candidate)
    {
        var words = features.Words;
        ulong state = LexiconPhrases.Root;
        uint node = 0;
        for (int token = candidate.First; token < candidate.End; token++)
        {
            state = LexiconPhrases.Step(state, words[words.WordOf(token)].Exact);
            node = phrases.Node(state);
            if (token < candidate.End - 1 && !LexiconPhrases.HasNext(node)) return 0;
        }

        return LexiconPhrases.Gazetteers(node);
    }

    private void AddLooks(in MentionCandidate candidate)
    {
        var words = features.Words;
        int first = candidate.First, end = candidate.End, sentenceFirst = SentenceFirst(candidate), sentenceEnd = SentenceEnd(candidate);
        AddWord(words.WordOf(first), counted: true);
        AddWord(words.WordOf(end - 1), counted: true);
        AddWord(first > sentenceFirst ? words.WordOf(first - 1) : 0, counted: false);
        AddWord(end < sentenceEnd ? words.WordOf(end) : 0, counted: false);
        int capitals = 0;
        for (int token = first; token < end; token++)
        {
            if (words[words.WordOf(token)].IsCapitalized) capitals++;
        }

        Add((float)capitals / candidate.Length);
        Add(first - sentenceFirst);
        Add(sentenceEnd - end);
        Add(sentenceEnd - sentenceFirst);
        Add((float)first / _document.TokenLayer.Count);
    }

    private void AddMemory(in MentionCandidate candidate)
    {
        var words = features.Words;
        int first = candidate.First, end = candidate.End;
        AddMemory(candidate, memory.Of(NameMemory.Role.Whole, CandidateEvidence.HashOf(words, first, end)));
        AddMemory(candidate, memory.Of(NameMemory.Role.Last, words[words.WordOf(end - 1)].Lower));
        AddMemory(candidate, memory.Of(NameMemory.Role.First, words[words.WordOf(first)].Lower));
        AddMemory(candidate, memory.Of(NameMemory.Role.Before, words[first > SentenceFirst(candidate) ? words.WordOf(first - 1) : 0].Lower));
        AddMemory(candidate, memory.Of(NameMemory.Role.Behind, words[end < SentenceEnd(candidate) ? words.WordOf(end) : 0].Lower));
    }

    private void AddMemory(in MentionCandidate candidate, in NameMemory.Entry entry)
    {
        float mine = 0, best = 0, all = 0, occurrences = entry.Occurrences;
        int kinds = entry.IsEmpty ? 0 : scheme.Labels.Count;
        for (int kind = 0; kind < kinds; kind++)
        {
            float mentions = entry.Mentions(kind);
            all += mentions;
            if (kind == candidate.Kind) mine = mentions;
            else best = Math.Max(best, mentions);
        }

        Add(mine);
        Add(best);
        Add(all == 0 ? -1 : mine / all);
        Add(occurrences == 0 ? -1 : mine / occurrences);
        Add(occurrences == 0 ? -1 : Math.Min(1, all / occurrences));
        Add(occurrences);
    }

    private void AddWord(int word, bool counted)
    {
        ref readonly var traits = ref features.Words[word];
        Add((int)traits.Look);
        Add(traits.Rank);
        if (!counted) return;
        ref readonly var entry = ref features.Evidence.Of(traits);
        Add(entry.Small);
        Add(entry.Capitalized);
    }

    private int SentenceFirst(in MentionCandidate candidate) => _document.SentenceLayer.FirstTokens[candidate.Sentence];

    private int SentenceEnd(in MentionCandidate candidate) =>
        SentenceFirst(candidate) + _document.SentenceLayer.TokenCounts[candidate.Sentence];

    private void Add(bool value) => Add(value ? 1 : 0);

    private void Add(float value) => _numbers[_count++] = value;
}
