namespace NewsNlp.Evaluation.Quotations;

/// <summary>The quotes of a document beside its gold quotes, aligned: scored as a whole or by kind.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class QuoteComparison
{
    private const double LenientDice = 0.5;

    private readonly QuoteText _text;
    private readonly List<ScoredAttribution> _gold;
    private readonly List<ScoredAttribution> _system;
    private readonly List<AlignedPair> _pairs;

    internal QuoteComparison(QuoteText text, List<ScoredAttribution> gold, List<ScoredAttribution> system)
    {
        (_text, _gold, _system) = (text, gold, system);
        _pairs = AttributionAlignment.Align(gold, system);
    }

    /// <summary>The scores of a subset; of all quotes if none is given.</summary>
    public QuoteScores Score(QuoteSubset? subset = null)
    {
        if (subset is null || subset.IsAll) return Score(_gold, _system, _pairs);
        var gold = new HashSet<int>(Enumerable.Range(0, _gold.Count).Where(g => subset.HasGold(_gold[g])));
        var goldOf = _pairs.ToDictionary(pair => pair.System, pair => pair.Gold);
        var system = Enumerable.Range(0, _system.Count).Where(
            s => goldOf.TryGetValue(s, out int g) ? gold.Contains(g) : subset.HasUnaligned(_system[s]));
        return Score(
            [.. gold.Order().Select(g => _gold[g])],
            [.. system.Select(s => _system[s])],
            [.. _pairs.Where(pair => gold.Contains(pair.Gold))]);
    }

    private QuoteScores Score(List<ScoredAttribution> gold, List<ScoredAttribution> system, List<AlignedPair> pairs)
    {
        int lenient = 0, pairTrimmed = 0, tripleTrimmed = 0, tripleExact = 0;
        var errors = new QuoteErrors { Missed = gold.Count - pairs.Count, Spurious = system.Count - pairs.Count };
        var (at30, at80, atTrimmed) = (new SpeakerTally(gold, system), new SpeakerTally(gold, system), new SpeakerTally(gold, system));
        foreach (var pair in pairs)
        {
            var (g, s) = (_gold[pair.Gold], _system[pair.System]);
            if (pair.Dice >= LenientDice && g.Cue.Agrees(s.Cue) && g.Source.Agrees(s.Source)) lenient++;
            bool isContent = IsSame(g.Content.Trimmed, s.Content.Trimmed), isSource = IsSame(g.Source.Trimmed, s.Source.Trimmed);
            if (isContent && isSource) pairTrimmed++;
            if (isContent && isSource && IsSame(g.Cue.Trimmed, s.Cue.Trimmed)) tripleTrimmed++;
            if (IsSame(g.Content.Pieces, s.Content.Pieces) && IsSame(g.Source.Pieces, s.Source.Pieces) && IsSame(g.Cue.Pieces, s.Cue.Pieces)) tripleExact++;
            double covered = (double)g.Content.SharedTokens(s.Content) / g.Content.Tokens.Count;
            if (covered >= .3) at30.Add(_text, g, s);
            if (covered >= .8) at80.Add(_text, g, s);
            if (isContent) atTrimmed.Add(_text, g, s);
            errors += ErrorsOf(g, s, isContent, isSource);
        }

        PrecisionRecall Of(int right) => new(right, system.Count, gold.Count);
        return new QuoteScores
        {
            Source = QuoteSpanScorer.Score(_text, gold, system, 0),
            Cue = QuoteSpanScorer.Score(_text, gold, system, 1),
            Content = QuoteSpanScorer.Score(_text, gold, system, 2),
            Aligned = Of(pairs.Count),
            TripleLenient = Of(lenient),
            PairTrimmed = Of(pairTrimmed),
            TripleTrimmed = Of(tripleTrimmed),
            TripleExact = Of(tripleExact),
            At30 = at30.Scores,
            At80 = at80.Scores,
            AtTrimmed = atTrimmed.Scores,
            Errors = errors,
        };
    }

    private static QuoteErrors ErrorsOf(ScoredAttribution gold, ScoredAttribution system, bool isContent, bool isSource)
    {
        bool isCue = IsSame(gold.Cue.Trimmed, system.Cue.Trimmed);
        bool touchesSource = gold.Source.Tokens.Overlaps(system.Source.Tokens), touchesCue = gold.Cue.Tokens.Overlaps(system.Cue.Tokens);
        bool isSpeaker = gold.Speakers.Count == 0 || SpeakerNames.Agree(gold.Speakers, system.Speakers);
        return new QuoteErrors
        {
            ContentBoundary = isContent ? 0 : 1,
            SourceBoundary = !isSource && touchesSource ? 1 : 0,
            WrongSource = !isSource && !touchesSource ? 1 : 0,
            CueBoundary = !isCue && touchesCue ? 1 : 0,
            WrongCue = !isCue && !touchesCue ? 1 : 0,
            WrongSpeaker = !isSpeaker && system.Speakers.Count > 0 ? 1 : 0,
            UnknownSpeaker = !isSpeaker && system.Speakers.Count == 0 ? 1 : 0,
        };
    }

    private static bool IsSame(ScoredPiece[] left, ScoredPiece[] right) => left.AsSpan().SequenceEqual(right);
}
