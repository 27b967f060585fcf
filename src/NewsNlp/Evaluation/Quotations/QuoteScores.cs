using System.Numerics;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>How well the spans of one role (source, cue or content) were found. Scores of several documents add up.</summary>
/// <param name="Exact">Pieces with the same start and end.</param>
/// <param name="Trimmed">The same, without the punctuation and quotation marks at the ends of each piece.</param>
/// <param name="Partial">For each piece the largest share of its tokens that a piece of the other side covers: Hollingsworth and
/// Teufel 2005.</param>
/// <param name="Overlap">Pieces paired one to one that share a token, most shared tokens first.</param>
/// <param name="Token">Tokens that carry the role.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct QuoteSpanScores(
    PrecisionRecall Exact, PrecisionRecall Trimmed, PrecisionRecall Partial, PrecisionRecall Overlap, PrecisionRecall Token)
    : IAdditionOperators<QuoteSpanScores, QuoteSpanScores, QuoteSpanScores>
{
    /// <summary>The scores of both.</summary>
    public static QuoteSpanScores operator +(QuoteSpanScores left, QuoteSpanScores right) => new(
        left.Exact + right.Exact,
        left.Trimmed + right.Trimmed,
        left.Partial + right.Partial,
        left.Overlap + right.Overlap,
        left.Token + right.Token);

    /// <summary>The same as the operator.</summary>
    public static QuoteSpanScores Add(QuoteSpanScores left, QuoteSpanScores right) => left + right;
}

/// <summary>How well quotes were found. Scores of several documents add up.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct QuoteScores
    : IAdditionOperators<QuoteScores, QuoteScores, QuoteScores>
{
    /// <summary>The words that name who.</summary>
    public QuoteSpanScores Source { get; init; }

    /// <summary>The reporting words.</summary>
    public QuoteSpanScores Cue { get; init; }

    /// <summary>What is attributed.</summary>
    public QuoteSpanScores Content { get; init; }

    /// <summary>Quotes that share a content token with the one that they are aligned with.</summary>
    public PrecisionRecall Aligned { get; init; }

    /// <summary>Content Dice at least one half; cues share a token or both lack one; so do sources.</summary>
    public PrecisionRecall TripleLenient { get; init; }

    /// <summary>Source and content the same, trimmed.</summary>
    public PrecisionRecall PairTrimmed { get; init; }

    /// <summary>Source, cue and content the same, trimmed.</summary>
    public PrecisionRecall TripleTrimmed { get; init; }

    /// <summary>Source, cue and content the same.</summary>
    public PrecisionRecall TripleExact { get; init; }

    /// <summary>Attributions, and their speakers, where the system covers at least 30 % of the gold content.</summary>
    public SpeakerScores At30 { get; init; }

    /// <summary>The same for at least 80 %.</summary>
    public SpeakerScores At80 { get; init; }

    /// <summary>The same for contents that are equal, trimmed.</summary>
    public SpeakerScores AtTrimmed { get; init; }

    /// <summary>What went wrong, by kind.</summary>
    public QuoteErrors Errors { get; init; }

    /// <summary>The scores of both documents, or sets of documents, together.</summary>
    public static QuoteScores operator +(QuoteScores left, QuoteScores right) => new()
    {
        Source = left.Source + right.Source,
        Cue = left.Cue + right.Cue,
        Content = left.Content + right.Content,
        Aligned = left.Aligned + right.Aligned,
        TripleLenient = left.TripleLenient + right.TripleLenient,
        PairTrimmed = left.PairTrimmed + right.PairTrimmed,
        TripleTrimmed = left.TripleTrimmed + right.TripleTrimmed,
        TripleExact = left.TripleExact + right.TripleExact,
        At30 = left.At30 + right.At30,
        At80 = left.At80 + right.At80,
        AtTrimmed = left.AtTrimmed + right.AtTrimmed,
        Errors = left.Errors + right.Errors,
    };

    /// <summary>The same as the operator.</summary>
    public static QuoteScores Add(QuoteScores left, QuoteScores right) => left + right;
}
