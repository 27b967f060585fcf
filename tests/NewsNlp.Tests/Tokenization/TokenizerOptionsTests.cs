using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Tokenization;

public class TokenizerOptionsTests
{
    [Theory]
    [InlineData("a state-of-the-art, 20-year-old plan", "a␣state-of-the-art␣,␣20-year-old␣plan")]
    [InlineData("10-15 people, 2018-19", "10␣-␣15␣people␣,␣2018␣-␣19")]
    [InlineData("non-profit re-election", "non-profit␣re-election")]
    [InlineData("pre- and post-war", "pre␣-␣and␣post-war")]
    [InlineData("yes--no", "yes␣--␣no")]
    public void Compounds_stay_whole_on_demand(string text, string tokens) => AssertTokens(
        new TokenizerOptions { HyphenatedCompounds = TokenSplitting.Keep }, text, tokens);

    [Theory]
    [InlineData("don't they'd've James's cannot gonna", "don't␣they'd've␣James's␣cannot␣gonna")]
    [InlineData("won’t the workers’ union", "won’t␣the␣workers␣’␣union")]
    [InlineData("'tis 'quoted'", "'tis␣'␣quoted␣'")]
    public void Contractions_stay_whole_on_demand(string text, string tokens) => AssertTokens(
        new TokenizerOptions { Contractions = TokenSplitting.Keep }, text, tokens);

    [Theory]
    [InlineData("Ofcom. said", "Ofcom.␣said")]
    [InlineData("OFCOM. Then", "OFCOM.␣Then")]
    [InlineData("Mr. Tan", "Mr.␣Tan")]
    [InlineData("the end.", "the␣end␣.")]
    [InlineData("He sat. Then", "He␣sat.␣Then")]
    public void Own_abbreviations_keep_their_period(string text, string tokens)
    {
        var options = new TokenizerOptions();
        options.Abbreviations.Add("Ofcom.");
        options.Abbreviations.Add("sat");

        AssertTokens(options, text, tokens);
    }

    [Theory]
    [InlineData("I use Yahoo! daily", "I␣use␣Yahoo!␣daily")]
    [InlineData("C++ and C++11", "C++␣and␣C++␣11")]
    [InlineData("U2's Side-to-side hit", "U2␣'s␣Side-to-side␣hit")]
    [InlineData("AAA AAAA", "AAA␣AAAA")]
    [InlineData("(.NET)", "(␣.NET␣)")]
    public void Never_split_strings_are_one_token(string text, string tokens)
    {
        var options = new TokenizerOptions();
        foreach (var word in (string[])["Yahoo!", "C++", "Side-to-side", "Side", "AAA", ".NET"])
        {
            options.NeverSplit.Add(word);
        }

        AssertTokens(options, text, tokens);
    }

    [Fact]
    public void Later_changes_to_the_options_have_no_effect()
    {
        var options = new TokenizerOptions();
        var tokenizer = new EnglishTokenizer(options);
        options.HyphenatedCompounds = TokenSplitting.Keep;
        options.NeverSplit.Add("Yahoo!");

        Assert.Equal("Yahoo␣!␣well␣-␣known", Tokenized.By(tokenizer, "Yahoo! well-known").Joined);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var options = new TokenizerOptions { Contractions = (TokenSplitting)9 };
        options.Abbreviations.Add("two words");
        options.Abbreviations.Add("..");
        options.NeverSplit.Add("New York");
        options.NeverSplit.Add(new string('x', 257));
        options.NeverSplit.Add("");

        var message = Assert.Throws<ArgumentException>("options", () => new EnglishTokenizer(options)).Message;

        Assert.All(
            (string[])["two words", "'..'", "New York", new string('x', 257), "''", "Contractions"],
            problem => Assert.Contains(problem, message, StringComparison.Ordinal));
    }

    private static void AssertTokens(TokenizerOptions options, string text, string tokens) =>
        Assert.Equal(tokens, Tokenized.By(new EnglishTokenizer(options), text).Joined);
}
