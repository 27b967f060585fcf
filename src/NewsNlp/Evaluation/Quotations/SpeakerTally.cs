using System.Collections.Frozen;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>Counts sources and speakers of quotes whose content was found.</summary>
internal sealed class SpeakerTally(List<ScoredAttribution> gold, List<ScoredAttribution> system)
{
    private static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
    [
        "the", "a", "an", "of", "and", "or", "in", "on", "at", "to", "for", "by", "with", "from", "his", "her", "their", "its", "our",
        "my", "your",
    ], StringComparer.OrdinalIgnoreCase);

    private int _found;
    private Share _overlap;
    private Share _exact;
    private Share _none;
    private Share _resolved;
    private Share _resolvedName;

    public SpeakerScores Scores => new()
    {
        Attributions = new PrecisionRecall(_found, system.Count, gold.Count),
        SourceOverlap = _overlap,
        SourceExact = _exact,
        NoSourceKept = _none,
        Resolved = _resolved,
        ResolvedName = _resolvedName,
        GoldWithSource = gold.Count(g => !g.Source.IsEmpty),
        GoldWithSpeaker = gold.Count(g => g.Speakers.Count > 0),
    };

    public void Add(QuoteText text, ScoredAttribution gold, ScoredAttribution system)
    {
        _found++;
        if (gold.Source.IsEmpty)
        {
            _none += One(system.Source.IsEmpty);
        }
        else
        {
            _overlap += One(SharesWord(text, gold.Source, system.Source));
            _exact += One(gold.Source.Trimmed.AsSpan().SequenceEqual(system.Source.Trimmed));
        }

        if (gold.Speakers.Count == 0) return;
        _resolved += One(system.Speakers.Count > 0 && gold.Speakers.Contains(system.Speakers[0]));
        _resolvedName += One(SpeakerNames.Agree(gold.Speakers, system.Speakers));
    }

    private static Share One(bool isRight) => new(isRight ? 1 : 0, 1);

    // A word that matters, or any word where the gold source has none that does.
    private static bool SharesWord(QuoteText text, ScoredRole gold, ScoredRole system)
    {
        bool sharesAny = false;
        foreach (int token in gold.Tokens)
        {
            if (!system.Tokens.Contains(token)) continue;
            if (Matters(token)) return true;
            sharesAny = true;
        }

        return sharesAny && !gold.Tokens.Any(Matters);

        bool Matters(int token) => text.IsWord(token) && !StopWords.Contains(text.Token(token));
    }
}
