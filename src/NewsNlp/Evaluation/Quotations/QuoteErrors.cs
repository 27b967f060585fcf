using System.Numerics;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>What is wrong with quotes, by kind; one quote may be wrong in several ways. Counts of several documents add up.</summary>
/// <param name="Missed">Gold quotes that no system quote shares a content token with.</param>
/// <param name="Spurious">System quotes that share no content token with a gold one.</param>
/// <param name="ContentBoundary">Contents that differ in more than the punctuation at their ends.</param>
/// <param name="SourceBoundary">Sources that share a token and differ.</param>
/// <param name="WrongSource">Sources that share no token, or of which one is missing.</param>
/// <param name="CueBoundary">Cues that share a token and differ.</param>
/// <param name="WrongCue">Cues that share no token, or of which one is missing.</param>
/// <param name="WrongSpeaker">Speakers whose name agrees with no gold name, though a name is given.</param>
/// <param name="UnknownSpeaker">Speakers not given though the gold has one.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct QuoteErrors(
    int Missed,
    int Spurious,
    int ContentBoundary,
    int SourceBoundary,
    int WrongSource,
    int CueBoundary,
    int WrongCue,
    int WrongSpeaker,
    int UnknownSpeaker)
    : IAdditionOperators<QuoteErrors, QuoteErrors, QuoteErrors>
{
    /// <summary>The counts of both.</summary>
    public static QuoteErrors operator +(QuoteErrors left, QuoteErrors right) => new(
        left.Missed + right.Missed,
        left.Spurious + right.Spurious,
        left.ContentBoundary + right.ContentBoundary,
        left.SourceBoundary + right.SourceBoundary,
        left.WrongSource + right.WrongSource,
        left.CueBoundary + right.CueBoundary,
        left.WrongCue + right.WrongCue,
        left.WrongSpeaker + right.WrongSpeaker,
        left.UnknownSpeaker + right.UnknownSpeaker);

    /// <summary>The same as the operator.</summary>
    public static QuoteErrors Add(QuoteErrors left, QuoteErrors right) => left + right;
}
