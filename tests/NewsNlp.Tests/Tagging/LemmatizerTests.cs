using CsCheck;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Tagging;

public class LemmatizerTests
{
    [Theory]
    [InlineData("The women were running to their houses.", "the woman be run to their house .")]
    [InlineData("He hasn't said it’s the worst.", "he have not say it be the bad .")]
    [InlineData("Ministers of Ostrand left the tables.", "minister of Ostrand leave the table .")]
    [InlineData("I think we’ll go.", "I think we will go .")]
    public void Lemmas_are_dictionary_forms(string text, string expected) => Assert.Equal(expected, Tagged.Lemmas(text));

    [Theory]
    [InlineData("saw", Upos.VERB, "see")]
    [InlineData("saw", Upos.NOUN, "saw")]
    [InlineData("leaves", Upos.VERB, "leave")]
    [InlineData("leaves", Upos.NOUN, "leaf")]
    [InlineData("better", Upos.ADJ, "good")]
    [InlineData("'s", Upos.PART, "'s")]
    [InlineData("’s", Upos.AUX, "be")]
    public void The_tag_decides(string form, Upos tag, string lemma) => Assert.Equal(lemma, Tagged.Lemmatizer.Lemma(form, tag, Upos.X));

    [Theory]
    [InlineData("blorpings", Upos.NOUN, "blorping")]
    [InlineData("blorping", Upos.VERB, "blorp")]
    [InlineData("blorpies", Upos.NOUN, "blorpy")]
    [InlineData("blorpified", Upos.VERB, "blorpify")]
    [InlineData("blorper", Upos.NOUN, "blorper")]
    [InlineData("Blorpish", Upos.ADJ, "blorpish")]
    [InlineData("Blorpish", Upos.PROPN, "Blorpish")]
    public void Words_nobody_has_seen_follow_the_rules(string form, Upos tag, string lemma) =>
        Assert.Equal(lemma, Tagged.Lemmatizer.Lemma(form, tag, Upos.X));

    [Fact]
    public void Any_form_has_a_lemma() => Gen.Select(Gen.String, Gen.Enum<Upos>(), Gen.Enum<Upos>()).Sample((form, tag, next) =>
        Assert.NotNull(Tagged.Lemmatizer.Lemma(form + "a", tag, next)));

    [Fact]
    public void A_form_without_end_is_its_own_lemma()
    {
        string form = new('A', 100_000);
        Assert.Equal(form.ToLowerInvariant(), Tagged.Lemmatizer.Lemma(form, Upos.NOUN, Upos.X));
        Assert.Equal(form, Tagged.Lemmatizer.Lemma(form, Upos.PROPN, Upos.X));
    }

    [Fact]
    public void Frequent_words_share_their_lemma()
    {
        var document = Tagged.Tokens("The ships passed the ships.");
        var tagged = new DocumentBuilder(document.Text)
            .AddTokens([.. document.Tokens.Select(token => token.Span)]).AddPartOfSpeech(Tagged.Tags(document)).Build();
        var lemmas = new string[document.Tokens.Count];
        Tagged.Lemmatizer.Lemmatize(tagged, lemmas);
        Assert.Equal("the ship pass the ship .", string.Join(' ', lemmas));
        var again = new string[lemmas.Length];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) Tagged.Lemmatizer.Lemmatize(tagged, again);
        // Another test may hold the first cache, so that this one makes one more.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
        Assert.Equal(lemmas, again);
    }

    [Fact]
    public void Kept_lemmas_are_those_that_are_found()
    {
        Upos[] tags = [Upos.VERB, Upos.NOUN, Upos.ADJ, Upos.AUX, Upos.PART, Upos.PRON, Upos.PROPN, Upos.X];
        string text = string.Join(' ', Enumerable.Repeat("saw leaves better 's her his that left used be more her 's", 20));
        var tokens = Tagged.Tokens(text);
        for (int shift = 0; shift < 40; shift++)
        {
            var given = Enumerable.Range(0, tokens.Tokens.Count).Select(i => tags[(i * (shift + 3) + shift) % tags.Length]).ToArray();
            var document = new DocumentBuilder(text)
                .AddTokens([.. tokens.Tokens.Select(token => token.Span)]).AddPartOfSpeech(given).Build();
            var lemmas = new string[given.Length];
            Tagged.Lemmatizer.Lemmatize(document, lemmas);
            Assert.Equal(document.Tokens.Select((token, i) => Tagged.Lemmatizer.Lemma(token.Text, given[i], i + 1 < given.Length ? given[i + 1] : Upos.X)), lemmas);
        }
    }
}
