using System.Globalization;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Documents.Values;
using NewsNlp.Entities;
using NewsNlp.Export;
using NewsNlp.Sentences;
using NewsNlp.Tests.Support;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>Where values come from, what they hold, and how they travel.</summary>
public class MentionValueTests
{
    private static readonly NlpPipeline Nlp = NlpPipeline.CreateDefault();

    private static readonly EnglishTokenizer Tokenizer = new();

    private static readonly DateOnly Friday = new(2023, 10, 20);

    [Fact]
    public void A_date_says_how_exact_it_is_and_which_days_it_has()
    {
        var value = Assert.IsType<DateValue>(Read("Inflation eased in late September, the bank said.", "September"));

        Assert.Equal(new DateValue("2023-09", DateGranularity.Month, new DateOnly(2023, 9, 1), new DateOnly(2023, 9, 30), DatePart.End), value);
    }

    [Theory]
    [InlineData("The court sat on 18 October.", "18 October", "XXXX-10-18")]
    [InlineData("The court sat on Wednesday.", "Wednesday", "XXXX-WXX-3")]
    [InlineData("The court sat in September.", "September", "XXXX-09")]
    [InlineData("The court sat in May 2021.", "May 2021", "2021-05")]
    public void Without_the_day_of_publication_a_date_leaves_open_what_it_must(string text, string words, string iso)
    {
        var value = Assert.IsType<DateValue>(Read(text, words, published: null));

        Assert.Equal(iso, value.Iso);
        Assert.Equal(!iso.Contains('X', StringComparison.Ordinal), value.First.HasValue);
    }

    [Theory]
    [InlineData("They met last week.", "last week")]
    [InlineData("They met two years ago.", "two years ago")]
    [InlineData("Mr Vos left yesterday.", "yesterday")]
    public void Without_the_day_of_publication_what_counts_from_it_has_no_value(string text, string words) =>
        Assert.Null(Read(text, words, published: null));

    [Theory]
    [InlineData("They met on the following day.", "following day")]
    [InlineData("Profit was higher than a year earlier.", "a year earlier")]
    [InlineData("Prices have risen in recent years.", "recent years")]
    public void What_counts_from_another_day_of_the_text_has_no_date(string text, string words) =>
        Assert.IsNotType<DateValue>(Read(text, words, given: EntityLabel.Date));

    [Theory]
    [InlineData("It will cost between $5 million and $6 million.", "$5 million", 5e6, 6e6)]
    [InlineData("It will cost between $5 million and $6 million.", "$6 million", 5e6, 6e6)]
    [InlineData("Fines range from £500 to £2,000.", "£500", 500.0, 2000.0)]
    [InlineData("Crude rose $1.20 to $84 a barrel.", "$1.20", 1.2, null)]
    [InlineData("The fare rose from £2 to £3.", "£2", 2.0, null)]
    public void One_end_of_a_range_is_worth_the_range(string text, string words, double from, double? to)
    {
        var value = Assert.IsType<MoneyValue>(Read(text, words));
        Assert.Equal(((decimal)from, (decimal?)to), (value.Amount, value.UpTo));
    }

    [Theory]
    [InlineData("The yield sank to minus 0.4 percent.", "0.4 percent", -0.4)]
    [InlineData("The yield sank to -0.4%.", "0.4%", -0.4)]
    [InlineData("A yield of 0.3-0.4%.", "0.3-0.4%", 0.3)]
    public void A_sign_counts(string text, string words, double percent) =>
        Assert.Equal((decimal)percent, Assert.IsType<PercentValue>(Read(text, words)).Percent);

    [Theory]
    [InlineData("Shops will close on Boxing Day.", "Boxing Day", "2023-12-26")]
    [InlineData("The pit was flooded on Good Friday.", "Friday", "2023-04-07")]
    [InlineData("Sales had soared on Black Friday.", "Friday", "2022-11-25")]
    [InlineData("The 2021/22 season was his last.", "2021/22", "2021/2022")]
    public void A_day_with_a_name_is_a_date_whatever_its_label(string text, string words, string iso)
    {
        foreach (var label in new[] { EntityLabel.Date, EntityLabel.RelativeDate, EntityLabel.Misc })
        {
            var value = Read(text, words, label);
            if (label != EntityLabel.Misc || words.Contains("Day", StringComparison.Ordinal)) Assert.Equal(iso, Assert.IsType<DateValue>(value).Iso);
        }
    }

