using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Values;
using NewsNlp.Tests.Support;
using NewsNlp.Threading;

namespace NewsNlp.Tests.Entities;

/// <summary>Times, percentages, quantities, ordinals, cardinals and sums by rules, in the forms that newspapers use.</summary>
public class ValueEntityTests
{
    private static readonly ValueEntityFinder Finder = new(ValueVocabulary.Read());

    [Theory]
    [InlineData("Polls close at 5:30pm in Orrin.", "Time: 5:30pm")]
    [InlineData("The parade starts at 10 a.m. ET on the quay.", "Time: 10 a.m. ET")]
    [InlineData("Kick-off is at 3pm GMT.", "Time: 3pm GMT")]
    [InlineData("Trains stop at noon and again at midnight.", "Time: noon", "Time: midnight")]
    [InlineData("The siren sounded at 17:05 local time.", "Time: 17:05 local time")]
    [InlineData("They met at 2.30pm outside the mill.", "Time: 2.30pm")]
    [InlineData("Doors open at seven o'clock sharp.", "Time: seven o'clock")]
    [InlineData("The vote was called at half past nine.", "Time: half past nine")]
    [InlineData("The convoy left at 0630 GMT.", "Time: 0630 GMT")]
    public void Times_of_day_are_found(string text, params string[] expected) => AssertFinds(text, expected);

    [Theory]
    [InlineData("It paid 22,000 USD 30 days later.", "Money: 22,000 USD", "Quantity: 30 days")]
    [InlineData("It paid 22,000 USD 30.", "Money: 22,000 USD", "Cardinal: 30")]
    [InlineData("It paid USD 30.", "Money: USD 30")]
    public void A_currency_belongs_to_one_sum(string text, params string[] expected) => AssertFinds(text, expected);

    [Theory]
    [InlineData("Turnout rose by 12 per cent.", "Percent: 12 per cent")]
    [InlineData("Inflation fell to 3.5% in spring.", "Percent: 3.5%")]
    [InlineData("Nearly forty percent of the crop is lost.", "Percent: forty percent")]
    [InlineData("Support slid two percentage points.", "Percent: two percentage points")]
    [InlineData("Rents climbed 10 to 15 per cent.", "Percent: 10 to 15 per cent")]
    [InlineData("A 20-percent levy was shelved.", "Percent: 20-percent")]
    public void Percentages_are_found(string text, params string[] expected) => AssertFinds(text, expected);

    [Theory]
    [InlineData("The bridge is 20 kilometres north.", "Quantity: 20 kilometres")]
    [InlineData("The wall is 20km long.", "Quantity: 20km")]
    [InlineData("A six-foot drop waits behind it.", "Quantity: six-foot")]
    [InlineData("The sprinter is 6ft 2in tall.", "Quantity: 6ft 2in")]
    [InlineData("The fire burned 300 square miles.", "Quantity: 300 square miles")]
    [InlineData("Talks took two hours and 30 minutes.", "Quantity: two hours and 30 minutes")]
    [InlineData("The 37-year-old goalkeeper retired.", "Quantity: 37-year-old")]
    [InlineData("She is 52 years old.", "Quantity: 52 years old")]
    [InlineData("It reached 41C in the shade.", "Quantity: 41C")]
    [InlineData("They hauled 2.5 million tonnes of grain.", "Quantity: 2.5 million tonnes")]
    [InlineData("A 200-pound anchor fell.", "Quantity: 200-pound")]
    public void Quantities_are_found(string text, params string[] expected) => AssertFinds(text, expected);

    [Theory]
    [InlineData("She came third in Marlow.", "Ordinal: third")]
    [InlineData("It is the 21st recount.", "Ordinal: 21st")]
    [InlineData("The twenty-first witness spoke.", "Ordinal: twenty-first")]
    [InlineData("He scored a second before the break came a second later.", "Ordinal: second")]
    [InlineData("The first ferry sank.", "Ordinal: first")]
    public void Ordinals_are_found(string text, params string[] expected) => AssertFinds(text, expected);

    [Theory]
    [InlineData("Police counted 1,200 marchers.", "Cardinal: 1,200")]
    [InlineData("Two dozen cows escaped.", "Cardinal: Two dozen")]
    [InlineData("About half a million people fled.", "Cardinal: half a million")]
    [InlineData("Tens of thousands cheered.", "Cardinal: Tens of thousands")]
    [InlineData("One hundred and fifty tents burned.", "Cardinal: One hundred and fifty")]
    [InlineData("Two-thirds of members agreed.", "Cardinal: Two-thirds")]
    [InlineData("A third of the fleet is idle.", "Cardinal: A third")]
    [InlineData("Vale won 3-1 at home.", "Cardinal: 3-1")]
    [InlineData("Some 1.4 million voted.", "Cardinal: 1.4 million")]
    [InlineData("Between 10 and 20 boats came.", "Cardinal: Between 10 and 20")]
    public void Cardinals_are_found(string text, params string[] expected) => AssertFinds(text, expected);

