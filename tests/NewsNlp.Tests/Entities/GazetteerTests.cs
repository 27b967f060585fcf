using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Tests.Support;
using NewsNlp.Threading;

namespace NewsNlp.Tests.Entities;

/// <summary>User gazetteers: what matches, how much work it takes, and what a bad list is told.</summary>
public class GazetteerTests
{
    private static readonly EntityLabel Team = new("Team");
    private static readonly EntityLabel Company = new("Company");

    [Theory]
    [InlineData("Fans of Marlow Rovers sang.", "Marlow Rovers")]
    [InlineData("Marlow  Rovers' keeper left.", "Marlow  Rovers")]
    [InlineData("At Marlow\u00A0Rovers nobody spoke.", "Marlow\u00A0Rovers")]
    [InlineData("O’Dell & Sons sank.", "O’Dell & Sons")]
    [InlineData("Shares of O'Dell & Sons rose.", "O'Dell & Sons")]
    [InlineData("She left Tarn Inc. at once.", "Tarn Inc.")]
    [InlineData("She left Tarn Inc.", "Tarn Inc.")]
    [InlineData("The Vale-Orrin derby", "Vale-Orrin")]
    public void A_phrase_matches_the_words_of_the_text(string text, string expected) =>
        Assert.Equal([expected], Match(Names(), text));

    [Theory]
    [InlineData("marlow rovers lost.")]
    [InlineData("Marlow Roversons lost.")]
    [InlineData("NorthMarlow Rovers lost.")]
    [InlineData("In Marlow\nRovers lost.")]
    [InlineData("Marlow, Rovers lost.")]
    public void Other_words_do_not_match(string text) => Assert.Empty(Match(Names(), text));

    [Fact]
    public void The_longest_phrase_wins_and_matches_do_not_overlap()
    {
        var gazetteer = Gazetteer.Create([("Orrin", Team), ("Orrin Athletic", Team), ("Orrin Athletic Ladies", Team), ("Ladies Day", Team)]);

        Assert.Equal(
            ["Orrin Athletic Ladies", "Orrin Athletic", "Orrin", "Ladies Day"],
            Match(gazetteer, "Orrin Athletic Ladies Day, Orrin Athletic Men, Orrin, Ladies Day"));
    }

    [Fact]
    public void Case_can_be_ignored()
    {
        var gazetteer = Gazetteer.Create([("Éclair Foods", Company)], ignoreCase: true);

        Assert.True(gazetteer.IgnoresCase);
        Assert.Equal(["ÉCLAIR FOODS", "éclair foods"], Match(gazetteer, "ÉCLAIR FOODS met éclair foods."));
    }

    [Fact]
    public void The_same_phrase_twice_counts_once_and_under_two_labels_is_refused()
    {
        Assert.Equal(1, Gazetteer.Create([("Tarn", Team), ("Tarn", Team)]).Count);

        var refusal = Assert.Throws<ArgumentException>(() => Gazetteer.Create([("Tarn", Team), ("Tarn", Company)]));
        Assert.Contains("'Tarn' has the label Company and, elsewhere, Team", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Phrases_that_cannot_match_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Gazetteer.Create(null!));
        Assert.Throws<ArgumentException>(() => Gazetteer.Create([(null!, Team)]));
        Assert.Throws<ArgumentException>(() => Gazetteer.Create([(" \t", Team)]));
        Assert.Throws<ArgumentException>(() => Gazetteer.Create([("Tarn", default)]));
        Assert.Throws<ArgumentException>(() => Gazetteer.Create([(string.Join(' ', Enumerable.Repeat("so", 65)), Team)]));
        Assert.Equal(1, Gazetteer.Create([(string.Join(' ', Enumerable.Repeat("so", 64)), Team)]).Count);
    }

    [Fact]
    public void A_file_gives_a_phrase_a_line()
    {
        var gazetteer = Gazetteer.Read(new StringReader("Marlow Rovers\tTeam\n\nO'Dell & Sons\tCompany\r\n"));

        Assert.Equal(2, gazetteer.Count);
        Assert.Equal(["Marlow Rovers", "O'Dell & Sons"], Match(gazetteer, "Marlow Rovers and O'Dell & Sons"));
    }