    [Fact]
    public void A_name_has_no_value() => Assert.Null(Read("Anna Kovacs spoke in Vienna on Friday.", "Vienna"));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void The_ends_of_the_calendar_break_nothing(string published)
    {
        var day = DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var words in new[] { "last week", "next century", "in 9999", "on 31 December", "9000 years ago", "999999999 days ago", "the 99th century", "next Sunday" })
            _ = Read($"They met {words}.", words, day, EntityLabel.Date);
    }

    [Fact]
    public void Any_run_of_date_words_and_numbers_can_be_read()
    {
        string[] words = ["last", "the", "3", "31", "2023", "Monday", "May", "of", "week", "years", "ago", "-", "/", "to", "mid", "third", "quarter", "half", "s", "'", "90", "next", "spring", ".", ",", "century", "Easter", "a", "99999999999999999999", "%", "$", "million", "pm", "12:99"];
        var random = new Random(17);
        for (int i = 0; i < 3000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)]));
            var label = new[] { EntityLabel.Date, EntityLabel.Money, EntityLabel.Time, EntityLabel.Percent, EntityLabel.Quantity, EntityLabel.Ordinal, EntityLabel.Cardinal }[random.Next(7)];
            var value = Read(text, text, Friday, label);
            if (value is DateValue { First: { } first, Last: { } last }) Assert.True(first <= last, text);
        }
    }

    [Fact]
    public void Values_survive_JSON()
    {
        const string Text = "The firm paid $1.5bn on 4 May 2021, 10-15% more than last year. At 5:30pm GMT the third of 20 km was done. It cost £10 to £15, and 3,000 came in mid-2019.";
        var document = Nlp.Process(Text, new DocumentMetadata("v", Friday));
        var read = DocumentJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(DocumentJsonWriter.ToJson(document)));

        Assert.True(document.EntityMentions.Select(mention => mention.Value?.GetType()).OfType<Type>().Distinct().Count() >= 6);
        Assert.Equal(document.EntityMentions.Select(mention => mention.Value), read.EntityMentions.Select(mention => mention.Value));
    }

    [Fact]
    public void A_value_of_a_type_that_this_version_does_not_know_is_left_out()
    {
        var json = DocumentJsonWriter.ToJson(Nlp.Process("It cost $5.", new DocumentMetadata("v", Friday))).Replace("\"money\"", "\"weight\"", StringComparison.Ordinal);

        Assert.Contains("weight", json, StringComparison.Ordinal);
        Assert.Null(DocumentJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(json)).EntityMentions[0].Value);
    }

    [Theory]
    [InlineData("\"amount\":5", "\"amount\":\"five\"")]
    [InlineData("\"amount\":5", "\"total\":5")]
    [InlineData("\"type\":\"money\",", "")]
    public void A_broken_value_is_refused_by_name(string part, string broken)
    {
        var json = DocumentJsonWriter.ToJson(Nlp.Process("It cost $5.", default)).Replace(part, broken, StringComparison.Ordinal);
        var exception = Assert.Throws<DocumentFormatException>(() => DocumentJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(json)));

        Assert.Contains("entityMentions[0].value", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recognizer_may_bring_its_own_values()
    {
        var given = new MoneyValue(7, "XTS");
        var document = TestDocuments.WithTokens("They paid seven florins")
            .AddEntityMentions(sink =>
            {
                sink.Add(0, 1, EntityLabel.Person);
                sink.Add(2, 2, EntityLabel.Money, 1, given);
            }).Build();

        Assert.Null(document.EntityMentions[0].Value);
        Assert.Equal(given, document.EntityMentions[1].Value);
    }

    private static MentionValue? Read(string text, string words, DateOnly? published, EntityLabel? given = null)
    {
        // Without a model where the mention is given: reading values needs none.
        var nlp = given is { } label
            ? new NlpPipelineBuilder().UseTokenizer(Tokenizer).UseSentenceSplitter(new OneSentence()).UseEntityRecognizer(new Fixed(words, label)).Build()
            : Nlp;
        var document = nlp.Process(text, new DocumentMetadata(Published: published));
        var span = document.SpanOf(words);
        return document.EntityMentions.FirstOrDefault(mention => mention.Span.Overlaps(span)) is { Document: not null } mention ? mention.Value : null;
    }

    private static MentionValue? Read(string text, string words, EntityLabel? given = null) => Read(text, words, Friday, given);

    private sealed class Fixed(string words, EntityLabel label) : IEntityRecognizer
    {
        public void Recognize(Document document, EntityMentionSink sink)
        {
            var tokens = document.TokensIn(document.SpanOf(words));
            if (tokens.Count > 0) sink.Add(tokens[0].Index, tokens.Count, label);
        }
    }

    private sealed class OneSentence : ISentenceSplitter
    {
        public void Split(Document document, SentenceSink sink)
        {
            if (document.Tokens.Count > 0) sink.Add(0, document.Tokens.Count);
        }
    }
}
