using CsCheck;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Tests.Terminal;

public sealed class StyledWriterTests
{
    [Theory]
    [InlineData("harbour", 7)]
    [InlineData("Café", 4)]
    [InlineData("Cafe\u0301", 4)]
    [InlineData("港口", 4)]
    [InlineData("🚢", 2)]
    [InlineData("a\u200Db", 2)]
    public void Columns_are_counted_as_terminals_do(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));

    [Theory]
    [InlineData("a\e[31mb", @"a\u001B[31mb")]
    [InlineData("a\r\nb", @"a\u000D\u000Ab")]
    [InlineData("a\u009Bb\u202Ec\u2028", @"a\u009Bb\u202Ec\u2028")]
    [InlineData("Café 🚢 “ok”", "Café 🚢 “ok”")]
    public void What_could_steer_a_terminal_becomes_visible(string text, string shown) => Assert.Equal(shown, Printable.Line(text));

    [Fact]
    public void Words_are_kept_in_order_and_lines_within_their_width() =>
        Gen.Select(Gen.Char['a', 'e'].Array[1, 9].Select(letters => new string(letters)).Array[1, 40], Gen.Int[10, 40]).Sample((words, width) =>
        {
            var writer = new StyledWriter(width, new Palette(enabled: false)) { Indent = 2 };
            writer.Flow(string.Join("  \n", words));
            writer.EndLine();
            var text = writer.ToString();
            Assert.Equal(words, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= Math.Max(width, 11) && !line.EndsWith(' ')));
        });

    [Fact]
    public void A_short_first_word_stays_alone_where_the_next_does_not_fit()
    {
        var writer = new StyledWriter(10, new Palette(enabled: false)) { Indent = 2 };
        writer.Flow("At Brackwater");
        writer.EndLine();
        Assert.Equal("At\n  Brackwater\n", writer.ToString());
    }

    [Fact]
    public void A_cell_is_cut_with_an_ellipsis()
    {
        var writer = new StyledWriter(80, new Palette(enabled: false));
        writer.Cell("Elswick Harbour Company", 10);
        writer.Cell("x", 3);
        writer.Cell("港口港口", 6);
        writer.Cell("|", 1);
        writer.EndLine();
        Assert.Equal("Elswick H…x  港口… |\n", writer.ToString());
    }
}
