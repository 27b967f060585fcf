using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents;

/// <summary>Who says what of whom, and what lies where.</summary>
public class DocumentQueriesTests
{
    private const string Text = "Anna Kovacs praised Ben Okafor . \" He is brave , \" she said . Okafor declined . \" I owe Anna Kovacs nothing , \" he said .";

    private static readonly Document Document = Build();

    private static Entity Kovacs => Document.Entities[0];

    private static Entity Okafor => Document.Entities[1];

    [Fact]
    public void Quotes_are_found_by_who_speaks()
    {
        Assert.Equal(["\" He is brave , \""], Document.QuotesBy(Kovacs).Select(quote => quote.Text));
        Assert.Equal(["\" I owe Anna Kovacs nothing , \""], Document.QuotesBy(Okafor).Select(quote => quote.Text));
    }

    [Fact]
    public void Quotes_are_found_by_whom_their_content_speaks_of()
    {
        Assert.Equal([0], Document.QuotesAbout(Okafor).Where(quote => !quote.Speakers.Contains(Okafor)).Select(quote => quote.Index));
        Assert.Equal([1], Document.QuotesAbout(Kovacs).Select(quote => quote.Index));
    }

    [Fact]
    public void Mentions_of_an_entity_come_in_the_order_of_the_text() =>
        Assert.Equal(["Anna Kovacs", "she", "Anna Kovacs"], Document.MentionsOf(Kovacs).Select(mention => mention.Text));

    [Fact]
    public void A_sentence_with_an_entity_comes_once_however_often_it_is_named() =>
        Assert.Equal([0, 1, 3], Document.SentencesWith(Kovacs).Select(sentence => sentence.Index));

    [Fact]
    public void The_tokens_of_a_span_are_those_that_share_a_character_with_it()
    {
        var span = Document.SpanOf("Kovacs praised");

        Assert.Equal(["Kovacs", "praised"], Document.TokensIn(span).Select(token => token.Text));
        Assert.Equal(["Kovacs"], Document.TokensIn(new TextSpan(span.Start + 2, 1)).Select(token => token.Text));
        Assert.Empty(Document.TokensIn(new TextSpan(span.Start + 6, 1)));
        Assert.Empty(Document.TokensIn(new TextSpan(span.Start, 0)));
        Assert.Equal(Document.Tokens.Count, Document.TokensIn(new TextSpan(0, 10_000)).Count);
    }

    [Fact]
    public void Sentences_and_mentions_of_a_span_are_those_that_overlap_it()
    {
        var span = Document.SpanOf("Okafor . \" He");

        Assert.Equal([0, 1], Document.SentencesIn(span).Select(sentence => sentence.Index));
        Assert.Equal(["Ben Okafor"], Document.EntityMentionsIn(span).Select(mention => mention.Text));
        Assert.Equal(2, Document.SentenceAt(Document.SpanOf("declined").Start)?.Index);
        Assert.Null(Document.SentenceAt(-1));
        Assert.Null(Document.SentenceAt(Text.Length));
    }

    [Fact]
    public void Tokens_of_every_span_agree_with_a_plain_search()
    {
        for (int start = 0; start <= Text.Length; start++)
        {
            for (int length = 0; start + length <= Text.Length; length += 3)
            {
                var span = new TextSpan(start, length);
                Assert.Equal(Document.Tokens.Where(token => token.Span.Overlaps(span)), Document.TokensIn(span));
                Assert.Equal(Document.Sentences.Where(sentence => sentence.Span.Overlaps(span)), Document.SentencesIn(span));
                Assert.Equal(Document.EntityMentions.Where(mention => mention.Span.Overlaps(span)), Document.EntityMentionsIn(span));
            }
        }
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        int Ask()
        {
            int found = Document.SentenceAt(40)?.Index ?? 0;
            foreach (var quote in Document.QuotesBy(Kovacs)) found += quote.Index;
            foreach (var quote in Document.QuotesAbout(Okafor)) found += quote.Index;
            foreach (var mention in Document.MentionsOf(Okafor)) found += mention.Index;
            foreach (var sentence in Document.SentencesWith(Okafor)) found += sentence.Index;
            foreach (var token in Document.TokensIn(new TextSpan(5, 40))) found += token.Index;
            foreach (var mention in Document.EntityMentionsIn(new TextSpan(0, 90))) found += mention.Index;
            return found + Document.QuotesBy(Okafor).Count() + (Document.QuotesAbout(Kovacs).Any() ? 1 : 0);
        }

        Ask();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_entity_of_another_document_is_refused()
    {
        var other = Build().Entities[0];

        Assert.Throws<ArgumentException>(() => Document.QuotesBy(other));
        Assert.Throws<ArgumentException>(() => Document.SentencesWith(default));
        Assert.Throws<InvalidOperationException>(() => new DocumentBuilder("Text.").Document.TokensIn(default));
    }

    private static Document Build()
    {
        var builder = TestDocuments.WithTokens(Text);
        var tokens = builder.Document.Tokens;
        int[] ends = [.. tokens.Where(token => token.Text == ".").Select(token => token.Index + 1)];
        builder.AddSentences(sink =>
        {
            int first = 0;
            foreach (int end in ends)
            {
                sink.Add(first, end - first);
                first = end;
            }
        });
        builder.AddEntityMentions(sink =>
        {
            sink.Add(0, 2, EntityLabel.Person);
            sink.Add(3, 2, EntityLabel.Person);
            sink.Add(15, 1, EntityLabel.Person);
            sink.Add(21, 2, EntityLabel.Person);
        });
        builder.AddQuotes(sink =>
        {
            sink.Add(QuoteKind.Direct, [builder.Document.SpanOf("\" He is brave , \"")], [builder.Document.SpanOf("she")], builder.Document.SpanOf("said"));
            sink.Add(QuoteKind.Direct, [builder.Document.SpanOf("\" I owe Anna Kovacs nothing , \"")], [new TextSpan(Text.LastIndexOf("he said", StringComparison.Ordinal), 2)], null);
        });
        return builder.AddCoreference(sink =>
        {
            var mentions = builder.Document.EntityMentions;
            int kovacs = sink.AddEntity("Anna Kovacs", EntityLabel.Person), okafor = sink.AddEntity("Ben Okafor", EntityLabel.Person);
            sink.AddMention(kovacs, mentions[0]);
            sink.AddMention(okafor, mentions[1]);
            sink.AddMention(okafor, tokens[7].Span, MentionKind.Pronoun);
            sink.AddMention(kovacs, tokens[12].Span, MentionKind.Pronoun);
            sink.AddMention(okafor, mentions[2]);
            sink.AddMention(okafor, tokens[19].Span, MentionKind.Pronoun);
            sink.AddMention(kovacs, mentions[3]);
            sink.AddMention(okafor, tokens[26].Span, MentionKind.Pronoun);
            sink.AddSpeaker(builder.Document.Quotes[0], kovacs);
            sink.AddSpeaker(builder.Document.Quotes[1], okafor);
        }).Build();
    }
}
