using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Training.Quotations;

/// <summary>An article as the models see it, with its gold attributions as tokens.</summary>
internal sealed class QuoteExample
{
    private QuoteExample(Document document, string id, ArticleReader article, QuotationFinder quotations, List<GoldRanges> gold)
    {
        Document = document;
        Id = id;
        Article = article;
        Quotations = quotations;
        Gold = gold;
    }

    public Document Document { get; }

    public string Id { get; }

    public ArticleReader Article { get; }

    public QuotationFinder Quotations { get; }

    public IReadOnlyList<GoldRanges> Gold { get; }

    /// <summary>The cues that a model which has not seen this article holds for likely; for features.</summary>
    public List<Cue> LikelyCues { get; } = [];

    /// <summary>What a role network which has not seen this article says of its tokens.</summary>
    public RoleProbabilities Roles { get; } = new();

    /// <summary>Reads an annotated document and finds the gold spans' tokens.</summary>
    public static QuoteExample Of(GoldArticle gold, Document document, CueLexicon lexicon, WordClusters clusters)
    {
        var article = new ArticleReader(lexicon, clusters);
        article.Read(document);
        var quotations = new QuotationFinder();
        quotations.Find(article);
        var ranges = new List<GoldRanges>();
        foreach (var attribution in gold.Attributions)
        {
            var cue = Ranges(article, attribution.Cue);
            ranges.Add(new GoldRanges(
                Ranges(article, attribution.Source), cue.Count > 0 ? cue[0] : null, Ranges(article, attribution.Content)));
        }

        return new QuoteExample(document, gold.Id, article, quotations, ranges);
    }

    // Pieces parted by white space only are one.
    private static List<TokenRange> Ranges(ArticleReader article, IReadOnlyList<TextSpan> spans)
    {
        var ranges = new List<TokenRange>();
        foreach (var span in spans)
        {
            int first = TokenAt(article, span.Start), end = TokenAt(article, span.End - 1) + 1;
            if (first < 0 || end <= first)
            {
                continue;
            }

            if (ranges.Count > 0 && first <= ranges[^1].End)
            {
                ranges[^1] = new TokenRange(ranges[^1].First, Math.Max(end, ranges[^1].End));
            }
            else
            {
                ranges.Add(new TokenRange(first, end));
            }
        }

        return ranges;
    }

    private static int TokenAt(ArticleReader article, int offset)
    {
        var token = Array.BinarySearch(article.Starts, 0, article.Count, offset);
        return token >= 0 ? token : ~token - 1;
    }
}

/// <summary>A gold attribution as tokens.</summary>
internal sealed record GoldRanges(IReadOnlyList<TokenRange> Source, TokenRange? Cue, IReadOnlyList<TokenRange> Content);
