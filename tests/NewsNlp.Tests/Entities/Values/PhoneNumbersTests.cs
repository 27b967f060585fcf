using NewsNlp.Entities;
using NewsNlp.Entities.Values;
using NewsNlp.Threading;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>Numbers side by side that count nothing.</summary>
public class PhoneNumbersTests
{
    [Theory]
    [InlineData("Call 0800 555 111 now.")]
    [InlineData("Quote 5226 118 204 please.")]
    [InlineData("Ring 0131 4960123 or 01314 960123.")]
    public void Telephone_numbers_and_references_count_nothing(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("It took 300 of 500 votes.", "300", "500")]
    [InlineData("They sold 400 , 500 and 600.", "400", "500", "600")]
    [InlineData("Call 101.", "101")]
    public void Other_numbers_do(string text, params string[] expected) => Assert.Equal(expected, Find(text));

    private static string[] Find(string text)
    {
        var document = EntityDocuments.Of(text);
        var (pieces, values, kept) = (new ValuePieceBuffer(), new InterruptibleList<FoundMention>(), new InterruptibleList<FoundMention>());
        new ValueEntityFinder(ValueVocabulary.Read()).Find(text, document.TokenLayer, 0, document.Tokens.Count, pieces, values);
        PhoneNumbers.LeaveOut(text, document.TokenLayer, values.Items, kept, TestContext.Current.CancellationToken);
        return [.. kept.Items.ToArray().Select(value => text[document.Tokens[value.FirstToken].Span.Start..document.Tokens[value.EndToken - 1].Span.End])];
    }
}
