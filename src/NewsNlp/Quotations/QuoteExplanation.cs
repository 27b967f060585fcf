using System.Collections.Immutable;
using NewsNlp.Documents;

namespace NewsNlp.Quotations;

/// <summary>
/// Why <see cref="NewsQuoteAttributor"/> found a quote: its cue word, the rules that had a part, and how sure each model was.
/// Offsets are in UTF-16 code units of the document's text.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record QuoteExplanation
{
    /// <summary>The pieces of what is attributed, in order.</summary>
    public required ImmutableArray<TextSpan> Contents { get; init; }

    /// <summary>The words that name who, in order; empty for none.</summary>
    public required ImmutableArray<TextSpan> Source { get; init; }

    /// <summary>The cue; null for a quote without one.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The word of the cue that says what kind of cue it is; null without a cue.</summary>
    public TextSpan? CueWord { get; init; }

    /// <summary>The cue word's group in the lexicon of reporting words, such as <c>say</c> or <c>claim</c>; null for a word that is not listed.</summary>
    public string? CueGroup { get; init; }

    /// <summary>The rules that had a part.</summary>
    public QuoteRules Rules { get; init; }

    /// <summary>Whether the learned models found the quote; false where a rule alone did, and the probabilities are then 0.</summary>
    public bool IsLearned { get; init; }

    /// <summary>How likely the cue model holds exactly these words to be a cue, from 0 to 1.</summary>
    public double CueProbability { get; init; }

    /// <summary>How likely the content model holds the least certain edge of the content, from 0 to 1.</summary>
    public double ContentProbability { get; init; }

    /// <summary>How likely it holds the least certain edge of the source, or that there is no source, from 0 to 1.</summary>
    public double SourceProbability { get; init; }

    /// <summary>How likely all of it is right, from 0 to 1; the quote's own <see cref="Quote.Confidence"/>.</summary>
    public double Confidence { get; init; }

    /// <summary>What was done: said, thought, shown.</summary>
    public QuoteAct Act { get; init; }

    /// <summary>Whether it is claimed to have happened.</summary>
    public QuoteModality Modality { get; init; }
}
