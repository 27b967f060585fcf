using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents.Sinks;

public class CoreferenceSinkTests
{
    private const string Text = "Mayor Ines Okoro met Jun Ahn . “ We agree , ” she and he said .";

    [Fact]
    public void Entities_are_listed_by_first_mention_and_their_mentions_by_start()
    {
        var document = Build((document, sink) =>
        {
            var ahn = sink.AddEntity("Jun Ahn", EntityLabel.Person);
            var okoro = sink.AddEntity("Ines Okoro", EntityLabel.Person, "Mayor");
            sink.AddMention(okoro, document.SpanOf("she"), MentionKind.Pronoun);
            sink.AddMention(ahn, document.EntityMentions[1]);
            sink.AddMention(ahn, document.SpanOf("he said"), MentionKind.Nominal);
            sink.AddMention(okoro, document.EntityMentions[0]);
        });

        Assert.Equal(["Ines Okoro", "Jun Ahn"], document.Entities.Select(entity => entity.CanonicalName));
        Assert.Equal("Mayor", document.Entities[0].Role);
        Assert.Null(document.Entities[1].Role);
        Assert.Equal(["Ines Okoro", "she"], document.Entities[0].Mentions.Select(mention => mention.Text));
        Assert.Equal([0, 1, 0, 1], document.Mentions.Select(mention => mention.Entity.Index));
        Assert.Equal(document.Entities[1], document.EntityMentions[1].Entity);
        Assert.Equal(document.EntityMentions[0], document.Mentions[0].EntityMention);
        Assert.Equal(MentionKind.Name, document.Mentions[0].Kind);
        Assert.Null(document.Mentions[2].EntityMention);
    }

    [Fact]
    public void An_entity_may_speak_for_another_and_has_each_other_name_once()
    {
        var document = Build((document, sink) =>
        {
            var okoro = sink.AddEntity("Mayor Okoro");
            var ahn = sink.AddEntity("Jun Ahn");
            sink.SetSpeaksFor(okoro, ahn);
            sink.AddMention(ahn, document.EntityMentions[1]);
            sink.AddMention(okoro, document.EntityMentions[0]);
            sink.AddMention(okoro, document.SpanOf("she"), MentionKind.Pronoun);
            Assert.Throws<ArgumentException>(() => sink.SetSpeaksFor(ahn, ahn));
            Assert.Throws<ArgumentOutOfRangeException>(() => sink.SetSpeaksFor(ahn, 2));
        });

        Assert.Equal(document.Entities[1], document.Entities[0].SpeaksFor);
        Assert.Null(document.Entities[1].SpeaksFor);
        Assert.Equal(["Ines Okoro"], document.Entities[0].Aliases);
        Assert.Empty(document.Entities[1].Aliases);
    }

    [Fact]
    public void Mentions_of_one_span_are_ordered_by_entity_then_kind_then_recognizer()
    {
        var document = Build((document, sink) =>
        {
            var ahn = sink.AddEntity("Jun Ahn");
            var okoro = sink.AddEntity("Ines Okoro");
            sink.AddMention(ahn, document.SpanOf("she"), MentionKind.Pronoun);
            sink.AddMention(okoro, document.SpanOf("she"), MentionKind.Pronoun);
            sink.AddMention(okoro, document.SpanOf("she"), MentionKind.Name);
            sink.AddMention(okoro, document.SpanOf("Ines Okoro"), MentionKind.Name);
            sink.AddMention(okoro, document.EntityMentions[0]);
        });

        Assert.Equal(
            [("Ines Okoro", 0, MentionKind.Name, true), ("Ines Okoro", 0, MentionKind.Name, false), ("she", 0, MentionKind.Name, false), ("she", 0, MentionKind.Pronoun, false), ("she", 1, MentionKind.Pronoun, false)],
            document.Mentions.Select(mention => (mention.Text, mention.Entity.Index, mention.Kind, mention.EntityMention is not null)));
        Assert.Equal(["Ines Okoro", "Jun Ahn"], document.Entities.Select(entity => entity.CanonicalName));
        Assert.Equal(document.Entities[0], document.EntityMentions[0].Entity);
        Assert.Null(document.EntityMentions[1].Entity);
    }

