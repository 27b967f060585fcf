using NewsNlp.Catalyst.Reading;
using NewsNlp.Catalyst.Writing;
using NewsNlp.Documents;
using CatalystDocument = Catalyst.IDocument;

namespace NewsNlp.Catalyst;

/// <summary>Turns documents that Catalyst annotated into documents of this library.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class CatalystDocuments
{
    /// <summary>
    /// Takes over the tokens, sentences, parts of speech, lemmas and entity mentions that a Catalyst pipeline found, so that
    /// <see cref="NlpPipeline.Complete"/> can add quotes, coreference and speakers.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Catalyst's offsets include the last character and count in its own copy of the text; here they are half open, in UTF-16
    /// code units of <see cref="Document.Text"/>. Contractions, which Catalyst cuts after their first characters (<c>d|on't</c>),
    /// are cut as <see cref="Tokenization.EnglishTokenizer"/> does (<c>do|n't</c>); characters that Catalyst's tokens lost, as it
    /// does around emoji, come back; words that ran together where Catalyst removed the line break between them are taken apart.
    /// Text that was processed twice counts once. Tokens are what stands in the text, whatever Catalyst replaced it by; the
    /// replacement's lemma is the lemma.
    /// </para>
    /// <para>
    /// Blocks, which Catalyst does not know and which cannot be added behind tokens, are detected. Sentences end with their
    /// block, and none lies in page furniture. The layer of parts of speech is absent where no token has one; entity mentions are
    /// always there, with a score of 1, since Catalyst gives none, and of two that overlap the first, then the longer, stays.
    /// </para>
    /// </remarks>
    /// <param name="document">What a Catalyst pipeline processed; it is not changed.</param>
    /// <param name="options">The choices; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The document has text but no tokens, as Catalyst silently leaves it where its language is not that of the pipeline; or
    /// <see cref="CatalystDocumentOptions.Text"/> is not the text that it was made from; or
    /// <see cref="CatalystDocumentOptions.Without"/> names the tokens.
    /// </exception>
    public static Document ToDocument(this CatalystDocument document, CatalystDocumentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= new CatalystDocumentOptions();
        if (options.Without.Contains(Layer.Tokens))
        {
            throw new ArgumentException(
                $"{nameof(options.Without)} names {Layer.Tokens}, on which every other layer stands.", nameof(options));
        }

        var value = document.Value ?? "";
        var text = options.Text ?? value;
        if (!TextAlignment.TryCreate(value, text, out var alignment))
        {
            throw new ArgumentException(
                $"{nameof(options.Text)} is not the text that the Catalyst document was made from: beyond control characters, "
                + $"they differ at {alignment.Mismatch} of {value.Length} UTF-16 code units of the document's.",
                nameof(options));
        }

        var reading = CatalystReading.Read(document, alignment, options.Labels);
        if (reading.IsEmptyDespite(value))
        {
            throw new ArgumentException(CatalystReading.NoTokens(document.Language), nameof(document));
        }

        return DocumentWriter.Write(reading, text, options);
    }
}
