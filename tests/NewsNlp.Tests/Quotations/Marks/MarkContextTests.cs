using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Tests.Quotations.Marks;

/// <summary>What the neighbours of a mark say of it, whatever tokenizer parted them: each sign is a token of its own here.</summary>
public class MarkContextTests
{
    private static readonly ArticleReader Reader = new(CueLexicon.Load(), WordClusters.Read(NlpModel.Default));

    [Theory]
    [InlineData("“", 1)]
    [InlineData("„", 1)]
    [InlineData("”", -1)]
    [InlineData("»", -1)]
    public void A_mark_with_two_sides_does_what_it_looks_like(string mark, int role) => Assert.Equal(role, At($"He said{mark}no", 2, (context, at) => context.RoleOfDouble(at)));

    [Theory]
    [InlineData("He said \"no more", 1)]
    [InlineData("He said no\" more", -1)]
    [InlineData("He said no\"more", 0)]
    [InlineData("He said no \" more", 0)]
    [InlineData("\"No more", 1)]
    [InlineData("No more\"", -1)]
    [InlineData("\"", 0)]
    public void A_straight_mark_leans_on_the_word_beside_it(string text, int role) => AssertRole(text, role);

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("/")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("“")]
    [InlineData("‘")]
    [InlineData("«")]
    public void Behind_a_sign_that_opens_a_straight_mark_opens(string sign) => AssertRole($"He said{sign}\"no more", 1);

    [Theory]
    [InlineData(".")]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData(":")]
    [InlineData("?")]
    [InlineData("!")]
    [InlineData(")")]
    [InlineData("]")]
    [InlineData("}")]
    [InlineData("/")]
    [InlineData("…")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("”")]
    [InlineData("’")]
    [InlineData("»")]
    public void Before_a_sign_that_closes_a_straight_mark_closes(string sign) => AssertRole($"He said no\"{sign}more", -1);

    [Theory]
    [InlineData("He said ¦'no more", "opens")]
    [InlineData("He said ¦‘no more", "opens")]
    [InlineData("He said ¦’no more", "")]
    [InlineData("He said no¦' more", "closes")]
    [InlineData("He said no¦’ more", "closes")]
    [InlineData("He said no¦‘ more", "")]
    [InlineData("He said no¦'more", "")]
    [InlineData("He said no ¦' more", "")]
    [InlineData("¦'No more", "opens")]
    [InlineData("No more¦'", "closes")]
    [InlineData("\"¦'No more", "opens")]
    [InlineData("He said \"¦'no more", "opens")]
    [InlineData("He said,\"¦'no more", "")]
    [InlineData("He said no¦'\"", "closes")]
    [InlineData("He said no¦'\" more", "closes")]
    [InlineData("He said no¦'\"more", "")]
    [InlineData("He said no¦'\".", "closes")]
    [InlineData("He said no¦'\",", "closes")]
    [InlineData("He said no¦'\";", "closes")]
    [InlineData("He said no¦'\":", "closes")]
    [InlineData("He said no¦'\"?", "closes")]
    [InlineData("He said no¦'\"!", "closes")]
    [InlineData("He said no¦'\")", "closes")]
    [InlineData("He said no¦'\"-", "")]
    public void A_single_mark_opens_or_closes_at_the_edge_of_a_word(string text, string expected) =>
        Assert.Equal(expected, At(text, (context, at) => $"{(context.CanOpenSingle(at) ? "opens" : "")}{(context.CanCloseSingle(at) ? "closes" : "")}"));

    [Theory]
    [InlineData("em")]
    [InlineData("til")]
    [InlineData("tis")]
    [InlineData("twas")]
    [InlineData("cause")]
    [InlineData("n")]
    [InlineData("bout")]
    [InlineData("nuff")]
    [InlineData("Em")]
    [InlineData("Til")]
    [InlineData("Tis")]
    [InlineData("Twas")]
    [InlineData("Cause")]
    [InlineData("N")]
    [InlineData("cos")]
    [InlineData("Cos")]
    [InlineData("08")]
    [InlineData("90")]
    [InlineData("00s")]
    [InlineData("99s")]
    public void Before_a_clipped_word_or_year_a_single_mark_is_an_apostrophe(string word)
    {
        Assert.False(At($"He left ¦'{word} noon", (context, at) => context.CanOpenSingle(at)));
        Assert.True(At($"He left ¦'x{word} noon", (context, at) => context.CanOpenSingle(at)));
    }

    [Theory]
    [InlineData("He left in ¦'08' as", true)]
    [InlineData("He left in ¦'08’ as", true)]
    [InlineData("He left in ¦'08", false)]
    [InlineData("He left in ¦'080", true)]
    [InlineData("He left in ¦'9", true)]
    [InlineData("He left in ¦'9a", true)]
    [InlineData("He left in ¦'a9", true)]
    [InlineData("He left in ¦'9as", true)]
    [InlineData("He left in ¦'a9s", true)]
    [InlineData("He left in ¦'90x", true)]
    [InlineData("He left in ¦':8", false)]
    public void Two_digits_are_a_year_save_between_marks(string text, bool opens) => Assert.Equal(opens, At(text, (context, at) => context.CanOpenSingle(at)));

    [Theory]
    [InlineData("the workers¦' rights", true)]
    [InlineData("the WORKERS¦' rights", true)]
    [InlineData("the box¦' rights", true)]
    [InlineData("the jazz¦' rights", true)]
    [InlineData("goin¦' home", true)]
    [InlineData("GOIN¦' home", true)]
    [InlineData("the men¦' rights", false)]
    [InlineData("the workers¦'", true)]
    [InlineData("the workers¦'.", false)]
    [InlineData("the workers¦'rights", false)]
    public void Behind_some_endings_a_mark_may_be_an_apostrophe(string text, bool expected) => Assert.Equal(expected, At(text, (context, at) => context.MayBeApostrophe(at)));

    [Theory]
    [InlineData("called it ¦'soft", true)]
    [InlineData("called him 5 ¦'soft", true)]
    [InlineData("called it, ¦'soft", false)]
    [InlineData("¦'soft", false)]
    public void A_mark_behind_a_word_is_inside_a_phrase(string text, bool expected) => Assert.Equal(expected, At(text, (context, at) => context.IsInsidePhrase(at)));

    [Fact]
    public void A_paragraph_ends_what_a_mark_looks_at()
    {
        lock (Reader)
        {
            Reader.Read(Parted("no'no", out _));
            Assert.True(new MarkContext(Reader, 0, 2).CanCloseSingle(1));
            Assert.True(new MarkContext(Reader, 0, 2).MayBeApostrophe(1) == false);
            Assert.False(new MarkContext(Reader, 0, 3).CanCloseSingle(1));
            Assert.True(new MarkContext(Reader, 1, 3).CanOpenSingle(1));
            Assert.False(new MarkContext(Reader, 1, 3).IsInsidePhrase(1));
        }
    }

    private static void AssertRole(string text, int role)
    {
        int at = text.IndexOf('"', StringComparison.Ordinal);
        Assert.Equal(role, At(text.Insert(at, "¦"), (context, mark) => context.RoleOfDouble(mark)));
    }

    private delegate T Ask<T>(MarkContext context, int at);

    /// <summary>What is true of the token behind the sign ¦.</summary>
    private static T At<T>(string text, Ask<T> ask)
    {
        lock (Reader)
        {
            Reader.Read(Parted(text, out int at));
            return ask(new MarkContext(Reader, 0, Reader.Count), at);
        }
    }

    private static T At<T>(string text, int at, Ask<T> ask)
    {
        lock (Reader)
        {
            Reader.Read(Parted(text, out _));
            return ask(new MarkContext(Reader, 0, Reader.Count), at);
        }
    }

    /// <summary>Runs of letters and digits are tokens, and each other character.</summary>
    private static Document Parted(string text, out int marked)
    {
        int place = text.IndexOf('¦', StringComparison.Ordinal);
        text = text.Replace("¦", "", StringComparison.Ordinal);
        var spans = new List<TextSpan>();
        for (int at = 0; at < text.Length; at++)
        {
            int end = at + 1;
            while (char.IsLetterOrDigit(text[at]) && end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (text[at] != ' ') spans.Add(TextSpan.FromBounds(at, end));
            at = end - 1;
        }

        marked = spans.FindIndex(span => span.Start == place);
        return new DocumentBuilder(text).AddTokens([.. spans]).AddSentences(sink => sink.Add(0, spans.Count)).Build();
    }
}
