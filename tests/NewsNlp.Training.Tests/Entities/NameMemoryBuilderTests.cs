using NewsNlp.Entities.Recognition;
using NewsNlp.Features;
using NewsNlp.Training.Entities;

namespace NewsNlp.Training.Tests.Entities;

public sealed class NameMemoryBuilderTests : IDisposable
{
    private const int Person = 0;
    private const int Location = 2;

    private readonly TinyArticles _tiny = new();
    private readonly List<EntityArticle> _articles;
    private readonly EntityFeatures _features;

    public NameMemoryBuilderTests()
    {
        var context = _tiny.Context();
        var analyzer = EntityTrainer.Analyzer(context.Model!);
        _articles = EntityData.Read(context, text => analyzer.Process(text));
        _features = new EntityFeatures(WordClusters.Read(context.Model!), LexiconPhrases.Read(context.Model!));
    }

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void A_name_is_remembered_with_its_kind_and_how_often_it_occurs()
    {
        int gold = _articles.Sum(article => article.Gold.Count(mention => mention.Span.Of(article.Document.Text).SequenceEqual("Marta Korb")));
        var entry = Memory(_articles).Of(NameMemory.Role.Whole, Name("Marta Korb"));
        Assert.Equal(LowestOfStep(gold), entry.Mentions(Person));
        Assert.Equal(0, entry.Mentions(Location));
        Assert.Equal(LowestOfStep(gold), entry.Occurrences);
    }

    [Fact]
    public void Words_of_names_are_remembered_by_their_place()
    {
        var memory = Memory(_articles);
        Assert.True(memory.Of(NameMemory.Role.First, Word("Sandvik")).Mentions(Location) > 0);
        Assert.True(memory.Of(NameMemory.Role.Last, Word("Sandvik")).IsEmpty);
        Assert.True(memory.Of(NameMemory.Role.Last, Word("Bay")).Mentions(Location) > 0);
        Assert.True(memory.Of(NameMemory.Role.Before, Word("praised")).Mentions(Location) > 0);
        Assert.True(memory.Of(NameMemory.Role.Behind, Word("praised")).Mentions(Person) > 0);
    }

    [Fact]
    public void What_no_article_names_is_not_remembered()
    {
        var without = _articles.Where(article => !article.Document.Text.Contains("Ilse", StringComparison.Ordinal)).ToList();
        Assert.True(Memory(without).Of(NameMemory.Role.Whole, Name("Ilse Velling")).IsEmpty);
        Assert.True(Memory(_articles).Of(NameMemory.Role.Whole, Name("visited")).IsEmpty);
    }

    [Fact]
    public void Counts_are_kept_as_the_lowest_of_their_step()
    {
        int[] mentions = [0, 1, 5, 7, 31, 127, 300, 2, 3];
        var entry = new NameMemory.Entry(NameMemory.Pack(mentions, 100), mentions.Length);
        Assert.Equal([0, 1, 4, 6, 24, 96, 256, 2, 3], Enumerable.Range(0, mentions.Length).Select(entry.Mentions));
        Assert.Equal(96, entry.Occurrences);
    }

    private NameMemory Memory(IReadOnlyCollection<EntityArticle> articles) => NameMemoryBuilder.Count(articles, _features, LabelScheme.News).ToMemory();

    private static ulong Name(string words)
    {
        ulong hash = 0;
        foreach (string word in words.Split(' ')) hash = FeatureHash.Combine(hash, Word(word));
        return hash;
    }

    private static ulong Word(string word) => WordHash.Plain(word);

    private static int LowestOfStep(int count) => new NameMemory.Entry(NameMemory.Pack([count, 0, 0, 0, 0, 0, 0, 0, 0], 0), 9).Mentions(0);
}
