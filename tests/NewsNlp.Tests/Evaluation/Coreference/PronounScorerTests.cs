using NewsNlp.Documents;
using NewsNlp.Evaluation.Coreference;

namespace NewsNlp.Tests.Evaluation.Coreference;

public sealed class PronounScorerTests
{
    private const string Text =
        "Mayor Ines Okoro met Paul Brandt. She thanked him, and he thanked her. The ferry was late; it was full. They left.";

    [Fact]
    public void Gold_against_itself_is_right()
    {
        var gold = Entities("Mayor Ines Okoro|She|her", "Paul Brandt|him|he", "The ferry|it");
        Assert.Equal(new PronounScores(new PronounCounts(4, 0, 0), new PronounCounts(1, 0, 0)), PronounScorer.Score(Text, gold, gold));
    }

    [Fact]
    public void The_nearest_mention_before_a_pronoun_decides()
    {
        var gold = Entities("Mayor Ines Okoro|She|her", "Paul Brandt|him|he");
        var system = Entities("Mayor Ines Okoro|Paul Brandt|She|him|he|her");
        Assert.Equal(new PronounCounts(2, 2, 0), PronounScorer.Score(Text, gold, system).HeOrShe);
    }

    [Fact]
    public void A_pronoun_among_pronouns_only_is_unresolved()
    {
        var gold = Entities("Mayor Ines Okoro|She|her", "Paul Brandt|him|he");
        var system = Entities("Paul Brandt", "She|her|him");
        var scores = PronounScorer.Score(Text, gold, system);
        Assert.Equal(new PronounCounts(0, 0, 4), scores.All);
        Assert.Equal(0, scores.All.Accuracy);
    }

    [Fact]
    public void A_mention_behind_the_pronoun_decides_where_none_is_before()
    {
        const string Other = "Before it left, the ferry was full; the mayor waited.";
        var gold = EntitiesIn(Other, "it|the ferry");
        Assert.Equal(1, PronounScorer.Score(Other, gold, EntitiesIn(Other, "it|the ferry|the mayor")).It.Right);
        Assert.Equal(1, PronounScorer.Score(Other, gold, EntitiesIn(Other, "it|the mayor", "the ferry")).It.Wrong);
    }

    [Fact]
    public void A_shorter_mention_counts_where_it_holds_the_head()
    {
        var gold = Entities("Mayor Ines Okoro|She");
        var system = Entities("Okoro|She");
        Assert.Equal(1, PronounScorer.Score(Text, gold, system).HeOrShe.Wrong);
        Assert.Equal(1, PronounScorer.Score(Text, gold, system, _ => [Find(Text, "Okoro", 0)]).HeOrShe.Right);
        Assert.Equal(1, PronounScorer.Score(Text, gold, system, _ => [Find(Text, "Mayor", 0)]).HeOrShe.Wrong);
    }

    [Fact]
    public void Any_word_that_names_the_entity_will_do()
    {
        var gold = Entities("Mayor Ines Okoro|She");
        var system = Entities("Okoro|She");
        Assert.Equal(1, PronounScorer.Score(Text, gold, system, _ => [Find(Text, "Mayor", 0), Find(Text, "Okoro", 0)]).HeOrShe.Right);
        Assert.Equal(1, PronounScorer.Score(Text, gold, system, _ => []).HeOrShe.Wrong);
    }

    [Fact]
    public void Other_pronouns_and_entities_of_pronouns_alone_do_not_count()
    {
        var gold = Entities("She|her", "Mayor Ines Okoro|They");
        Assert.Equal(0, PronounScorer.Score(Text, gold, gold).All.Total);
    }

    private static List<IReadOnlyList<TextSpan>> Entities(params string[] entities) => EntitiesIn(Text, entities);

    // Mentions in the order of the text, each behind the one before it.
    private static List<IReadOnlyList<TextSpan>> EntitiesIn(string text, params string[] entities)
    {
        var read = new List<IReadOnlyList<TextSpan>>();
        foreach (var entity in entities)
        {
            var spans = new List<TextSpan>();
            foreach (var words in entity.Split('|'))
                spans.Add(Find(text, words, spans.Count > 0 && text.IndexOf(words, spans[^1].End, StringComparison.Ordinal) >= 0 ? spans[^1].End : 0));
            read.Add(spans);
        }

        return read;
    }

    private static TextSpan Find(string text, string words, int from)
    {
        for (int i = text.IndexOf(words, from, StringComparison.Ordinal); i >= 0; i = text.IndexOf(words, i + 1, StringComparison.Ordinal))
        {
            bool isWord = (i == 0 || !char.IsLetter(text[i - 1])) && (i + words.Length == text.Length || !char.IsLetter(text[i + words.Length]));
            if (isWord) return new TextSpan(i, words.Length);
        }

        throw new ArgumentException($"'{words}' is not in the text.");
    }
}
