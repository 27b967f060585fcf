using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Structure;

namespace NewsNlp.Tests.Structure;

public sealed class NewsBlockDetectorTests
{
    private static readonly NewsBlockDetector Detector = new();

    /// <summary>Lines of pages and marks, to be thrown together at random.</summary>
    private static readonly string[] Snippets =
    [
        "\n", "\n\n", "\r\n", " ", "\t", "\u2028", "\u00A0", "\u200B", "•", "  • Published", "Related topics", "Image source, ", "Image caption,", "Reuters",
        "Image copyright", "LONDON (AP) —", "By Ann Lee", "October 18, 2023", "Getty Images", "(AP Photo/Bo Ray)", "Read more: ", "\"", "“", "(", ")", "—", "-", ":",
        "10:15", "The minister spoke.", "he said", "\uD83D", "\uDE00", "© 2024", "Photograph: Bo Ray/PA", "CAIRO - 21 July 2022: The", "WASHINGTON", "a", ".", "FILE - ",
    ];

    public static TheoryData<string> Pages()
    {
        var data = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(GoldPage.Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetFileName(path));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Finds_the_blocks_of_a_page(string name)
    {
        var gold = GoldPage.Read(name);
        Assert.Equal(gold.Blocks.Select(Show), Detect(gold.Text).Blocks.Select(block => Show((block.Kind, block.Text))));
    }

    [Fact]
    public void There_are_pages_of_twenty_five_shapes() => Assert.True(Pages().Count >= 25);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n ")]
    public void Blank_text_has_no_blocks(string text) => Assert.Empty(Detect(text).Blocks);

    [Theory]
    [InlineData("A: \"")]
    [InlineData("A: '.")]
    [InlineData("Q: “”")]
    [InlineData("Q: '.'")]
    [InlineData("Item 1 of")]
    [InlineData("[1/3]REUTERS")]
    [InlineData("World")]
    [InlineData("after newsletter promotion")]
    public void What_a_shape_is_cut_down_to_has_blocks(string line) => Assert.NotEmpty(Detect($"{line}\n\nThe harbour will close on Friday, the mayor said.\n\n{line}").Blocks);

    [Fact]
    public void Any_text_lies_in_blocks_in_order()
    {
        // The sink itself refuses blocks out of order and text outside of them; what is left is that no block holds blanks at its ends.
        Gen.OneOf(Gen.String, Gen.Int[0, Snippets.Length - 1].Select(i => Snippets[i]).Array[0, 60].Select(string.Concat))
            .Sample(text =>
            {
                foreach (var block in Detect(text).Blocks)
                {
                    Assert.Equal(block.Text.Trim(), block.Text);
                }
            });
    }

    [Fact]
    public void The_same_text_gives_the_same_blocks_on_many_threads()
    {
        var gold = GoldPage.Read("ap-inline-dateline.txt");
        var expected = Detect(gold.Text).Blocks.Select(b => (b.Span, b.Kind)).ToArray();
        Parallel.For(0, 64, _ => Assert.Equal(expected, Detect(gold.Text).Blocks.Select(b => (b.Span, b.Kind))));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("\n")]
    [InlineData("LONDON (AP) — ")]
    [InlineData("Image source, Reuters")]
    [InlineData("Related topics\n")]
    [InlineData("By Ann Lee\n")]
    [InlineData("(")]
    [InlineData("Photograph: Bo Ray/PA. ")]
    [InlineData("a line that is wrapped at some width or other\n")]
    public void A_long_text_of_one_pattern_has_an_answer(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, 2_000_000 / pattern.Length));
        Assert.Equal(text.Trim().Length > 0, Detect(text).Blocks.Count > 0);
    }

    private static Document Detect(string text) => new DocumentBuilder(text).AddBlocks(sink => Detector.Detect(text, sink)).Build();

    private static string Show((BlockKind Kind, string Text) block) => $"{block.Kind}: {block.Text}";
}
