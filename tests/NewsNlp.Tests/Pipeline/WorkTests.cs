using NewsNlp.Fuzz.Generation;
using NewsNlp.Fuzz.Work;

namespace NewsNlp.Tests.Pipeline;

/// <summary>
/// The work of the whole pipeline, counted in a copy of the library that counts the entries of its methods and the turns of its loops: how
/// much each kind of text takes beside news, that it grows with the text and no faster, and how far the pipeline goes without a look at
/// the cancellation token. Time is not measured: a million steps take some milliseconds.
/// </summary>
public class WorkTests
{
    // Longer than what is read at once where there is no white space, so that short texts are read as long ones are.
    private const int Short = 70_000, Factor = 4;

    // What a cancelled text still takes. Of what stands between white space 65,536 code units are looked at as a whole: that, and what blocks and
    // tags do between two looks, set the limit.
    private const long MostStepsWithoutALook = 800_000;

    // For each token, beside news; in time it is less, since steps of text made of cues are cheaper than others.
    private const double MostOfNews = 4;

    private static readonly CountedLibrary Library = CountedLibrary.Load();

    private static readonly Lazy<double> NewsSteps = new(() => StepsPerToken(NewsTexts.Make(Factor * Short)));

    public static TheoryData<string> Kinds { get; } = ["news", .. AdversarialTexts.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Work_is_that_of_news_and_grows_with_the_text_and_is_ended_soon(string kind)
    {
        double news = NewsSteps.Value;

        double few = StepsPerToken(Make(kind, Short)), many = StepsPerToken(Make(kind, Factor * Short));

        Assert.InRange(many, 0, MostOfNews * news);
        Assert.InRange(many, 0, 1.5 * few);
        Assert.True(
            WorkCounter.LongestStretch <= MostStepsWithoutALook,
            $"{WorkCounter.LongestStretch} steps without a look at the token: {string.Join(" | ", WorkCounter.LongStretches.Keys)}");
    }

    private static string Make(string kind, int length) => kind == "news" ? NewsTexts.Make(length) : AdversarialTexts.Make(kind, length);

    // Of code units instead, where tokens are fewer than one in 20.
    private static double StepsPerToken(string text)
    {
        int tokens = Library.Process(text, MostStepsWithoutALook / 2);
        return (double)WorkCounter.Steps / Math.Max(tokens, text.Length / 20);
    }
}
