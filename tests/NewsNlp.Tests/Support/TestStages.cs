using NewsNlp.Coreference;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Entities;
using NewsNlp.Quotations;
using NewsNlp.Sentences;
using NewsNlp.Structure;
using NewsNlp.Tagging;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Support;

/// <summary>Stages simple enough to know their result by heart, and a pipeline of all of them.</summary>
internal static class TestStages
{
    /// <summary>Every layer, by the stages below.</summary>
    public static NlpPipelineBuilder Builder() => new NlpPipelineBuilder()
        .UseBlockDetector(new LineBlockDetector())
        .UseTokenizer(new WordTokenizer())
        .UseSentenceSplitter(new BlockSentenceSplitter())
        .UsePartOfSpeechTagger(new CapitalTagger())
        .UseEntityRecognizer(new CapitalRecognizer())
        .UseQuoteAttributor(new SaidAttributor())
        .UseCoreferenceResolver(new SameNameResolver());
}

/// <summary>One token for each run of characters between white space; calls back first, if asked to.</summary>
internal sealed class WordTokenizer(Action<string>? before = null) : ITokenizer
{
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        before?.Invoke(text.ToString());
        foreach (var span in TestDocuments.Words(text.ToString()))
        {
            tokens.Add(span.Start, span.Length, TokenKind.Word);
        }
    }
}

/// <summary>One paragraph for each line.</summary>
internal sealed class LineBlockDetector : IBlockDetector
{
    public void Detect(ReadOnlySpan<char> text, BlockSink sink)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var (from, length) = line.GetOffsetAndLength(text.Length);
            if (!text.Slice(from, length).IsWhiteSpace())
            {
                sink.Add(TextSpan.FromBounds(start, from + length), BlockKind.Paragraph);
            }

            start = from + length + 1;
        }
    }
}

/// <summary>One sentence for each block that has tokens; without blocks one for the document.</summary>
internal sealed class BlockSentenceSplitter : ISentenceSplitter
{
    public void Split(Document document, SentenceSink sink)
    {
        var groups = document.Has(Layer.Blocks)
            ? document.Blocks.Select(block => document.Tokens.Where(token => block.Span.Contains(token.Span)).ToList())
            : [[.. document.Tokens]];
        foreach (var group in groups.Where(group => group.Count > 0))
        {
            sink.Add(group[0].Index, group.Count);
        }
    }
}

/// <summary>Words with a capital are proper nouns, the others verbs.</summary>
internal sealed class CapitalTagger : IPartOfSpeechTagger
{
    public void Tag(Sentence sentence, Span<Upos> tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = char.IsUpper(sentence.Tokens[i].AsSpan()[0]) ? Upos.PROPN : Upos.VERB;
        }
    }
}

/// <summary>Each word with a capital is a person.</summary>
internal sealed class CapitalRecognizer : IEntityRecognizer
{
    public void Recognize(Document document, EntityMentionSink sink)
    {
        foreach (var token in document.Tokens.Where(token => char.IsUpper(token.AsSpan()[0])))
        {
            sink.Add(token.Index, 1, EntityLabel.Person, 0.5f);
        }
    }
}

/// <summary>Where a sentence's second word is "said", the first is the source and the rest the content.</summary>
internal sealed class SaidAttributor : IQuoteAttributor
{
    public void Attribute(Document document, QuoteSink sink)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.TokenCount > 2))
        {
            var tokens = sentence.Tokens;
            if (tokens[1].Text == "said")
            {
                sink.Add(
                    QuoteKind.Indirect,
                    [TextSpan.FromBounds(tokens[2].Span.Start, sentence.Span.End)],
                    [tokens[0].Span],
                    tokens[1].Span);
            }
        }
    }
}

/// <summary>Entity mentions with the same words are one entity, which speaks the quotes whose source is one of them.</summary>
internal sealed class SameNameResolver : ICoreferenceResolver, IRequiresLayers
{
    public IReadOnlyCollection<Layer> Requires => [Layer.EntityMentions, Layer.Quotes];

    public void Resolve(Document document, CoreferenceSink sink)
    {
        var entities = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in document.EntityMentions)
        {
            if (!entities.TryGetValue(mention.Text, out var entity))
            {
                entity = entities[mention.Text] = sink.AddEntity(mention.Text, mention.Label);
            }

            sink.AddMention(entity, mention);
        }

        foreach (var quote in document.Quotes)
        {
            if (entities.TryGetValue(quote.SourceText!, out var entity))
            {
                sink.AddSpeaker(quote, entity);
            }
        }
    }
}

/// <summary>A custom stage made of a delegate.</summary>
internal sealed class TestAnnotator<T>(AnnotationKey<T> key, Func<Document, T> annotate) : IAnnotator
    where T : notnull
{
    public IReadOnlyCollection<Layer> Requires { get; init; } = [];

    public IReadOnlyCollection<AnnotationKey> RequiresAnnotations { get; init; } = [];

    public IReadOnlyCollection<AnnotationKey> Writes { get; } = [key];

    public void Annotate(Document document, AnnotationSink sink) => sink.Set(key, annotate(document));
}
