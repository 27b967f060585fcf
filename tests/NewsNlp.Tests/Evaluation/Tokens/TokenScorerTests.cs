using NewsNlp.Documents;
using NewsNlp.Evaluation;
using NewsNlp.Evaluation.Tokens;

namespace NewsNlp.Tests.Evaluation.Tokens;

public sealed class TokenScorerTests
{
    private const string Text = "Ferries ran late. Nobody complained.";

    [Fact]
    public void Tokens_are_compared_by_their_place_and_the_rest_by_their_tokens()
    {
        var gold = Make("Ferries/NOUN/ferry ran/VERB/run late/ADV/late ./PUNCT/.", "Nobody/PRON/nobody complained/VERB/complain ./PUNCT/.");
        var system = Make("Ferries/NOUN/FERRY ran/AUX/run late./ADV/late", "Nobody/PRON/none complained/VERB/complain ./PUNCT/.");
        var scores = TokenScorer.Score(gold, system);
        Assert.Equal(new PrecisionRecall(right: 5, system: 6, gold: 7), scores.Tokens);
        Assert.Equal(new PrecisionRecall(right: 2, system: 2, gold: 2), scores.Sentences);
        Assert.Equal(new PrecisionRecall(right: 4, system: 6, gold: 7), scores.PartOfSpeech);
        Assert.Equal(new PrecisionRecall(right: 4, system: 6, gold: 7), scores.Lemmas);
        Assert.Equal(new Share(4, 5), scores.AlignedPartOfSpeech);
        Assert.Equal(new PrecisionRecall(right: 1, system: 1, gold: 2), scores.Tags["VERB"]);
        Assert.Equal("VERB/AUX", Assert.Single(scores.Confusions.ByLabel.Keys));
    }

    [Fact]
    public void A_layer_that_the_gold_lacks_is_not_scored_and_one_that_the_system_lacks_is_empty()
    {
        var full = Make("Ferries/NOUN/ferry ran/VERB/run late/ADV/late ./PUNCT/.", "Nobody/PRON/nobody complained/VERB/complain ./PUNCT/.");
        var bare = new DocumentBuilder(Text).AddTokens([.. full.Tokens.Select(token => token.Span)]).Build();
        Assert.True(TokenScorer.Score(bare, full).PartOfSpeech.IsEmpty);
        Assert.True(TokenScorer.Score(bare, full).Sentences.IsEmpty);
        Assert.Equal(0, TokenScorer.Score(full, bare).PartOfSpeech.Recall);
        Assert.Equal(1, TokenScorer.Score(full, bare).Tokens.F1);
        Assert.Equal(0, TokenScorer.Score(full, new DocumentBuilder(Text).Build()).Tokens.F1);
    }

    [Fact]
    public void The_texts_must_be_the_same() =>
        Assert.Throws<ArgumentException>(() => TokenScorer.Score(
            new DocumentBuilder("One.").AddTokens([new TextSpan(0, 3)]).Build(), new DocumentBuilder("Two.").AddTokens([new TextSpan(0, 3)]).Build()));

    private static Document Make(params string[] sentences)
    {
        var words = new List<(TextSpan Span, Upos Tag, string Lemma)>();
        var counts = new List<int>();
        int at = 0;
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence.Split(' '))
            {
                var parts = word.Split('/');
                at = Text.IndexOf(parts[0], at, StringComparison.Ordinal);
                words.Add((new TextSpan(at, parts[0].Length), Enum.Parse<Upos>(parts[1]), parts[2]));
                at += parts[0].Length;
            }

            counts.Add(words.Count - counts.Sum());
        }

        return new DocumentBuilder(Text)
            .AddTokens([.. words.Select(word => word.Span)])
            .AddSentences(sink =>
            {
                int first = 0;
                foreach (int count in counts)
                {
                    sink.Add(first, count);
                    first += count;
                }
            })
            .AddPartOfSpeech([.. words.Select(word => word.Tag)])
            .AddLemmas([.. words.Select(word => word.Lemma)])
            .Build();
    }
}
