using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>What the page shows of one article, put together once.</summary>
internal sealed class ArticleModel
{
    private const int LongestTitle = 160;

    private readonly SpeakerModel?[] _speakerOfQuote;
    private readonly Dictionary<int, SpeakerModel> _speakerOfEntity = [];

    public ArticleModel(Document document, int number)
    {
        Document = document;
        Prefix = string.Create(CultureInfo.InvariantCulture, $"a{number}-");
        Title = TitleOf(document);
        Quotes = document.Has(Layer.Quotes) ? document.Quotes : default;
        _speakerOfQuote = new SpeakerModel?[Quotes.Count];
        CollectSpeakers();
    }

    public Document Document { get; }

    /// <summary>What the article's anchors begin with.</summary>
    public string Prefix { get; }

    public string Title { get; }

    public AnnotationList<Quote> Quotes { get; }

    /// <summary>Everyone who speaks, in the order of first quotes.</summary>
    public List<SpeakerModel> Speakers { get; } = [];

    public SpeakerModel SpeakerOf(Quote quote) => _speakerOfQuote[quote.Index]!;

    public SpeakerModel? SpeakerFor(Entity entity) => _speakerOfEntity.GetValueOrDefault(entity.Index);

    private void CollectSpeakers()
    {
        var unknown = new List<Quote>();
        foreach (var quote in Quotes)
        {
            foreach (var entity in quote.Speakers)
            {
                if (!_speakerOfEntity.TryGetValue(entity.Index, out var speaker))
                {
                    speaker = new SpeakerModel(Speakers.Count, entity);
                    _speakerOfEntity.Add(entity.Index, speaker);
                    Speakers.Add(speaker);
                }

                speaker.Quotes.Add(quote);
                _speakerOfQuote[quote.Index] ??= speaker;
            }

            if (_speakerOfQuote[quote.Index] is null)
            {
                unknown.Add(quote);
            }
        }

        if (unknown.Count == 0)
        {
            return;
        }

        var nobody = new SpeakerModel(Speakers.Count, null);
        nobody.Quotes.AddRange(unknown);
        Speakers.Add(nobody);
        foreach (var quote in unknown)
        {
            _speakerOfQuote[quote.Index] = nobody;
        }
    }

    private static string TitleOf(Document document)
    {
        var title = document.Id ?? "Article";
        if (document.Has(Layer.Blocks))
        {
            foreach (var block in document.Blocks)
            {
                if (block.Kind == BlockKind.Headline)
                {
                    title = block.Text;
                    break;
                }
            }
        }

        return title.Length <= LongestTitle ? title : title[..LongestTitle] + "…";
    }
}
