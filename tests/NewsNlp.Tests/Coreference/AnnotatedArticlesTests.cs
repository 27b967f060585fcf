using NewsNlp.Documents;

namespace NewsNlp.Tests.Coreference;

/// <summary>
/// How much of the annotated articles the default pipeline gets right, from the raw page. The shares are what it reaches with
/// the embedded model, less what a new training may cost; raise them when it gets better.
/// </summary>
public sealed class AnnotatedArticlesTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<(AnnotatedArticle Gold, Document Found)>> Articles = new(() =>
    {
        var pipeline = NlpPipeline.CreateDefault();
        return [.. AnnotatedArticle.All().Select(article => (article, pipeline.Process(article.Text)))];
    });

    [Fact]
    public void There_are_forty_articles_of_some_length_with_several_questions_each()
    {
        Assert.True(Articles.Value.Count >= 40, $"{Articles.Value.Count} articles");
        Assert.All(Articles.Value, article => Assert.InRange(article.Gold.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 110, 350));
        Assert.All(Articles.Value, article => Assert.True(article.Gold.Lines.Count >= 5, article.Gold.Name));
    }

    [Theory]
    [InlineData("quote", 0.95)]
    [InlineData("who", 0.92)]
    [InlineData("role", 0.92)]
    [InlineData("byline", 1)]
    [InlineData("dateline", 0.92)]
    [InlineData("speaksfor", 1)]
    public void Nearly_all_answers_are_right(string kind, double least)
    {
        int asked = 0, right = 0;
        foreach (var (gold, found) in Articles.Value)
        {
            foreach (var (_, key, expected) in gold.Lines.Where(line => line.Kind == kind))
            {
                var actual = gold.Ask(found, kind, key);
                var isRight = AnnotatedArticle.IsRight(kind, expected, actual);
                asked++;
                right += isRight ? 1 : 0;
                if (!isRight)
                {
                    output.WriteLine($"{gold.Name}: {key}: {actual} instead of {expected}");
                }
            }
        }

        output.WriteLine($"{right} of {asked}");
        Assert.True(asked > 0 && right >= least * asked, $"{kind}: {right} of {asked}, {100.0 * right / Math.Max(asked, 1):F1} %");
    }

    [Fact]
    public void The_writer_of_the_byline_speaks_nowhere_but_in_the_first_person()
    {
        foreach (var (gold, found) in Articles.Value)
        {
            var authors = found.Byline?.Authors ?? [];
            Assert.All(found.Quotes, quote => Assert.DoesNotContain(quote.Speakers, speaker => authors.Contains(speaker.CanonicalName) && quote.Source.All(piece => piece.Of(gold.Text) is not ("I" or "we"))));
        }
    }

    [Fact]
    public void An_answer_may_have_one_of_several_right_forms()
    {
        Assert.True(AnnotatedArticle.IsRight("quote", "Ann Lee; Bo Ray or its maker", "bo ray; Ann Lee"));
        Assert.True(AnnotatedArticle.IsRight("role", "The council’s leader", "council's leader"));
        Assert.False(AnnotatedArticle.IsRight("quote", "Ann Lee", "Ann Lee; Bo Ray"));
        Assert.False(AnnotatedArticle.IsRight("who", "Ann Lee", "no mention"));
    }
}