    [Theory]
    [InlineData("The mill cost $5 million.", "Money: $5 million")]
    [InlineData("The fund holds £20m in cash.", "Money: £20m")]
    [InlineData("The toll is 40 euros.", "Money: 40 euros")]
    [InlineData("Fares rose by 20 pence.", "Money: 20 pence")]
    public void Sums_that_the_model_overlooks_are_found(string text, params string[] expected) => AssertFinds(text, expected);

    [Theory]
    [InlineData("It happened in 2019.")]
    [InlineData("On October 18 the court rose.")]
    [InlineData("The 18th of October is free.")]
    [InlineData("Covid-19 closed the G20 hall.")]
    [InlineData("No one spoke, and each one left.")]
    [InlineData("Every second counts per second.")]
    [InlineData("A minister spoke to the house.")]
    [InlineData("See example.org/5pm or mail 10@example.org now.")]
    public void What_is_no_value_is_left_alone(string text) => AssertFinds(text, []);

    [Fact]
    public void Values_lie_on_tokens_in_order_whatever_the_text() =>
        Gen.OneOf(TextGen.Any, Gen.Int[0, Snippets.Length - 1].Array[0, 12].Select(parts => string.Concat(parts.Select(part => Snippets[part])))).Sample(text =>
        {
            var document = EntityDocuments.Of(text);
            int end = 0;
            foreach (var mention in Find(document).Items.ToArray())
            {
                Assert.InRange(mention.FirstToken, end, document.Tokens.Count - 1);
                Assert.InRange(mention.TokenCount, 1, document.Tokens.Count - mention.FirstToken);
                end = mention.EndToken;
            }
        });

    [Fact]
    public void A_sentence_of_a_thousand_values_is_read_to_its_end() =>
        AssertFinds(string.Concat(Enumerable.Repeat("12 km, ", 1000)), [.. Enumerable.Repeat("Quantity: 12 km", 1000)]);

    [Theory]
    [InlineData(300)]
    [InlineData(3000)]
    public void A_long_sentence_can_be_given_up(int length)
    {
        var document = EntityDocuments.Of(string.Concat(Enumerable.Repeat("12 ", length)));

        Assert.Throws<OperationCanceledException>(() => Finder.Find(
            document.Text, document.TokenLayer, 0, length, new ValuePieceBuffer(), new InterruptibleList<FoundMention>(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_long_sentence_of_words_can_be_given_up_as_it_is_cut()
    {
        var document = EntityDocuments.Of(string.Concat(Enumerable.Repeat("rain ", 3000)));

        Assert.Throws<OperationCanceledException>(() => new ValuePieceBuffer().Fill(
            document.Text, document.TokenLayer, 0, document.Tokens.Count, ValueVocabulary.Read(), new CancellationToken(canceled: true)));
    }

    private static readonly string[] Snippets =
    [
        " ", "-", "–", " to ", "10", "1,5", "5:30", "pm", " p.m.", " ET", "%", " per cent", "$", "£", "m", "bn", "km", " feet", "two", " dozen", "half", " a ", "third",
        "st", "21", "hundred", " and ", "of ", "°", "C", "old", "'", "’", "o", "clock", ".", ",", "\n", "½", "million", "percentage", " point", "US$", "second", "\uD83D",
    ];

    private static void AssertFinds(string text, string[] expected)
    {
        var document = EntityDocuments.Of(text);
        Assert.Equal(expected, Find(document).Items.ToArray().Select(found => $"{found.Label}: {Words(document, found)}"));
    }

    private static string Words(Document document, FoundMention mention) =>
        TextSpan.FromBounds(document.Tokens[mention.FirstToken].Span.Start, document.Tokens[mention.EndToken - 1].Span.End).Of(document.Text).ToString();

    private static InterruptibleList<FoundMention> Find(Document document)
    {
        var mentions = new InterruptibleList<FoundMention>();
        var pieces = new ValuePieceBuffer();
        foreach (var sentence in document.Sentences)
        {
            Finder.Find(document.Text, document.TokenLayer, sentence.FirstToken, sentence.TokenCount, pieces, mentions);
        }

        return mentions;
    }
}
