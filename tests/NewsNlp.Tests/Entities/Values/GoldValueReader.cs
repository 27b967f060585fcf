using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Entities;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>What the library makes of the expressions of the gold.</summary>
internal sealed class GoldValueReader
{
    private readonly NlpPipeline _found = Builder().Build();
    private readonly GivenSpan _given = new();
    private readonly NlpPipeline _givenSpans;

    public GoldValueReader() => _givenSpans = Builder().UseEntityRecognizer(_given).Build();

    /// <summary>The value of the mention that the pipeline itself finds where the expression stands; null where it finds none.</summary>
    public string? Find(GoldValue gold)
    {
        var span = new TextSpan(gold.Start, gold.Length);
        var document = _found.Process(gold.Sentence, new DocumentMetadata(Published: gold.Published));
        return document.EntityMentions.Where(mention => mention.Span.Overlaps(span)).Select(mention => ValueForm.Of(mention.Value))
            .OrderByDescending(gold.Accepts).FirstOrDefault();
    }

    /// <summary>The value of the expression where span and label are given.</summary>
    public string? Read(GoldValue gold)
    {
        _given.Gold = gold;
        var document = _givenSpans.Process(gold.Sentence, new DocumentMetadata(Published: gold.Published));
        return document.EntityMentions.Count == 0 ? null : ValueForm.Of(document.EntityMentions[0].Value);
    }

    // What comes behind the entity mentions says nothing of their values.
    private static NlpPipelineBuilder Builder() => NlpPipelineBuilder.CreateDefault().Without(Layer.Coreference).Without(Layer.Quotes);

    private sealed class GivenSpan : IEntityRecognizer
    {
        public GoldValue Gold { get; set; } = null!;

        public void Recognize(Document document, EntityMentionSink sink)
        {
            var span = new TextSpan(Gold.Start, Gold.Length);
            var tokens = document.Tokens.Where(token => token.Span.Overlaps(span)).ToArray();
            sink.Add(tokens[0].Index, tokens.Length, new EntityLabel(Gold.Label));
        }
    }
}
