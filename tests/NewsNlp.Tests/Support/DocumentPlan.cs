using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Tests.Support;

/// <summary>
/// A document written down naively: plain lists of what is added, in the order in which it is added. Tests build the
/// document from it and compare what the document says with what these lists say. A null list is an absent layer.
/// </summary>
internal sealed record DocumentPlan(string Text, DocumentMetadata Metadata)
{
    public List<(TextSpan Span, BlockKind Kind)>? Blocks { get; set; }

    public List<(TextSpan Span, TokenKind Kind)>? Tokens { get; set; }

    public List<(int First, int Count)>? Sentences { get; set; }

    public List<Upos>? PartOfSpeech { get; set; }

    public List<string>? Lemmas { get; set; }

    public List<(int First, int Count, EntityLabel Label, float Score)>? EntityMentions { get; set; }

    public List<PlannedQuote>? Quotes { get; set; }

    public PlannedCoreference? Coreference { get; set; }

    public Document Build()
    {
        var builder = new DocumentBuilder(Text, Metadata);
        if (Blocks is { } blocks)
        {
            builder.AddBlocks(sink => blocks.ForEach(block => sink.Add(block.Span, block.Kind)));
        }

        if (Tokens is { } tokens)
        {
            builder.AddTokens([.. tokens.Select(token => token.Span)], [.. tokens.Select(token => token.Kind)]);
        }

        if (Sentences is { } sentences)
        {
            builder.AddSentences(sink => sentences.ForEach(sentence => sink.Add(sentence.First, sentence.Count)));
        }

        if (PartOfSpeech is { } tags)
        {
            builder.AddPartOfSpeech([.. tags]);
        }

        if (Lemmas is { } lemmas)
        {
            builder.AddLemmas([.. lemmas]);
        }

        if (EntityMentions is { } mentions)
        {
            builder.AddEntityMentions(sink => mentions.ForEach(m => sink.Add(m.First, m.Count, m.Label, m.Score)));
        }

        if (Quotes is { } quotes)
        {
            builder.AddQuotes(sink => quotes.ForEach(quote => quote.AddTo(sink)));
        }

        if (Coreference is { } coreference)
        {
            builder.AddCoreference(sink => coreference.AddTo(builder.Document, sink));
        }

        return builder.Build();
    }

    public override string ToString() => System.Text.Json.JsonSerializer.Serialize(this);
}

/// <summary>A quote as it is handed to the sink.</summary>
internal sealed record PlannedQuote(
    QuoteKind Kind,
    TextSpan[] Contents,
    TextSpan[] Source,
    TextSpan? Cue,
    float Confidence,
    QuoteAct Act,
    QuoteModality Modality)
{
    /// <summary>The first of all its spans, by which a document orders quotes.</summary>
    public TextSpan FirstWords => Contents.Concat(Source).Concat(Cue is { } cue ? [cue] : []).Min();

    public void AddTo(QuoteSink sink) => sink.Add(Kind, Contents, Source, Cue, Confidence, Act, Modality);
}

/// <summary>Entities, their mentions and the speakers of quotes, as they are handed to the sink.</summary>
internal sealed record PlannedCoreference(
    List<(string Name, EntityLabel? Label, string? Role)> Entities,
    List<PlannedMention> Mentions,
    List<(int Quote, int Entity)> Speakers)
{
    public void AddTo(Document document, CoreferenceSink sink)
    {
        var handles = Entities.ConvertAll(entity => sink.AddEntity(entity.Name, entity.Label, entity.Role));
        foreach (var mention in Mentions)
        {
            if (mention.EntityMention >= 0)
            {
                sink.AddMention(handles[mention.Entity], document.EntityMentions[mention.EntityMention]);
            }
            else
            {
                sink.AddMention(handles[mention.Entity], mention.Span, mention.Kind);
            }
        }

        foreach (var (quote, entity) in Speakers)
        {
            sink.AddSpeaker(document.Quotes[quote], handles[entity]);
        }
    }
}

/// <summary>A mention as it is handed to the sink; <paramref name="EntityMention"/> is -1 where it is not an entity mention.</summary>
internal sealed record PlannedMention(int Entity, TextSpan Span, MentionKind Kind, int EntityMention);
