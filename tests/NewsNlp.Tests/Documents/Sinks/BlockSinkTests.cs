using NewsNlp.Documents;

namespace NewsNlp.Tests.Documents.Sinks;

public class BlockSinkTests
{
    [Fact]
    public void Blocks_leave_white_space_alone()
    {
        var blocks = Build(" Rain\n\n fell ", (1, 4, BlockKind.Headline), (8, 4, BlockKind.Paragraph)).Blocks;

        Assert.Equal(["Rain", "fell"], blocks.Select(block => block.Text));
        Assert.Equal([BlockKind.Headline, BlockKind.Paragraph], blocks.Select(block => block.Kind));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \n\u2028\t", 0)]
    public void A_text_of_white_space_has_no_block(string text, int expected) => Assert.Equal(expected, Build(text).Blocks.Count);

    [Fact]
    public void Text_before_the_first_block_is_refused() =>
        Refused("The text at [0, 5) lies in no block.", "Rain fell", (5, 4, BlockKind.Paragraph));

    [Fact]
    public void Text_between_blocks_is_refused() =>
        Refused("The text at [4, 8) lies in no block.", "Rain or snow", (0, 4, BlockKind.Paragraph), (8, 4, BlockKind.Paragraph));

    [Fact]
    public void Text_behind_the_last_block_is_refused() =>
        Refused("The text at [4, 9) lies in no block.", "Rain fell", (0, 4, BlockKind.Paragraph));

    [Fact]
    public void An_empty_block_is_refused() =>
        Refused("The block [0, 0) is empty.", "Rain", (0, 0, BlockKind.Paragraph));

    [Fact]
    public void A_block_beyond_the_text_is_refused() =>
        Refused("The block [0, 5) reaches beyond the text, which is 4 UTF-16 code units long.", "Rain", (0, 5, BlockKind.Paragraph));

    [Fact]
    public void Blocks_that_overlap_are_refused() =>
        Refused(
            "The block [3, 9) begins before the previous one ends (at 4); add them in order.",
            "Rain fell",
            (0, 4, BlockKind.Paragraph),
            (3, 6, BlockKind.Paragraph));

    [Fact]
    public void The_last_byline_counts_and_the_first_of_several_datelines_where_asked()
    {
        var (byline, dateline) = (new Byline(["Tam Howe"]), new Dateline("OSLO"));
        var document = new DocumentBuilder("Rain").AddBlocks(sink =>
        {
            sink.Add(new TextSpan(0, 4), BlockKind.Paragraph);
            Assert.Throws<ArgumentNullException>(() => sink.SetByline(null!));
            Assert.Throws<ArgumentNullException>(() => sink.SetDateline(null!));
            sink.SetByline(new Byline(["Nobody"]));
            sink.SetByline(byline);
            sink.SetFirstDateline(dateline);
            sink.SetFirstDateline(new Dateline("ROME"));
        }).Build();

        Assert.Equal((byline, dateline), (document.Byline, document.Dateline));
    }

    private static void Refused(string message, string text, params (int Start, int Length, BlockKind Kind)[] blocks) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => Build(text, blocks)).Message, StringComparison.Ordinal);

    private static Document Build(string text, params (int Start, int Length, BlockKind Kind)[] blocks) =>
        new DocumentBuilder(text).AddBlocks(sink =>
        {
            foreach (var (start, length, kind) in blocks)
            {
                sink.Add(new TextSpan(start, length), kind);
            }
        }).Build();
}
