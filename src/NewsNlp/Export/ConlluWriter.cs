using System.Buffers;
using NewsNlp.Documents;
using NewsNlp.Export.Conllu;
using NewsNlp.Export.Text;

namespace NewsNlp.Export;

/// <summary>
/// Writes documents as CoNLL-U (universaldependencies.org/format.html): a line for each token with its form, lemma and
/// UPOS; <c>_</c> stands for what was not computed and for the syntax, which this library does not compute.
/// </summary>
/// <remarks>
/// <para>
/// MISC holds <c>SpaceAfter=No</c>, <c>NER=B-Person</c> (BIO) and <c>Quote=0:B-content,1:I-source</c>: for each quote that
/// the token belongs to, its index in <see cref="Document.Quotes"/> and the role (<c>source</c>, <c>cue</c>,
/// <c>content</c>, BIO again, each piece with a B of its own). Tokens outside every sentence are not written, nor is a
/// document without sentences. Blocks open paragraphs and are named in a comment.
/// </para>
/// <para>Lone surrogates become U+FFFD, and white space inside a token or a label a space or <c>_</c>.</para>
/// </remarks>
/// <threadsafety>Safe for any number of threads, each with an output of its own.</threadsafety>
public static class ConlluWriter
{
    /// <summary>Writes a document; several may follow each other in one output.</summary>
    /// <param name="document">The document; it has sentences.</param>
    /// <param name="output">Takes the text; lines end with LF.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="output"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no sentence layer.</exception>
    public static void Write(Document document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        new ConlluEncoder(document, output).Write();
    }

    /// <summary>Writes a document as UTF-8.</summary>
    /// <param name="document">The document; it has sentences.</param>
    /// <param name="output">Takes the bytes, in pieces.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="output"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document has no sentence layer.</exception>
    public static void Write(Document document, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new Utf8TextWriter(output);
        Write(document, writer);
    }
}
