using NewsNlp.Entities;
using NewsNlp.Entities.Values;
using NewsNlp.Threading;

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
    [InlineData("The lorry overturned on Thursday night.", "Thursday night")]
    [InlineData("Storms hit the coast in mid-September.", "mid-September")]
    [InlineData("The note of 18.10.2023 cites one of 10/18/2022.", "18.10.2023", "10/18/2022")]
    [InlineData("Bell-bottoms, all the rage in the late '70s, date from the 1890s.", "late '70s", "1890s")]
    [InlineData("They met the day before yesterday and meet again the week after next.", "day before yesterday", "week after next")]
    [InlineData("It opens in two years' time, or a month from now.", "two years' time", "a month from now")]
    [InlineData("Output rose in the first nine months of 2022.", "first nine months of 2022")]
    [InlineData("Shops shut on St. Patrick's Day, Good Friday and Whit Monday.", "St. Patrick's Day", "Good Friday", "Whit Monday")]
    [InlineData("It must be done by the end of the week.", "end of the week")]
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
    [InlineData("Friday Night Lights is her favourite.")]
    [InlineData("India's Independence Day parade passed.")]
    [InlineData("A woman in her 40s stood in the mid-80s heat.")]
    [InlineData("A 50/50 split, 24/7 care, half of 1/2 and version 10.2.")]
    [InlineData("The day after the vote, before last orders, he has been here a year now.")]
    public void What_does_not_is_left_alone(string text) => Assert.Empty(Find(text));

    private static string[] Find(string text)
    {
        var document = EntityDocuments.Of(text);
        var (pieces, amounts, dates) = (new ValuePieceBuffer(), new InterruptibleList<FoundMention>(), new InterruptibleList<FoundMention>());
        foreach (var sentence in document.Sentences)
        {
            Amounts.Find(document.Text, document.TokenLayer, sentence.FirstToken, sentence.TokenCount, pieces, amounts);
            Finder.Find(document.Text, pieces, dates);
        }

        return [.. dates.Items.ToArray().Select(found => document.Text[document.Tokens[found.FirstToken].Span.Start..document.Tokens[found.EndToken - 1].Span.End])];
    }
}
