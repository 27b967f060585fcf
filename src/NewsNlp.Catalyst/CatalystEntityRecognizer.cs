using NewsNlp.Catalyst.Reading;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Entities;
using CatalystDocument = Catalyst.Document;
using CatalystPipeline = Catalyst.Pipeline;
using Language = Mosaik.Core.Language;

namespace NewsNlp.Catalyst;

/// <summary>Finds the entities that a Catalyst pipeline finds, inside a pipeline of this library.</summary>
/// <remarks>
/// <para>
/// Each block of the document (all of it, where it has no blocks) becomes a Catalyst document of its own, with spaces in the
/// place of control characters, which Catalyst would remove. Catalyst's entities then are laid over this document's tokens: a
/// mention covers every token of which an entity has a part. Scores are 1, since Catalyst gives none.
/// </para>
/// <para>Catalyst does not look at cancellation; it is looked at between blocks.</para>
/// </remarks>
/// <threadsafety>Safe for any number of threads, as Catalyst's pipelines are.</threadsafety>
public sealed class CatalystEntityRecognizer : IEntityRecognizer
{
    private readonly CatalystPipeline _pipeline;
    private readonly Language _language;
    private readonly Func<string, EntityLabel?> _labels;

    /// <summary>Makes a recognizer.</summary>
    /// <param name="pipeline">A Catalyst pipeline that has an entity recognizer.</param>
    /// <param name="language">The language that its documents get; English by default.</param>
    /// <param name="labels">
    /// The label of a Catalyst entity type, null to leave its entities out; <see cref="CatalystLabels.FromType"/> by default.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="pipeline"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="language"/> is unknown: Catalyst would find nothing, silently.</exception>
    public CatalystEntityRecognizer(
        CatalystPipeline pipeline, Language language = Language.English, Func<string, EntityLabel?>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        if (language == Language.Unknown)
        {
            throw new ArgumentException(
                "The language is unknown: Catalyst would find nothing, without saying so. Give the pipeline's.", nameof(language));
        }

        _pipeline = pipeline;
        _language = language;
        _labels = labels ?? CatalystLabels.FromType;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// The document has no tokens; or Catalyst found no token in text that has words, as it does where the language is not the
    /// pipeline's; or its pipeline rewrote the text.
    /// </exception>
    public void Recognize(Document document, EntityMentionSink sink)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sink);
        var next = 0;
        if (!document.Has(Layer.Blocks))
        {
            Recognize(document, new TextSpan(0, document.Text.Length), ref next, sink);
            return;
        }

        foreach (var block in document.Blocks)
        {
            Recognize(document, block.Span, ref next, sink);
        }
    }

    private static string WithoutControls(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (copy, source) =>
    {
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = char.IsControl(source[i]) ? ' ' : source[i];
        }
    });

    private void Recognize(Document document, TextSpan part, ref int next, EntityMentionSink sink)
    {
        var text = WithoutControls(part.Of(document.Text));
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var reading = Process(text, sink.CancellationToken);
        var tokens = document.Tokens;
        foreach (var mention in reading.Mentions)
        {
            var start = part.Start + reading.Tokens[mention.First].Start;
            var end = part.Start + reading.Tokens[mention.Last].End;
            while (next < tokens.Count && tokens[next].Span.End <= start)
            {
                next++;
            }

            var behind = next;
            while (behind < tokens.Count && tokens[behind].Span.Start < end)
            {
                behind++;
            }

            if (behind > next)
            {
                sink.Add(next, behind - next, mention.Label);
                next = behind;
            }
        }
    }

    private CatalystReading Process(string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var document = new CatalystDocument(text, _language);
        _pipeline.ProcessSingle(document, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!TextAlignment.TryCreate(document.Value, text, out var alignment))
        {
            throw new InvalidOperationException(
                "The Catalyst pipeline rewrote the text, so that its entities have no place in the article; "
                + "leave out what rewrites it.");
        }

        var reading = CatalystReading.Read(document, alignment, _labels);
        return reading.IsEmptyDespite(text)
            ? throw new InvalidOperationException(CatalystReading.NoTokens(_language))
            : reading;
    }
}
