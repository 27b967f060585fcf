using NewsNlp.Documents;
using NewsNlp.Documents.Values;

namespace NewsNlp.Export.Json;

/// <summary>A document as its JSON has it: offsets still in the document's own unit, nothing checked against the text.</summary>
internal sealed class DocumentDraft
{
    public string? Schema { get; set; }

    public string? Id { get; set; }

    public DateOnly? Published { get; set; }

    public OffsetUnit OffsetUnit { get; set; }

    public string? Text { get; set; }

    public Byline? Byline { get; set; }

    public Dateline? Dateline { get; set; }

    public List<BlockDraft>? Blocks { get; set; }

    public List<TokenDraft>? Tokens { get; set; }

    public List<SentenceDraft>? Sentences { get; set; }

    public List<EntityMentionDraft>? EntityMentions { get; set; }

    public List<EntityDraft>? Entities { get; set; }

    public List<MentionDraft>? Mentions { get; set; }

    public List<QuoteDraft>? Quotes { get; set; }
}

/// <summary>A span in the document's own unit.</summary>
internal readonly record struct SpanDraft(long Start, long End);

internal readonly record struct BlockDraft(SpanDraft Span, BlockKind Kind);

internal readonly record struct TokenDraft(SpanDraft Span, TokenKind Kind, Upos? PartOfSpeech, string? Lemma);

internal readonly record struct SentenceDraft(SpanDraft Span, int FirstToken, int TokenCount);

internal readonly record struct EntityMentionDraft(SpanDraft Span, string Label, float Score, int? Entity, MentionValue? Value);

internal readonly record struct EntityDraft(int Id, string Name, string? Label, string? Role, int? SpeaksFor);

internal readonly record struct MentionDraft(SpanDraft Span, MentionKind Kind, int Entity);

internal sealed class QuoteDraft
{
    public QuoteKind Kind { get; set; }

    public bool HasKind { get; set; }

    public SpanDraft[]? Contents { get; set; }

    public SpanDraft[] Source { get; set; } = [];

    public SpanDraft? Cue { get; set; }

    public int? Speaker { get; set; }

    /// <summary>Everyone who speaks, where there are several; the first is <see cref="Speaker"/>.</summary>
    public List<int>? Speakers { get; set; }

    public float Confidence { get; set; } = 1;

    public QuoteAct Act { get; set; }

    public QuoteModality Modality { get; set; }
}
