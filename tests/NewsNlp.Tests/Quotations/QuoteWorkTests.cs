using NewsNlp.Documents;
using NewsNlp.Fuzz.Generation;
using NewsNlp.Models;
using NewsNlp.Quotations;

namespace NewsNlp.Tests.Quotations;

/// <summary>
/// Most of the time that quotes take goes to the units of the windows around cues: they are counted, in news and in texts made of cues.
/// </summary>
public class QuoteWorkTests
{
    private const int MostUnitsPerToken = 10, MostUnitsAhead = 2000, LongestWindow = 402;

    private static readonly NlpPipeline Pipeline =
        NlpPipelineBuilder.CreateDefault().Without(Layer.Quotes).Without(Layer.Coreference).Build();

    private static readonly QuoteModels Models = QuoteModels.Read(NlpModel.Default);

    public static TheoryData<string> Kinds { get; } = [.. AdversarialTexts.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Windows_have_a_bounded_number_of_units_for_each_token(string kind)
    {
        var (tokens, units, _) = Read(AdversarialTexts.Make(kind, 20_000));

        Assert.InRange(units, 0, MostUnitsAhead + LongestWindow + ((long)MostUnitsPerToken * tokens));
    }

    [Fact]
    public void Of_a_text_made_of_cues_some_are_passed_over()
    {
        var (tokens, units, passedOver) = Read(AdversarialTexts.Make("cues", 40_000));

        Assert.True(passedOver);
        Assert.InRange(units, MostUnitsPerToken * tokens, long.MaxValue);
    }

    [Fact]
    public void In_news_windows_have_few_units_and_no_cue_is_passed_over()
    {
        foreach (var article in Fragments.Articles)
        {
            var (tokens, units, passedOver) = Read(article);

            Assert.False(passedOver);
            Assert.InRange(units, 0, 4 * tokens);
        }
    }

    private static (int Tokens, long Units, bool PassedOver) Read(string text)
    {
        var document = Pipeline.Process(text);
        var workspace = new QuoteWorkspace(Models);
        workspace.Attribute(document, CancellationToken.None);
        return (document.Tokens.Count, workspace.UnitCount, workspace.PassedOver);
    }
}