    [Fact]
    public void The_entity_that_was_added_first_may_be_spoken_for()
    {
        var document = Build((document, sink) =>
        {
            var ahn = sink.AddEntity("Jun Ahn");
            var okoro = sink.AddEntity("Mayor Okoro");
            sink.SetSpeaksFor(okoro, ahn);
            sink.AddMention(ahn, document.EntityMentions[1]);
            sink.AddMention(okoro, document.EntityMentions[0]);
        });

        Assert.Equal(document.Entities[1], document.Entities[0].SpeaksFor);
    }

    [Fact]
    public void Each_quote_has_its_own_speakers()
    {
        var document = Build((document, sink) =>
        {
            var ahn = sink.AddEntity("Jun Ahn");
            var okoro = sink.AddEntity("Ines Okoro");
            sink.AddMention(ahn, document.EntityMentions[1]);
            sink.AddMention(okoro, document.EntityMentions[0]);
            sink.AddSpeaker(document.Quotes[1], ahn);
            sink.AddSpeaker(document.Quotes[0], okoro);
            sink.AddSpeaker(document.Quotes[1], okoro);
        });

        Assert.Equal(["Ines Okoro"], document.Quotes[0].Speakers.Select(speaker => speaker.CanonicalName));
        Assert.Equal(["Jun Ahn", "Ines Okoro"], document.Quotes[1].Speakers.Select(speaker => speaker.CanonicalName));
    }

    [Fact]
    public void A_refusal_says_what_is_wrong()
    {
        Assert.StartsWith("Entity 0 cannot speak for itself.", Message((_, sink) => sink.SetSpeaksFor(sink.AddEntity("Okoro"), 0)), StringComparison.Ordinal);
        Assert.StartsWith("0 entities were added.", Message((_, sink) => sink.SetSpeaksFor(0, 0)), StringComparison.Ordinal);
        Assert.StartsWith("The mention [60, 99) reaches beyond the text", Message((_, sink) => sink.AddMention(sink.AddEntity("Okoro"), new TextSpan(60, 39), MentionKind.Name)), StringComparison.Ordinal);
        var other = TestDocuments.WithTokens("Rain fell and snow came").AddEntityMentions(sink =>
        {
            for (int i = 0; i < 5; i++) sink.Add(i, 1, EntityLabel.Person);
        }).AddQuotes(sink =>
        {
            for (int i = 0; i < 5; i++) sink.Add(QuoteKind.Direct, [new TextSpan(0, 4)], [], null);
        }).Build();
        Assert.StartsWith("The document has no such entity mention.", Message((_, sink) => sink.AddMention(sink.AddEntity("Okoro"), other.EntityMentions[2])), StringComparison.Ordinal);
        Assert.StartsWith("The document has no such quote.", Message((_, sink) => sink.AddSpeaker(other.Quotes[2], sink.AddEntity("Okoro"))), StringComparison.Ordinal);

        static string Message(Action<Document, CoreferenceSink> write) => Assert.ThrowsAny<ArgumentException>(() => Build(write)).Message;
    }

    [Fact]
    public void A_longer_mention_comes_before_the_one_that_it_begins_with()
    {
        var document = Build((document, sink) =>
        {
            var one = sink.AddEntity("Okoro");
            sink.AddMention(one, document.SpanOf("Ines"), MentionKind.Name);
            sink.AddMention(one, document.SpanOf("Ines Okoro"), MentionKind.Name);
        });

        Assert.Equal(["Ines Okoro", "Ines"], document.Mentions.Select(mention => mention.Text));
    }

