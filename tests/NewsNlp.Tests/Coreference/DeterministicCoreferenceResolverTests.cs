using CsCheck;
using NewsNlp.Coreference;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Coreference;

public sealed class DeterministicCoreferenceResolverTests
{
    private static readonly DeterministicCoreferenceResolver Resolver = new();

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Coreference", "Gold");

    public static TheoryData<string> Articles()
    {
        var data = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetFileName(path));
        }

        return data;
    }

    /// <summary>Below the article a line for each quote, <c>speaker 1: Ann Lee; Bo Ray</c>, and for entities their label, role and mentions.</summary>
    [Theory]
    [MemberData(nameof(Articles))]
    public void Resolves_an_article(string name)
    {
        var parts = File.ReadAllText(Path.Combine(Folder, name)).Split("---\n");
        var document = Resolve(parts[0].Trim());
        var expected = parts[1].Trim().Split('\n');
        var quotes = document.Quotes.OrderBy(q => QuoteNumber(document, parts[0], q)).ToArray();
        Assert.Equal(expected, expected.Select(line => Describe(document, quotes, line)));
    }

    [Fact]
    public void There_are_fifteen_articles() => Assert.True(Articles().Count >= 15);

    [Fact]
    public void A_document_without_names_quotes_and_tags_has_an_answer()
    {
        var builder = new DocumentBuilder("She said the union would vote.");
        var tokens = TestTokens.Of(builder.Document.Text);
        builder.AddTokens([.. tokens.Select(t => t.Span)]).AddSentences(sink => sink.Add(0, tokens.Count)).AddCoreference(sink => Resolver.Resolve(builder.Document, sink));
        Assert.DoesNotContain(builder.Document.Mentions, mention => mention.Kind == MentionKind.Pronoun);
    }

    [Fact]
    public void Any_words_in_any_order_have_an_answer()
    {
        string[] words =
        [
            "Mr", "[P Ann Lee]", "[P Lee]", "[O Alder Bank]", "[L Norland]", "[N Norlandic]", "he", "she", "it", "they", "who", "I", "we", "his", "the", "a", "minister",
            "minister of", "spokesman", "company", "country", ",", ".", "(", ")", "'s", "and", "both", "said", "is", "34", "experts", "{s1 she}", "{c1 “I am”}", "\n", "you", "?",
            "{s2 the minister , [P Bo Ray] ,}", "{c2 nothing}", "{s3 [P Lee] and [L Norland]}", "{c3 all}",
        ];
        Gen.Int[0, words.Length - 1].Array[1, 80].Sample(picks =>
        {
            var once = new HashSet<char>();
            var marked = string.Join(' ', picks.Select(i => words[i]).Where(w => w[0] != '{' || w[1] == 's' ? w[0] != '{' || once.Add(w[2]) : once.Contains(w[2]) && once.Add((char)(w[2] + 10))));
            if (once.Count(c => c < '8') == once.Count(c => c > '8'))
            {
                var document = Resolve(marked);
                Assert.All(document.Mentions, mention => Assert.Contains(mention, mention.Entity.Mentions));
            }
        });
    }

    [Fact]
    public void Ten_thousand_names_take_linear_time()
    {
        // A square of the names would run for minutes; the test's own limit is the runner's.
        var marked = string.Join("\n", Enumerable.Range(0, 10_000).Select(i => $"[P Ann{i} Smith] met Mr [P Smith] and the minister."));
        Assert.True(Resolve(marked).Entities.Count >= 10_000);
    }

    [Fact]
    public void The_same_article_gives_the_same_entities_on_many_threads()
    {
        var marked = File.ReadAllText(Path.Combine(Folder, "spokeswoman-and-her-union.txt")).Split("---\n")[0].Trim();
        var expected = Resolve(marked).Mentions.Select(m => (m.Span, m.Entity.CanonicalName)).ToArray();
        Parallel.For(0, 32, _ => Assert.Equal(expected, Resolve(marked).Mentions.Select(m => (m.Span, m.Entity.CanonicalName))));
    }

    private static Document Resolve(string marked)
    {
        var builder = MarkedArticle.Build(marked);
        return builder.AddCoreference(sink => Resolver.Resolve(builder.Document, sink)).Build();
    }

    private static int QuoteNumber(Document document, string marked, Quote quote)
    {
        // The document orders quotes by their first words; the file numbers them, and both go by the content's place.
        _ = document;
        var text = quote.Contents[0].Of(quote.Document.Text).ToString();
        var numbers = Enumerable.Range(1, 9).Where(n => Strip(marked).Contains($"{{c{n} {text}", StringComparison.Ordinal));
        return numbers.FirstOrDefault();
    }

    private static string Strip(string marked) => System.Text.RegularExpressions.Regex.Replace(marked, @"\[[A-Z] ([^\]]*)\]", "$1");

    private static string Describe(Document document, Quote[] quotes, string line)
    {
        if (line == "speakers none")
        {
            return quotes.Length == 0 ? line : "speakers";
        }

        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (line.StartsWith("speaker ", StringComparison.Ordinal))
        {
            var quote = quotes[int.Parse(line["speaker ".Length..colon], System.Globalization.CultureInfo.InvariantCulture) - 1];
            var names = string.Join("; ", quote.Speakers.Select(s => s.CanonicalName));
            return $"{line[..colon]}: {(names.Length == 0 ? "-" : names)}";
        }

        var name = line["entity ".Length..colon];
        var entities = document.Entities.Where(e => e.CanonicalName == name).ToArray();
        return entities.Length == 1
            ? $"entity {name}: {entities[0].Label}; {entities[0].Role ?? "-"}; {string.Join(" | ", entities[0].Mentions.Select(m => m.Text))}"
            : $"{entities.Length} entities {name}: {string.Join(" | ", document.Entities.Select(e => e.CanonicalName))}";
    }
}
