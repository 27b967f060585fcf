using System.Numerics;

namespace NewsNlp.Evaluation.Tokens;

/// <summary>How well tokens, sentences, parts of speech and lemmas were found. Scores of several documents add up.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed record TokenScores : IAdditionOperators<TokenScores, TokenScores, TokenScores>
{
    /// <summary>Tokens with the same start and end.</summary>
    public PrecisionRecall Tokens { get; init; }

    /// <summary>Sentences with the same start and end.</summary>
    public PrecisionRecall Sentences { get; init; }

    /// <summary>Tokens with the same start, end and part of speech.</summary>
    public PrecisionRecall PartOfSpeech { get; init; }

    /// <summary>Tokens with the same start, end and lemma, whatever its case.</summary>
    public PrecisionRecall Lemmas { get; init; }

    /// <summary>For each part of speech, tokens with the same start and end that have it.</summary>
    public LabelScores Tags { get; init; } = LabelScores.None;

    /// <summary>Parts of speech that were mistaken for others, as <c>gold/system</c>; tokens with the same start and end only.</summary>
    public LabelScores Confusions { get; init; } = LabelScores.None;

    /// <summary>Of the tokens with the right start and end, those with the right part of speech.</summary>
    public Share AlignedPartOfSpeech => new((int)PartOfSpeech.SystemRight, (int)Tokens.SystemRight);

    /// <summary>Of the tokens with the right start and end, those with the right lemma.</summary>
    public Share AlignedLemmas => new((int)Lemmas.SystemRight, (int)Tokens.SystemRight);

    /// <summary>The scores of both documents, or sets of documents, together.</summary>
    public static TokenScores operator +(TokenScores left, TokenScores right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new TokenScores
        {
            Tokens = left.Tokens + right.Tokens,
            Sentences = left.Sentences + right.Sentences,
            PartOfSpeech = left.PartOfSpeech + right.PartOfSpeech,
            Lemmas = left.Lemmas + right.Lemmas,
            Tags = left.Tags + right.Tags,
            Confusions = left.Confusions + right.Confusions,
        };
    }

    /// <summary>The same as the operator.</summary>
    public static TokenScores Add(TokenScores left, TokenScores right) => left + right;
}
