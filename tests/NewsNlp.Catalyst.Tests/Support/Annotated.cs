using NewsNlp.Documents;
using CatalystDocument = Catalyst.Document;
using CatalystPipeline = Catalyst.Pipeline;
using CatalystToken = Catalyst.IToken;
using Language = Mosaik.Core.Language;

namespace NewsNlp.Catalyst.Tests.Support;

/// <summary>Catalyst's English pipeline, and texts that it has annotated.</summary>
internal static class Annotated
{
    private static readonly Lazy<Task<CatalystPipeline>> English = new(CreateAsync);

    /// <summary>A pipeline with an entity recognizer.</summary>
    public static CatalystPipeline Pipeline => English.Value.GetAwaiter().GetResult();

    /// <summary>A text as Catalyst annotates it.</summary>
    public static CatalystDocument Document(string text, Language language = Language.English)
    {
        var document = new CatalystDocument(text, language);
        Pipeline.ProcessSingle(document, CancellationToken.None);
        return document;
    }

    /// <summary>A text as Catalyst annotates it, turned into a document over the text.</summary>
    public static Document Convert(string text) => Document(text).ToDocument(new CatalystDocumentOptions { Text = text });

    /// <summary>The tokens of all sentences.</summary>
    public static List<CatalystToken> Tokens(this CatalystDocument document) => [.. document.Spans.SelectMany(span => span.Tokens)];

    /// <summary>The characters of a document's tokens.</summary>
    public static IEnumerable<string> Words(this Document document) => document.Tokens.Select(token => token.Text);

    /// <summary>The entity mentions, as "Label: words".</summary>
    public static IEnumerable<string> Names(this Document document) =>
        document.EntityMentions.Select(mention => $"{mention.Label}: {mention.Text}");

    /// <summary>What Catalyst says its entities are, as "Type: words".</summary>
    public static List<string> Names(this CatalystDocument document) =>
    [
        .. document.Spans.SelectMany(span => span.GetEntities())
            .Select(entity => $"{entity.EntityType.Type}: {string.Join(' ', entity.Children.Select(child => child.OriginalValue))}"),
    ];

    private static async Task<CatalystPipeline> CreateAsync()
    {
        global::Catalyst.Models.English.Register();
#if WITH_CATALYST
        Mosaik.Core.Storage.Current = new Mosaik.Core.DiskStorage(Path.Combine(Path.GetTempPath(), "catalyst-models"));
        var pipeline = await CatalystPipeline.ForAsync(Language.English);
        return pipeline.Add(await global::Catalyst.Models.AveragePerceptronEntityRecognizer.FromStoreAsync(
            Language.English, Mosaik.Core.Version.Latest, "WikiNER"));
#else
        return await CatalystPipeline.ForAsync(Language.English);
#endif
    }
}
