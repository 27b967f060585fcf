using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Quotations;

/// <summary>
/// How much of the gold file the default pipeline gets right. The shares are what it reaches with the embedded model, less
/// what a new training may cost; raise them when it gets better.
/// </summary>
public class GoldAttributionsTests(ITestOutputHelper output)
{
    private const double LeastContents = 0.92, LeastSources = 0.92, LeastWhole = 0.90, MostFound = 1.1;

    private const double LeastActs = 0.97, LeastModalities = 0.98;

    private static readonly Lazy<IReadOnlyList<(GoldArticle Gold, Document Found)>> Articles = new(() =>
    {
        var pipeline = NlpPipeline.CreateDefault();
        return [.. Gold().Select(article => (article, pipeline.Process(article.Text)))];
    });

    private static IEnumerable<GoldArticle> Gold() =>
        GoldArticle.Parse(Repository.Read("tests/NewsNlp.Tests/Quotations/Gold/attributions.txt"));

    [Fact]
    public void The_gold_file_has_enough_attributions_and_each_has_a_content()
    {
        var all = Gold().SelectMany(article => article.Attributions).ToList();
        Assert.True(all.Count >= 150, $"{all.Count} attributions");
        Assert.All(all, attribution => Assert.NotEmpty(attribution.Contents));
    }

    [Fact]
    public void Most_attributions_of_the_gold_file_are_found_whole()
    {
        int contents = 0, triples = 0, sources = 0, count = 0, found = 0;
        foreach (var (gold, document) in Articles.Value)
        {
            found += document.Quotes.Count;
            foreach (var attribution in gold.Attributions)
            {
                count++;
                var content = Joined(gold.Text, attribution.Contents);
                Quote? match = null;
                foreach (var quote in document.Quotes)
                {
                    match = Joined(gold.Text, [.. quote.Contents]).SequenceEqual(content) ? quote : match;
                }

                var source = match is { } right && right.Source.SequenceEqual(attribution.Sources);
                var whole = source && match!.Value.Cue == attribution.Cue;
                contents += match is null ? 0 : 1;
                sources += source ? 1 : 0;
                triples += whole ? 1 : 0;
                if (!whole)
                {
                    output.WriteLine($"{gold.Title} {attribution.Number}: {Tell(gold.Text, attribution.Sources, attribution.Cue, attribution.Contents)}");
                    output.WriteLine(match is { } wrong
                        ? $"  found {Tell(gold.Text, [.. wrong.Source], wrong.Cue, [.. wrong.Contents])}"
                        : "  not found");
                }
            }
        }

        output.WriteLine($"{count} attributions, {found} found; right: contents {contents}, with their sources {sources}, whole {triples}");
        Assert.True(contents >= LeastContents * count, $"contents: {contents} of {count}");
        Assert.True(sources >= LeastSources * count, $"contents with sources: {sources} of {count}");
        Assert.True(triples >= LeastWhole * count, $"whole attributions: {triples} of {count}");
        Assert.True(found <= MostFound * count, $"found {found} of {count}");
    }

    [Fact]
    public void Acts_and_modalities_of_what_is_found_are_right()
    {
        int acts = 0, modalities = 0, count = 0;
        foreach (var (gold, document) in Articles.Value)
        {
            foreach (var attribution in gold.Attributions)
            {
                foreach (var quote in document.Quotes)
                {
                    if (attribution.Cue is { } cue && quote.Cue is { } other && cue.Overlaps(other))
                    {
                        count++;
                        acts += quote.Act == attribution.Act ? 1 : 0;
                        modalities += quote.Modality == attribution.Modality ? 1 : 0;
                        if (quote.Act != attribution.Act || quote.Modality != attribution.Modality)
                        {
                            output.WriteLine($"{gold.Title} {attribution.Number}: {quote.CueText} {quote.Act} {quote.Modality}");
                        }
                    }
                }
            }
        }

        output.WriteLine($"{count} cues, acts right {acts}, modalities right {modalities}");
        Assert.True(acts >= LeastActs * count, $"acts: {acts} of {count}");
        Assert.True(modalities >= LeastModalities * count, $"modalities: {modalities} of {count}");
    }

    // Pieces parted by white space alone are one, as scorers of attributions count them.
    private static List<TextSpan> Joined(string text, IReadOnlyList<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (joined.Count > 0 && text.AsSpan(joined[^1].End, span.Start - joined[^1].End).IsWhiteSpace())
            {
                joined[^1] = TextSpan.FromBounds(joined[^1].Start, span.End);
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    private static string Tell(string text, IReadOnlyList<TextSpan> sources, TextSpan? cue, IReadOnlyList<TextSpan> contents)
    {
        string Of(IEnumerable<TextSpan> spans) => string.Join(" / ", spans.Select(span => span.Of(text).ToString().ReplaceLineEndings(" ")));
        return $"[{Of(sources)}] [{(cue is { } there ? Of([there]) : "")}] [{Of(contents)}]";
    }
}
