using NewsNlp.Entities;
using NewsNlp.Entities.Values;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>Dates that count from the day of writing are found, and what only looks like them is not.</summary>
public class RelativeDateFinderTests
{
    private static readonly ValueEntityFinder Amounts = new(ValueVocabulary.Read());
    private static readonly RelativeDateFinder Finder = new();

    [Theory]
    [InlineData("The dam burst yesterday morning in Orrin.", "yesterday morning")]
    [InlineData("It rained last week and will rain next month.", "last week", "next month")]
    [InlineData("He left two years ago and died a decade ago.", "two years ago", "a decade ago")]
    [InlineData("Rents doubled over the past three years.", "past three years")]
    [InlineData("Profit fell in the third quarter.", "third quarter")]
    [InlineData("Sales rose in the first half of 2023.", "first half of 2023")]
    [InlineData("They will decide by the end of next year.", "end of next year")]
    [InlineData("She fled earlier this month.", "earlier this month")]
    [InlineData("Six people drowned over the weekend.", "weekend")]
    [InlineData("The abbey dates from the 12th century.", "12th century")]
    [InlineData("Trains stop on Christmas Eve and New Year's Day.", "Christmas Eve", "New Year's Day")]
    [InlineData("Reservoirs ran dry last summer.", "last summer")]
    public void What_counts_from_the_day_of_writing_is_found(string text, params string[] expected) => Assert.Equal(expected, Find(text));

    [Theory]
    [InlineData("He was jailed for two years.")]
    [InlineData("The talks took three weeks and a day.")]
    [InlineData("One day the sea will take it.")]
    [InlineData("A quarter of the fleet and half of the crew stayed.")]
    [InlineData("The new rules are good for years.")]
    [InlineData("He works weeks on end, most of the year.")]
    [InlineData("Summer rain fell on spring onions.")]
    [InlineData("She scored in the second half.")]
    [InlineData("The 30-year bond fell.")]
    public void What_does_not_is_left_alone(string text) => Assert.Empty(Find(text));

    private static string[] Find(string text)
    {
        var document = EntityDocuments.Of(text);
        var (pieces, amounts, dates) = (new ValuePieceBuffer(), new MentionBuffer(), new MentionBuffer());
        foreach (var sentence in document.Sentences)
        {
            Amounts.Find(document.Text, document.TokenLayer, sentence.FirstToken, sentence.TokenCount, pieces, amounts);
            Finder.Find(document.Text, pieces, dates);
        }

        return [.. dates.Items.ToArray().Select(found => document.Text[document.Tokens[found.FirstToken].Span.Start..document.Tokens[found.EndToken - 1].Span.End])];
    }
}