    [Fact]
    public void A_quote_may_have_several_speakers_in_the_order_given()
    {
        var document = Build((document, sink) =>
        {
            var ahn = sink.AddEntity("Jun Ahn");
            var okoro = sink.AddEntity("Ines Okoro");
            sink.AddMention(ahn, document.EntityMentions[1]);
            sink.AddMention(okoro, document.EntityMentions[0]);
            sink.AddSpeaker(document.Quotes[0], ahn);
            sink.AddSpeaker(document.Quotes[0], okoro);
            sink.AddSpeaker(document.Quotes[0], ahn);
        });

        Assert.Equal(["Jun Ahn", "Ines Okoro"], document.Quotes[0].Speakers.Select(speaker => speaker.CanonicalName));
        Assert.Equal("Jun Ahn", document.Quotes[0].Speaker?.CanonicalName);
        Assert.Null(document.Quotes[1].Speaker);
        Assert.Empty(document.Quotes[1].Speakers);
    }

    [Fact]
    public void An_entity_without_a_mention_is_refused()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Build((_, sink) => sink.AddEntity("Nobody")));

        Assert.Equal("The entity 'Nobody' has no mention.", refusal.Message);
    }

    [Fact]
    public void An_entity_needs_a_name() =>
        Assert.Throws<ArgumentException>(() => Build((_, sink) => sink.AddEntity("  ")));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_handle_that_was_not_handed_out_is_refused(int handle)
    {
        AssertRefused((document, sink) => sink.AddMention(handle, document.SpanOf("she"), MentionKind.Pronoun));
        AssertRefused((document, sink) => sink.AddMention(handle, document.EntityMentions[0]));
        AssertRefused((document, sink) => sink.AddSpeaker(document.Quotes[0], handle));

        static void AssertRefused(Action<Document, CoreferenceSink> write)
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Build((document, sink) =>
            {
                sink.AddMention(sink.AddEntity("Okoro"), document.EntityMentions[1]);
                write(document, sink);
            }));
            Assert.StartsWith("1 entities were added.", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_entity_mention_belongs_to_one_entity()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Build((document, sink) =>
        {
            sink.AddMention(sink.AddEntity("Okoro"), document.EntityMentions[0]);
            sink.AddMention(sink.AddEntity("Ahn"), document.EntityMentions[0]);
        }));

        Assert.StartsWith("The entity mention [6, 16) belongs to an entity already.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mention_begins_and_ends_with_a_token() =>
        Assert.StartsWith(
            "The mention [0, 3) does not begin and end with a token.",
            Assert.Throws<ArgumentException>(() => Build((_, sink) =>
                sink.AddMention(sink.AddEntity("Okoro"), new TextSpan(0, 3), MentionKind.Name))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void What_another_document_holds_is_refused()
    {
        var other = Build((_, _) => { });
        var builder = TestDocuments.WithTokens("Rain fell").AddEntityMentions(_ => { }).AddQuotes(_ => { });

        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCoreference(sink =>
            sink.AddMention(sink.AddEntity("Okoro"), other.EntityMentions[0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCoreference(sink =>
            sink.AddSpeaker(other.Quotes[0], sink.AddEntity("Okoro"))));
    }

    [Fact]
    public void Speakers_need_quotes()
    {
        var other = Build((_, _) => { });

        Assert.Throws<InvalidOperationException>(() => TestDocuments.WithTokens("Rain fell").AddCoreference(sink =>
            sink.AddSpeaker(other.Quotes[0], sink.AddEntity("Okoro"))));
    }

    private static Document Build(Action<Document, CoreferenceSink> write)
    {
        var builder = TestDocuments.WithTokens(Text);
        return builder
            .AddEntityMentions(sink =>
            {
                sink.Add(1, 2, EntityLabel.Person);
                sink.Add(4, 2, EntityLabel.Person);
            })
            .AddQuotes(sink =>
            {
                sink.Add(QuoteKind.Direct, [builder.Document.SpanOf("“ We agree , ”")], [builder.Document.SpanOf("she and he")], null);
                sink.Add(QuoteKind.Indirect, [builder.Document.SpanOf("We agree")], [], null);
            })
            .AddCoreference(sink => write(builder.Document, sink))
            .Build();
    }
}