    [Fact]
    public void A_bad_file_is_told_every_bad_line()
    {
        var refusal = Assert.Throws<FormatException>(
            () => Gazetteer.Read(new StringReader("Marlow Rovers\tTeam\nTarn\nVale\t \nOrrin\tTeam\tA\n\tTeam\nMarlow Rovers\tCompany\n")));

        Assert.Equal(
            """
            The gazetteer cannot be read; a line is a phrase, a tab and a label.
            line 2: There is no tab in 'Tarn'.
            line 3: There is no label behind the tab in 'Vale'.
            line 4: There is more than one tab in 'Orrin\tTeam\tA'.
            line 5: The phrase '' is empty or white space.
            line 6: The phrase 'Marlow Rovers' has the label Company and, elsewhere, Team; leave one out.
            """,
            refusal.Message, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_long_list_of_errors_is_cut()
    {
        var refusal = Assert.Throws<FormatException>(() => Gazetteer.Read(new StringReader(string.Concat(Enumerable.Repeat("Tarn\n", 15)))));

        Assert.EndsWith("line 10: There is no tab in 'Tarn'.\nand 5 more", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_work_does_not_grow_with_the_number_of_phrases()
    {
        // Numbered names share no first word with the text, as most of a list's do.
        var text = string.Join("\n", Enumerable.Range(0, 200).Select(i => $"Line {i} of the report says that Marlow Rovers drew at home again."));

        long few = Work(List(10), text, out int fewMatches);
        long many = Work(List(100_000), text, out int manyMatches);

        Assert.Equal((200, 200), (fewMatches, manyMatches));
        Assert.InRange(few, 400, 450);
        // The filter lets a share of other words through, a look-up each.
        Assert.InRange(many, 400, 700);

        static Gazetteer List(int count) =>
            Gazetteer.Create([("Marlow Rovers", Team), .. Enumerable.Range(0, count).Select(i => ($"Xen{i} Works {i % 7}", Company))]);
    }

    [Fact]
    public void The_work_is_linear_when_every_phrase_nearly_matches()
    {
        var gazetteer = Gazetteer.Create([(string.Join(' ', Enumerable.Repeat("go", 20)) + " home", Team)]);

        long once = Work(gazetteer, string.Join(' ', Enumerable.Repeat("go", 1_000)), out _);
        long twice = Work(gazetteer, string.Join(' ', Enumerable.Repeat("go", 2_000)), out _);

        Assert.InRange(twice, once, 2.1 * once);
    }

    [Fact]
    public void Matching_allocates_nothing()
    {
        var gazetteer = Names();
        var document = EntityDocuments.Of("Marlow Rovers met O'Dell & Sons, and Tarn Inc. paid. The rest of the day was quiet.");
        var matches = new InterruptibleList<FoundMention>();
        Run();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(3, matches.Count);

        void Run()
        {
            matches.Clear();
            gazetteer.Table.Match(document.Text, document.TokenLayer, 0, document.TokenLayer.Count, matches);
        }
    }

    [Fact]
    public void Matches_lie_on_tokens_in_order_whatever_the_text_and_the_phrases() =>
        Gen.Select(TextGen.Any, TextGen.Any.Array[1, 5], Gen.Bool).Sample((text, phrases, ignoreCase) =>
        {
            var usable = phrases.Distinct().Where(phrase => Error(phrase, ignoreCase) is null).ToList();
            // A piece of the text itself, so that there is something to find where it stands alone.
            var document = EntityDocuments.Of(text);
            var own = document.Tokens.Select(token => token.Span).FirstOrDefault(span => span.End == text.Length || char.IsWhiteSpace(text[span.End]));
            bool alone = own.Length > 0 && (own.Start == 0 || char.IsWhiteSpace(text[own.Start - 1])) && Error(own.Of(text).ToString(), ignoreCase) is null;
            if (alone) usable.Add(own.Of(text).ToString());
            var gazetteer = Gazetteer.Create(usable.Select(phrase => (phrase, Team)), ignoreCase);
            int end = 0, found = 0;
            foreach (var sentence in document.Sentences)
            {
                var matches = new InterruptibleList<FoundMention>();
                gazetteer.Table.Match(document.Text, document.TokenLayer, sentence.FirstToken, sentence.TokenCount, matches);
                foreach (var match in matches.Items)
                {
                    Assert.True(match.FirstToken >= Math.Max(end, sentence.FirstToken) && match.TokenCount > 0);
                    Assert.True(match.EndToken <= sentence.FirstToken + sentence.TokenCount);
                    end = match.EndToken;
                    found++;
                }
            }

            Assert.True(found > 0 || !alone);
        });

    private static string? Error(string phrase, bool ignoreCase)
    {
        try
        {
            Gazetteer.Create([(phrase, Team)], ignoreCase);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    private static Gazetteer Names() =>
        Gazetteer.Create([("Marlow Rovers", Team), ("O'Dell & Sons", Company), ("Tarn Inc.", Company), ("Vale-Orrin", Team)]);

    private static List<string> Match(Gazetteer gazetteer, string text)
    {
        var document = EntityDocuments.Of(text);
        var found = new List<string>();
        foreach (var sentence in document.Sentences)
        {
            var matches = new InterruptibleList<FoundMention>();
            gazetteer.Table.Match(document.Text, document.TokenLayer, sentence.FirstToken, sentence.TokenCount, matches);
            foreach (var match in matches.Items)
                found.Add(document.TokenLayer.Span(match.FirstToken, match.TokenCount).Of(text).ToString());
        }

        return found;
    }

    private static long Work(Gazetteer gazetteer, string text, out int count)
    {
        var document = EntityDocuments.Of(text);
        var matches = new InterruptibleList<FoundMention>();
        long lookups = 0;
        foreach (var sentence in document.Sentences)
            lookups += gazetteer.Table.Match(document.Text, document.TokenLayer, sentence.FirstToken, sentence.TokenCount, matches);
        count = matches.Count;
        return lookups;
    }
}
