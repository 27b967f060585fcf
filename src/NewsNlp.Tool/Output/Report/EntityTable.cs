using System.Globalization;
using NewsNlp.Documents;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Output.Report;

/// <summary>The article's people, organizations and places with their roles, and how often it speaks of each.</summary>
internal static class EntityTable
{
    private const int ShownAtMost = 15;
    private const int Gap = 2;

    // With less room a role goes on a line of its own.
    private const int NarrowestRole = 16;

    private static readonly EntityLabel[] Unlisted =
    [
        EntityLabel.NORP, EntityLabel.Product, EntityLabel.Misc, EntityLabel.Date, EntityLabel.RelativeDate, EntityLabel.Money, EntityLabel.Time,
        EntityLabel.Percent, EntityLabel.Quantity, EntityLabel.Ordinal, EntityLabel.Cardinal,
    ];

    public static void Write(Document document, StyledWriter writer)
    {
        var groups = Rows(document)
            .GroupBy(row => row.Group)
            .OrderBy(group => group.Key.Style).ThenBy(group => group.Key.Heading, StringComparer.Ordinal)
            .ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var headings = groups.Max(group => TextWidth.Of(group.Key.Heading)) + Gap;
        var names = Math.Min(groups.Max(group => group.Max(row => TextWidth.Of(Printable.Line(row.Name)))), Math.Max(10, (writer.Width - headings) / 2));
        var counts = groups.Max(group => group.Max(row => Count(row).Length));
        foreach (var group in groups)
        {
            writer.EndLine();
            WriteGroup(group.Key, [.. group.OrderByDescending(row => row.Mentions)], writer, (headings, names, counts));
        }
    }

    private static void WriteGroup(Group group, List<Row> rows, StyledWriter writer, (int Headings, int Names, int Counts) columns)
    {
        var first = true;
        foreach (var row in rows.Take(ShownAtMost))
        {
            writer.Cell(first ? group.Heading : "", columns.Headings, Style.Faint);
            writer.Cell(row.Name, columns.Names, group.Style);
            writer.Pad(columns.Headings + columns.Names + Gap + columns.Counts - Count(row).Length);
            writer.Cell(Count(row), Count(row).Length);
            if (row.Role is not null)
            {
                var column = columns.Headings + columns.Names + Gap + columns.Counts + Gap;
                if (writer.Width - column < NarrowestRole)
                {
                    writer.EndLine();
                    column = columns.Headings + Gap;
                }

                writer.Indent = column;
                writer.Pad(column);
                writer.Flow(row.Role);
            }

            writer.EndLine();
            writer.Indent = 0;
            first = false;
        }

        if (rows.Count > ShownAtMost)
        {
            writer.Pad(columns.Headings);
            writer.Flow(string.Create(CultureInfo.InvariantCulture, $"and {rows.Count - ShownAtMost} more"), Style.Faint);
            writer.EndLine();
        }
    }

    private static string Count(Row row) => row.Mentions.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Row> Rows(Document document)
    {
        if (document.Has(Layer.Coreference))
        {
            return document.Entities
                .Where(entity => entity.Label is not null && entity.Mentions.Any(mention => mention.Kind == MentionKind.Name))
                .Select(entity => new Row(GroupOf(entity.Label!.Value), entity.CanonicalName, entity.Mentions.Count, entity.Role))
                .Where(row => row.Group.Heading.Length > 0);
        }

        return !document.Has(Layer.EntityMentions)
            ? []
            : document.EntityMentions
                .GroupBy(mention => (mention.Label, mention.Text))
                .Select(group => new Row(GroupOf(group.Key.Label), group.Key.Text, group.Count(), null))
                .Where(row => row.Group.Heading.Length > 0);
    }

    private static Group GroupOf(EntityLabel label) =>
        label == EntityLabel.Person ? new Group("People", Style.Person)
        : label == EntityLabel.Organization ? new Group("Organizations", Style.Organization)
        : label == EntityLabel.Location || label == EntityLabel.Facility ? new Group("Places", Style.Place)
        : Unlisted.Contains(label) ? new Group("", Style.Other)
        : new Group(Printable.Line(label.Name), Style.Other);

    private readonly record struct Group(string Heading, Style Style)
    {
        public string Heading { get; } = Heading ?? "";
    }

    private sealed record Row(Group Group, string Name, int Mentions, string? Role);
}
