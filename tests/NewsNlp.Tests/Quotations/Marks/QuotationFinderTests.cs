using CsCheck;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Quotations.Marks;

public class QuotationFinderTests
{
    private const string CurlyOpenings = "“„«`‘";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (title, body) in GoldCases.Read("marks.txt"))
            {
                data.Add(title, body);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quotations_are_those_of_the_gold_file(string title, string marked)
    {
        Assert.NotEmpty(title);
        Assert.Equal(marked, MarkedText.Mark(MarkedText.Plain(marked)));
    }

    [Fact]
    public void A_paragraph_does_not_change_what_another_pairs_to() =>
        Gen.Select(TextGen.Any, TextGen.Any).Sample((first, second) =>
        {
            // A quotation left open may reach on, so a paragraph without marks stands between. That an article has curly marks
            // makes a straight one that is left open a slip, everywhere: this is the one thing that paragraphs tell each other.
            first = CurlyOpenings.Aggregate(first, (text, mark) => text.Replace(mark, '*'));
            first = first.ReplaceLineEndings(" ").Replace('\u2028', ' ');
            second = second.ReplaceLineEndings(" ").Replace('\u2028', ' ');
            var both = MarkedText.Mark($"{first}\nNothing here.\n{second}");
            Assert.EndsWith(MarkedText.Mark(second), both, StringComparison.Ordinal);
        });

    [Fact]
    public void Quotations_are_in_order_and_apart() =>
        TextGen.Any.Sample(text =>
        {
            var depth = 0;
            foreach (var c in MarkedText.Mark(text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal)))
            {
                depth += c == '⟦' ? 1 : c == '⟧' ? -1 : 0;
                Assert.InRange(depth, 0, 1);
            }
        });

    [Theory]
    [InlineData("“")]
    [InlineData("”")]
    [InlineData("\"")]
    [InlineData("\" ")]
    [InlineData(" \"a")]
    [InlineData("'")]
    [InlineData(" 'a")]
    [InlineData("s' ")]
    [InlineData(" ‘a s’ ")]
    [InlineData("“a” ")]
    [InlineData("“\n")]
    [InlineData("“a\n")]
    [InlineData("‘a\n")]
    [InlineData("“‘")]
    [InlineData(" 'a \"")]
    public void Work_is_linear_on_repeated(string piece)
    {
        // There is no clock in this test: were the work not linear, it would not end.
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        Assert.Equal(text, MarkedText.Plain(MarkedText.Mark(text)));
    }
}
