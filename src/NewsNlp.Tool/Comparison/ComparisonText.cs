using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Comparison;

/// <summary>Writes what two annotations differ in for a person at a terminal.</summary>
internal static class ComparisonText
{
    private const int Narrowest = 40;
    private const int Widest = 120;
    private const int KindWidth = 10;
    private const int LongestWords = 60;

    public static string Write(IReadOnlyList<ComparedDocument> documents, string nameA, string nameB, int width, bool colour)
    {
        var writer = new StyledWriter(Math.Clamp(width, Narrowest, Widest), new Palette(colour));
        writer.Flow($"A {nameA}, B {nameB}", Style.Title);
        writer.EndLine();
        foreach (var document in documents)
        {
            if (document.Differences.Count == 0) continue;
            writer.EndLine();
            writer.Rule(document.A.Id, Style.Faint);
            foreach (var difference in document.Differences) Write(difference, writer);
        }

        writer.EndLine();
        Summarize(documents, writer);
        return writer.ToString();
    }

    public static string NameOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Label => "label",
        DifferenceKind.Boundary => "boundary",
        DifferenceKind.Mention => "name",
        DifferenceKind.Quote => "quote",
        DifferenceKind.Content => "content",
        DifferenceKind.Source => "source",
        DifferenceKind.Cue => "cue",
        _ => "speaker",
    };

    private static void Write(Difference difference, StyledWriter writer)
    {
        writer.Indent = KindWidth;
        writer.Cell(NameOf(difference.Kind), KindWidth, Style.Faint);
        if (difference.Kind != DifferenceKind.Boundary)
        {
            writer.Flow(Cut(difference.Words), Style.Title);
            writer.Flow(" ");
        }

        writer.Flow("A ", Style.Faint);
        writer.Flow((difference.A ?? "—") + " ", Style.Organization);
        writer.Flow("B ", Style.Faint);
        writer.Flow(difference.B ?? "—", Style.Person);
        writer.EndLine();
        writer.Indent = 0;
    }

    private static void Summarize(IReadOnlyList<ComparedDocument> documents, StyledWriter writer)
    {
        int different = documents.Count(document => document.Differences.Count > 0);
        writer.Flow($"{documents.Count} {(documents.Count == 1 ? "document" : "documents")}, {different} with differences.", Style.Title);
        writer.EndLine();
        Line("names", documents.Where(document => document.HasMentions).ToList(), document => document.SameMentions, DifferenceKind.Label, DifferenceKind.Boundary, DifferenceKind.Mention);
        Line("quotes", documents.Where(document => document.HasQuotes).ToList(), document => document.SameQuotes, DifferenceKind.Quote, DifferenceKind.Content, DifferenceKind.Source, DifferenceKind.Cue, DifferenceKind.Speaker);

        void Line(string what, List<ComparedDocument> compared, Func<ComparedDocument, int> same, params DifferenceKind[] kinds)
        {
            writer.Flow(compared.Count == 0
                ? $"{what}: not in both"
                : $"{what}: {compared.Sum(same)} the same; " + string.Join(", ", kinds.Select(kind =>
                    $"{compared.Sum(document => document.Differences.Count(difference => difference.Kind == kind))} {Phrase(kind)}")));
            writer.EndLine();
        }
    }

    private static string Phrase(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Mention => "in one only",
        DifferenceKind.Quote => "in one only",
        DifferenceKind.Label => "with another label",
        DifferenceKind.Boundary => "cut otherwise",
        DifferenceKind.Content => "of other content",
        DifferenceKind.Source => "with another source",
        DifferenceKind.Cue => "with another cue",
        _ => "with another speaker",
    };

    private static string Cut(string words) => words.Length <= LongestWords ? words : words[..(LongestWords - 1)] + "…";
}
