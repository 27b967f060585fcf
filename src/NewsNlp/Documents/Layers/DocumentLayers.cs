using System.Collections.Frozen;

namespace NewsNlp.Documents.Layers;

/// <summary>The layers of a document; null where a layer was not computed.</summary>
internal readonly record struct DocumentLayers
{
    public DocumentLayers()
    {
    }

    public BlockLayer? Blocks { get; init; }

    public TokenLayer? Tokens { get; init; }

    public SentenceLayer? Sentences { get; init; }

    public Upos[]? PartOfSpeech { get; init; }

    public string[]? Lemmas { get; init; }

    public EntityMentionLayer? EntityMentions { get; init; }

    public QuoteLayer? Quotes { get; init; }

    public CoreferenceLayer? Coreference { get; init; }

    public IReadOnlyDictionary<AnnotationKey, object> Custom { get; init; } = FrozenDictionary<AnnotationKey, object>.Empty;

    public bool Has(Layer layer) => layer switch
    {
        Layer.Blocks => Blocks is not null,
        Layer.Tokens => Tokens is not null,
        Layer.Sentences => Sentences is not null,
        Layer.PartOfSpeech => PartOfSpeech is not null,
        Layer.Lemmas => Lemmas is not null,
        Layer.EntityMentions => EntityMentions is not null,
        Layer.Quotes => Quotes is not null,
        Layer.Coreference => Coreference is not null,
        _ => false,
    };

    public static string RemedyFor(Layer layer) => layer switch
    {
        Layer.Blocks => "a block detector",
        Layer.Tokens => "a tokenizer",
        Layer.Sentences => "a sentence splitter",
        Layer.PartOfSpeech => "a part-of-speech tagger",
        Layer.Lemmas => "a part-of-speech tagger and lemmas",
        Layer.EntityMentions => "an entity recognizer",
        Layer.Quotes => "a quote attributor",
        Layer.Coreference => "a coreference resolver",
        _ => "that layer",
    };
}
