using NewsNlp.Tests.Support;
using NewsNlp.Tokenization;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization;

public class EnglishTokenizerTests
{
    /// <summary>With vectors and without: the definition itself must not only agree with what is built upon it.</summary>
    public static TheoryData<bool> Vectors => [true, false];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_gold_case_gives_its_tokens_and_kinds(bool vectors)
    {
        var cases = GoldFile.Cases().ToList();
        var tokenizer = Create(vectors);
        var offenders =
            from gold in cases
            let found = Tokenized.By(tokenizer, gold.Text)
            where found.Joined != gold.Tokens || found.Kinds != gold.Kinds
            select $"{gold.File}: {gold.Text}\n  expected {gold.Tokens} {gold.Kinds}\n  got      {found.Joined} {found.Kinds}";

        Assert.True(cases.Count >= 250, $"only {cases.Count} cases");
        Offenders.AssertNone(offenders);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Tokens_are_the_same_in_the_middle_of_a_text(bool vectors)
    {
        // Words around a case change nothing, save for rules that look at the neighbour of a case's first or last sign.
        var tokenizer = Create(vectors);
        var offenders =
            from gold in GoldFile.Cases()
            where !gold.Text.StartsWith('\u0301')
            let found = Tokenized.By(tokenizer, $"so \n {gold.Text} \n")
            where found.Joined != $"so{GoldFile.Separator}{gold.Tokens}"
            select $"{gold.File}: {gold.Text}\n  expected {gold.Tokens}\n  got      {found.Joined}";

        Offenders.AssertNone(offenders);
    }

    [Theory]
    [InlineData(@"\uD83Dlone", @"\uD83D␣lone", "sw")]
    [InlineData(@"lone\uDE00x", @"lone␣\uDE00␣x", "wsw")]
    [InlineData(@"\uDE00\uD83D", @"\uDE00␣\uD83D", "ss")]
    [InlineData("", "", "")]
    [InlineData(" \r\n\t\0\u200B\uFEFF\u00AD", "", "")]
    [InlineData("𝐁𝐨𝐥𝐝 𝟏𝟐", "𝐁𝐨𝐥𝐝␣𝟏𝟐", "ww")]
    public void Text_that_no_page_should_hold_gives_tokens_all_the_same(string text, string tokens, string kinds)
    {
        // Attributes cannot hold a lone surrogate.
        var found = Tokenized.By(new EnglishTokenizer(), GoldFile.Unescape(text));

        Assert.Equal(GoldFile.Unescape(tokens), found.Joined);
        Assert.Equal(kinds, found.Kinds);
    }

    [Theory]
    [InlineData(65_535, 1)]
    [InlineData(65_536, 1)]
    [InlineData(65_537, 2)]
    [InlineData(200_000, 4)]
    public void A_word_has_at_most_65536_code_units(int length, int expected)
    {
        var tokens = new TokenBuffer();
        new EnglishTokenizer().Tokenize("It is " + new string('a', length) + " again", tokens);

        Assert.Equal(expected + 3, tokens.Count);
        Assert.Equal(length, tokens.Lengths[2..^1].ToArray().Sum());
    }

    [Fact]
    public void A_pair_of_surrogates_is_not_cut()
    {
        var tokens = new TokenBuffer();
        new EnglishTokenizer().Tokenize("a" + string.Concat(Enumerable.Repeat("\U00010400", 40_000)), tokens);

        Assert.Equal([65_535, 14_466], tokens.Lengths.ToArray());
    }

    [Fact]
    public void Null_buffer_is_refused() =>
        Assert.Throws<ArgumentNullException>("tokens", () => new EnglishTokenizer().Tokenize("text", null!));

    [Fact]
    public void A_second_text_without_clearing_is_refused()
    {
        var tokens = new TokenBuffer();
        var tokenizer = new EnglishTokenizer();
        tokenizer.Tokenize("first text", tokens);

        var error = Assert.Throws<InvalidOperationException>(() => tokenizer.Tokenize("second", tokens));

        Assert.Contains("Clear", error.Message, StringComparison.Ordinal);
    }

    private static EnglishTokenizer Create(bool vectors) =>
        new(new TokenRules(new TokenizerOptions()), vectors ? VectorWidth.Widest : VectorWidth.None);
}
