using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Gazetteers;

namespace NewsNlp.Tests.Entities;

/// <summary>What becomes of matches and mentions that meet, policy by policy.</summary>
public class GazetteerPolicyTests
{
    private const string Text = "The Bank of Orrin and Marlow Rovers met Ines Vale in Tarn.";

    private static readonly EntityLabel Team = new("Team");
    private static readonly IEntityRecognizer Model = new FixedRecognizer(
        ("Bank of Orrin", EntityLabel.Organization), ("Marlow", EntityLabel.Location), ("Ines Vale", EntityLabel.Person), ("Tarn", EntityLabel.Location));

    [Fact]
    public void Without_a_match_the_mentions_stay_as_they_are() => Assert.Equal(
        ["Organization: Bank of Orrin", "Location: Marlow", "Person: Ines Vale", "Location: Tarn"],
        Recognize((Gazetteer.Create([("Elsewhere", Team)]), GazetteerPolicy.Override)));

    [Fact]
    public void Override_drops_every_mention_that_overlaps() => Assert.Equal(
        ["Team: Orrin", "Team: Marlow Rovers", "Team: Ines Vale", "Location: Tarn"],
        Recognize((Names(), GazetteerPolicy.Override)));

    [Fact]
    public void Prefer_replaces_what_lies_inside_and_yields_to_what_reaches_beyond() => Assert.Equal(
        ["Organization: Bank of Orrin", "Team: Marlow Rovers", "Team: Ines Vale", "Location: Tarn"],
        Recognize((Names(), GazetteerPolicy.Prefer)));

    [Fact]
    public void Fill_takes_only_what_is_free() => Assert.Equal(
        ["Organization: Bank of Orrin", "Location: Marlow", "Team: met", "Person: Ines Vale", "Location: Tarn"],
        Recognize((Gazetteer.Create([("Orrin", Team), ("Marlow Rovers", Team), ("Ines Vale", Team), ("met", Team)]), GazetteerPolicy.Fill)));

    [Fact]
    public void A_prefer_match_that_crosses_a_mention_is_dropped() => Assert.Equal(
        ["Organization: Bank of Orrin", "Location: Marlow", "Person: Ines Vale", "Location: Tarn"],
        Recognize((Gazetteer.Create([("Orrin and", Team)]), GazetteerPolicy.Prefer)));

    [Fact]
    public void Fill_takes_what_an_overriding_match_has_freed()
    {
        var recognized = Recognize(
            (Gazetteer.Create([("Bank", new EntityLabel("Fill"))]), GazetteerPolicy.Fill),
            (Gazetteer.Create([("Orrin", Team)]), GazetteerPolicy.Override));

        Assert.Equal(["Fill: Bank", "Team: Orrin", "Location: Marlow", "Person: Ines Vale", "Location: Tarn"], recognized);
    }

    [Fact]
    public void Of_equal_matches_the_first_added_stands_and_of_two_at_one_start_the_longer()
    {
        var (first, second) = (new EntityLabel("First"), new EntityLabel("Second"));

        Assert.Equal(
            ["First: Bank", "Second: Marlow Rovers", "Person: Ines Vale", "First: Tarn"],
            Recognize(
                (Gazetteer.Create([("Tarn", first), ("Marlow", first), ("Bank", first)]), GazetteerPolicy.Override),
                (Gazetteer.Create([("Tarn", second), ("Marlow Rovers", second), ("Bank", second)]), GazetteerPolicy.Override)));
    }

    [Fact]
    public void The_stricter_policy_goes_first_whatever_the_order_of_adding()
    {
        var (fill, over) = (new EntityLabel("Fill"), new EntityLabel("Over"));

        Assert.Equal(
            ["Organization: Bank of Orrin", "Location: Marlow", "Over: met Ines Vale", "Location: Tarn"],
            Recognize(
                (Gazetteer.Create([("Rovers met", fill)]), GazetteerPolicy.Fill),
                (Gazetteer.Create([("met Ines Vale", over)]), GazetteerPolicy.Override)));
    }

    [Fact]
    public void A_match_has_the_score_one_and_a_mention_keeps_its_own()
    {
        var document = EntityDocuments.Of(Text);
        var recognizer = new GazetteerEntityRecognizer(Model, [(Gazetteer.Create([("Tarn", Team)]), GazetteerPolicy.Prefer)]);
        var builder = new DocumentBuilder(Text)
            .AddTokens([.. document.Tokens.Select(token => token.Span)])
            .AddEntityMentions(sink => recognizer.Recognize(document, sink));

        Assert.Equal([0.75f, 0.75f, 0.75f, 1f], builder.Build().EntityMentions.Select(mention => mention.Score));
    }

    [Fact]
    public void A_recognizer_that_throws_does_not_spoil_the_next_call()
    {
        var recognizer = new GazetteerEntityRecognizer(new ThrowsOnce(), [(Gazetteer.Create([("Tarn", Team)]), GazetteerPolicy.Prefer)]);
        var document = EntityDocuments.Of(Text);

        Assert.Throws<InvalidOperationException>(() => EntityDocuments.Recognize(recognizer, document));
        Assert.Equal(["Team: Tarn"], EntityDocuments.Recognize(recognizer, document));
    }

    private static Gazetteer Names() => Gazetteer.Create([("Orrin", Team), ("Marlow Rovers", Team), ("Ines Vale", Team)]);

    private static string[] Recognize(params (Gazetteer, GazetteerPolicy)[] gazetteers) =>
        EntityDocuments.Recognize(new GazetteerEntityRecognizer(Model, gazetteers), EntityDocuments.Of(Text));

    private sealed class ThrowsOnce : IEntityRecognizer
    {
        private bool _thrown;

        public void Recognize(Document document, NewsNlp.Documents.Sinks.EntityMentionSink sink)
        {
            if (_thrown) return;
            _thrown = true;
            sink.Add(0, 1, EntityLabel.Person);
            throw new InvalidOperationException("Once.");
        }
    }
}
