using System.Buffers;
using NewsNlp.Documents;
using NewsNlp.Export.Html;
using NewsNlp.Export.Text;

namespace NewsNlp.Export;

/// <summary>
/// Writes articles as a web page to look at: names marked by kind, quotes in the colour of their speaker, above the text where
/// who speaks, and beside it everyone who speaks with their role and their quotes. Pointing at, tapping or focusing someone lights
/// up every mention and quote of theirs.
/// </summary>
/// <remarks>
/// The page is one file without scripts and without anything from elsewhere, and its content security policy allows nothing but
/// its own style sheet, by hash; whatever stands in texts, names, labels and ids is escaped. It follows the reader's light or dark scheme, fits a phone,
/// prints, and works by keyboard. Layers that are absent are left out. Lone surrogates become U+FFFD, control characters
/// their pictures.
/// </remarks>
/// <threadsafety>Safe for any number of threads, each with an output of its own.</threadsafety>
public static class HtmlWriter
{
    // More people than this do not speak in an article; who comes later cannot be picked out in a page of several.
    private const int SpeakersToPick = 40;

    /// <summary>Writes a page with one article.</summary>
    /// <param name="document">The article.</param>
    /// <param name="output">Takes the page; to be encoded as UTF-8.</param>
    /// <param name="options">What to write; the defaults if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="output"/> is null.</exception>
    public static void Write(Document document, TextWriter output, HtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        var article = new ArticleModel(document, 1);
        options ??= new HtmlOptions();
        HtmlPage.WriteStart(output, options with { Title = options.Title ?? article.Title }, article.Speakers.Count);
        ArticleRenderer.Write(article, output);
        HtmlPage.WriteEnd(output);
    }

    /// <summary>Writes a page with one article, as UTF-8.</summary>
    /// <param name="document">The article.</param>
    /// <param name="output">Takes the bytes, in pieces.</param>
    /// <param name="options">What to write; the defaults if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="output"/> is null.</exception>
    public static void Write(Document document, IBufferWriter<byte> output, HtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new Utf8TextWriter(output);
        Write(document, writer, options);
    }

    /// <summary>
    /// Begins a page for several articles; <see cref="WriteArticle"/> for each and <see cref="WriteEnd"/> follow.
    /// </summary>
    /// <param name="output">Takes the page; to be encoded as UTF-8.</param>
    /// <param name="options">What to write; the defaults if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public static void WriteStart(TextWriter output, HtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        HtmlPage.WriteStart(output, options ?? new HtmlOptions(), SpeakersToPick);
    }

    /// <summary>Writes one article of a page; articles may be written beside each other and put together later.</summary>
    /// <param name="document">The article.</param>
    /// <param name="number">A number of its own on this page, from 1; anchors begin with it.</param>
    /// <param name="output">Takes the article.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> or <paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1.</exception>
    public static void WriteArticle(Document document, int number, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArticleRenderer.Write(new ArticleModel(document, number), output);
    }

    /// <summary>Ends a page that <see cref="WriteStart"/> began.</summary>
    /// <param name="output">Takes the page.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public static void WriteEnd(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        HtmlPage.WriteEnd(output);
    }
}
