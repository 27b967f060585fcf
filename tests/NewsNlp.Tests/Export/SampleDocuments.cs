using NewsNlp.Documents;

namespace NewsNlp.Tests.Export;

/// <summary>Documents annotated by hand, for the writers.</summary>
internal static class SampleDocuments
{
    public const string Article = """
        Harbour talks collapse in Port Elswick
        By Ida Fennimore
        PORT ELSWICK (Coastal Wire) — Talks to end the strike at the docks broke down on Tuesday, union leader Marta Quill said.
        “We were offered nothing,” she told reporters outside the Café Névé. “Not one penny 🚢, and the mayor called it ‘a start’.”
        The Elswick Harbour Company did not say when it would return to the table. Its chief executive, Tobias Renn, believes that the dispute will cost £2.5m.
        Both Quill and Renn would say that <b>time & money</b> are short.
        Image source, Coastal Wire
        """;

    /// <summary>Every layer, split and nested quotes, two speakers, negation, characters of every width.</summary>
    public static Document Full { get; } = BuildFull();

    public static Document TextOnly { get; } =
        new DocumentBuilder("A text that nobody has looked at.", new DocumentMetadata("bare")).Build();

    /// <summary>Every layer computed, none with anything in it.</summary>
    public static Document Empty { get; } = new DocumentBuilder("")
        .AddBlocks(_ => { })
        .AddTokens([])
        .AddPartOfSpeech([])
        .AddLemmas([])
        .AddSentences(_ => { })
        .AddEntityMentions(_ => { })
        .AddQuotes(_ => { })
        .AddCoreference(_ => { })
        .Build();

    private static Document BuildFull()
    {
        var sketch = new DocumentSketch(Article.ReplaceLineEndings("\n"), new DocumentMetadata("harbour-1", new DateOnly(2024, 5, 31)))
            .Blocks(BlockKind.Headline, BlockKind.Byline, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Credit)
            .Tokens()
            .Sentences();
        AddEntityMentions(sketch);
        AddQuotes(sketch);
        AddCoreference(sketch);
        return sketch.Builder.Build();
    }

    private static void AddEntityMentions(DocumentSketch sketch) => sketch.Builder.AddEntityMentions(sink =>
    {
        void Add(string words, EntityLabel label, float score = 0.98f, int occurrence = 0)
        {
            var (first, count) = sketch.TokensOf(sketch.Find(words, occurrence));
            sink.Add(first, count, label, score);
        }

        Add("Port Elswick", EntityLabel.Location);
        Add("Ida Fennimore", EntityLabel.Person, 0.995f);
        Add("PORT ELSWICK", EntityLabel.Location, 0.91f);
        Add("Coastal Wire", EntityLabel.Organization);
        Add("Tuesday", EntityLabel.Date, 1);
        Add("Marta Quill", EntityLabel.Person);
        Add("Café Névé", EntityLabel.Facility, 0.5f);
        Add("Elswick Harbour Company", EntityLabel.Organization);
        Add("Tobias Renn", EntityLabel.Person);
        Add("£2.5m", EntityLabel.Money, 0.875f);
        Add("Quill", EntityLabel.Person, 0.75f, 1);
        Add("Renn", EntityLabel.Person, 0.75f, 1);
    });

    private static void AddQuotes(DocumentSketch sketch) => sketch.Builder.AddQuotes(sink =>
    {
        sink.Add(
            QuoteKind.Indirect,
            [sketch.Find("Talks to end the strike at the docks broke down on Tuesday")],
            [sketch.Find("union leader Marta Quill")],
            sketch.Find("said"),
            0.875f);
        sink.Add(
            QuoteKind.Direct,
            [sketch.Find("“We were offered nothing,”"), sketch.Find("“Not one penny 🚢, and the mayor called it ‘a start’.”")],
            [sketch.Find("she")],
            sketch.Find("told"),
            0.96875f);
        sink.Add(QuoteKind.Mixed, [sketch.Find("‘a start’")], [sketch.Find("the mayor")], sketch.Find("called"), 0.5f);
        sink.Add(
            QuoteKind.Indirect,
            [sketch.Find("when it would return to the table")],
            [sketch.Find("The Elswick Harbour Company")],
            sketch.Find("say"),
            0.625f,
            QuoteAct.Speech,
            QuoteModality.Negated);
        sink.Add(
            QuoteKind.Indirect,
            [sketch.Find("that the dispute will cost £2.5m")],
            [sketch.Find("Its chief executive, Tobias Renn")],
            sketch.Find("believes"),
            0.75f,
            QuoteAct.Attitude);
        sink.Add(
            QuoteKind.Indirect,
            [sketch.Find("that <b>time & money</b> are short")],
            [sketch.Find("Quill", 1), sketch.Find("Renn", 1)],
            sketch.Find("say", 1),
            1,
            QuoteAct.Speech,
            QuoteModality.Hypothetical);
    });

    private static void AddCoreference(DocumentSketch sketch) => sketch.Builder.AddCoreference(sink =>
    {
        var document = sketch.Builder.Document;
        EntityMention Named(string words, int occurrence = 0) =>
            document.EntityMentions.Single(mention => mention.Span == sketch.Find(words, occurrence));

        var port = sink.AddEntity("Port Elswick", EntityLabel.Location);
        sink.AddMention(port, Named("Port Elswick"));
        sink.AddMention(port, Named("PORT ELSWICK"));
        var reporter = sink.AddEntity("Ida Fennimore", EntityLabel.Person);
        sink.AddMention(reporter, Named("Ida Fennimore"));
        var agency = sink.AddEntity("Coastal Wire", EntityLabel.Organization);
        sink.AddMention(agency, Named("Coastal Wire"));
        sink.AddMention(agency, sketch.Find("Coastal Wire", 1), MentionKind.Name);
        var quill = sink.AddEntity("Marta Quill", EntityLabel.Person, "union leader");
        sink.AddMention(quill, Named("Marta Quill"));
        sink.AddMention(quill, Named("Quill", 1));
        sink.AddMention(quill, sketch.Find("she"), MentionKind.Pronoun);
        var mayor = sink.AddEntity("the mayor");
        sink.AddMention(mayor, sketch.Find("the mayor"), MentionKind.Nominal);
        var company = sink.AddEntity("Elswick Harbour Company", EntityLabel.Organization);
        sink.AddMention(company, Named("Elswick Harbour Company"));
        sink.AddMention(company, sketch.Find("Its"), MentionKind.Pronoun);
        var renn = sink.AddEntity("Tobias Renn", EntityLabel.Person, "chief executive");
        sink.AddMention(renn, Named("Tobias Renn"));
        sink.AddMention(renn, Named("Renn", 1));
        int[][] speakers = [[quill], [quill], [mayor], [company], [renn], [quill, renn]];
        for (var i = 0; i < speakers.Length; i++)
        {
            foreach (var speaker in speakers[i])
            {
                sink.AddSpeaker(document.Quotes[i], speaker);
            }
        }
    });
}
