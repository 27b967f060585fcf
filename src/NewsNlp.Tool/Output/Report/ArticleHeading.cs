using System.Globalization;
using NewsNlp.Documents;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Output.Report;

/// <summary>The article's title, byline and day.</summary>
internal sealed class ArticleHeading(Document document)
{
    private const int LongestTitle = 300;

    public void Write(StyledWriter writer)
    {
        writer.Flow(Title(), Style.Title);
        writer.EndLine();
        var parts = new[] { Of(BlockKind.Byline), document.Metadata.Published?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) };
        var line = string.Join(" · ", parts.OfType<string>());
        if (line.Length > 0)
        {
            writer.Flow(line, Style.Faint);
            writer.EndLine();
        }
    }

    /// <summary>The headline; without one the first line that holds anything.</summary>
    private string Title()
    {
        var title = Of(BlockKind.Headline) ?? FirstLine();
        return title.Length <= LongestTitle ? title : title[..LongestTitle] + "…";
    }

    private string FirstLine()
    {
        foreach (var line in document.Text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                return line.Trim().ToString();
            }
        }

        return "(no text)";
    }

    private string? Of(BlockKind kind)
    {
        if (!document.Has(Layer.Blocks))
        {
            return null;
        }

        foreach (var block in document.Blocks)
        {
            if (block.Kind == kind)
            {
                return block.Text;
            }
        }

        return null;
    }
}
