using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>Writes the article's text, block by block.</summary>
internal sealed class TextRenderer(ArticleModel article, TextWriter output)
{
    private readonly InlineRenderer _inline = new(article, output);
    private bool _titled;

    /// <summary>Whether the article has a heading of its own.</summary>
    public bool IsTitled => _titled;

    public void Write()
    {
        if (article.Document.Has(Layer.Blocks))
        {
            WriteBlocks(article.Document.Blocks);
        }
        else
        {
            WriteLines(article.Document.Text);
        }
    }

    private void WriteBlocks(AnnotationList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Dateline && i + 1 < blocks.Count && SharesLine(block.Span, blocks[i + 1]))
            {
                // The dateline opens its paragraph.
                output.Write("<p><span class=\"dateline\">");
                _inline.Write(block.Span.Start, block.Span.End);
                output.Write("</span> ");
                i++;
                _inline.Write(blocks[i].Span.Start, blocks[i].Span.End);
                output.Write("</p>\n");
                continue;
            }

            var (open, close) = TagsOf(block.Kind);
            output.Write(open);
            _inline.Write(block.Span.Start, block.Span.End);
            output.Write(close);
        }
    }

    private bool SharesLine(TextSpan dateline, Block next) =>
        next.Kind == BlockKind.Paragraph
        && !article.Document.Text.AsSpan(dateline.End, next.Span.Start - dateline.End).Contains('\n');

    private (string Open, string Close) TagsOf(BlockKind kind)
    {
        switch (kind)
        {
            case BlockKind.Headline when !_titled:
                _titled = true;
                return ($"<h1 id=\"{article.Prefix}title\">", "</h1>\n");
            case BlockKind.Headline or BlockKind.Subheading:
                return ("<h2>", "</h2>\n");
            case BlockKind.Byline:
                return ("<p class=\"byline\">", "</p>\n");
            case BlockKind.Dateline:
                return ("<p class=\"dateline\">", "</p>\n");
            case BlockKind.Caption:
                return ("<p class=\"caption\">", "</p>\n");
            case BlockKind.Credit or BlockKind.Furniture:
                return ("<p class=\"furniture\">", "</p>\n");
            default:
                return ("<p>", "</p>\n");
        }
    }

    /// <summary>Without blocks each line that holds anything is a paragraph.</summary>
    private void WriteLines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                output.Write("<p>");
                _inline.Write(start, end);
                output.Write("</p>\n");
            }

            start = end + 1;
        }
    }
}
