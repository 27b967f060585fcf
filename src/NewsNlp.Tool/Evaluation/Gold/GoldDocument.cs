using NewsNlp.Documents;
using NewsNlp.Evaluation.Entities;
using NewsNlp.Evaluation.Quotations;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>What people marked in a document; what a format does not hold is null and is not scored.</summary>
internal sealed record GoldDocument(string Id, string Text)
{
    /// <summary>Tokens, and what a treebank says of them.</summary>
    public Document? Tokens { get; init; }

    public IReadOnlyList<LabeledSpan>? Mentions { get; init; }

    public IReadOnlyList<Attribution>? Quotes { get; init; }

    /// <summary>Whether quotes without a speaker are those that nobody could name, and not of a side that names none at all.</summary>
    public bool HasSpeakers { get; init; } = true;

    /// <summary>The entities, as spans of their mentions.</summary>
    public IReadOnlyList<IReadOnlyList<TextSpan>>? Entities { get; init; }

    /// <summary>The words of a mention that name its entity, where a treebank tells: its head, and what stands in apposition to it.</summary>
    public Func<TextSpan, IReadOnlyList<TextSpan>>? HeadsOf { get; init; }

    /// <summary>Whether the text is the article as published, and not put together again from tokens.</summary>
    public bool IsOriginalText { get; init; } = true;
}
