using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Quotations;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Quotations;

/// <summary>The articles of the gold file as the quote models see them, with the model that comes with the library.</summary>
internal sealed class ReadArticles
{
    private static readonly NlpPipeline Pipeline =
        NlpPipelineBuilder.CreateDefault().Without(Layer.Quotes).Without(Layer.Coreference).Build();

    private readonly CueTagger _tagger;

    public ReadArticles()
    {
        Article = new ArticleReader(Models.Lexicon, Models.Clusters);
        _tagger = new CueTagger(Models.Cues, Models.Gate);
    }

    public QuoteModels Models { get; } = QuoteModels.Read(NlpModel.Default);

    public ArticleReader Article { get; }

    public QuotationFinder Quotations { get; } = new();

    public List<Cue> Cues => _tagger.Cues;

    public List<Cue> LikelyCues { get; } = [];

    public IEnumerable<string> Texts() => GoldArticle
        .Parse(Repository.Read("tests/NewsNlp.Tests/Quotations/Gold/attributions.txt"))
        .Select(article => article.Text);

    public void Read(string text)
    {
        Article.Read(Pipeline.Process(text));
        Quotations.Find(Article);
        _tagger.Find(Article, Quotations, Models.Acceptance.CueThreshold, CancellationToken.None);
        NewsNlp.Quotations.Cues.LikelyCues.Select(CollectionsMarshal.AsSpan(Cues), LikelyCues);
    }

    /// <summary>What a table says of features, row by row as the file has them.</summary>
    public static int[] SumOneByOne(WeightTable table, ReadOnlySpan<uint> features)
    {
        var sums = new int[table.LabelCount];
        foreach (var feature in features)
        {
            if (table.RowOf(feature) is >= 0 and var row)
            {
                for (var label = 0; label < sums.Length; label++)
                {
                    sums[label] += table.Weight(row, label);
                }
            }
        }

        return sums;
    }
}
