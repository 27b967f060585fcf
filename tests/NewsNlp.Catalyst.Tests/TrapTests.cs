using NewsNlp.Catalyst.Tests.Support;
using NewsNlp.Documents;
using CatalystDocument = Catalyst.Document;
using Language = Mosaik.Core.Language;

namespace NewsNlp.Catalyst.Tests;

/// <summary>Where Catalyst's documents mislead: each test first shows that they do, then that the converted document does not.</summary>
public class TrapTests
{
    [Fact]
    public void Ends_include_the_last_character()
    {
        const string text = "Ines Okoro said the harbour will close.";
        var catalyst = Annotated.Document(text);
        var first = catalyst.Tokens()[0];
        Assert.Equal((0, 3, "Ines"), (first.Begin, first.End, first.OriginalValue));

        var document = catalyst.ToDocument();

        Assert.Equal(new TextSpan(0, 4), document.Tokens[0].Span);
        Assert.All(document.Tokens, token => Assert.Equal(text[token.Span.Start..token.Span.End], token.Text));
        Assert.Equal(catalyst.Tokens().Select(token => token.OriginalValue), document.Words());
        Assert.Contains("Person: Ines Okoro", document.Names());
    }

    [Fact]
    public void Control_characters_shift_the_offsets()
    {
        const string text = "Berths:\t412\n\nThe council of\tPort Elwin\u0001 voted, Mayor Ines Okoro said.\r\n";
        var catalyst = Annotated.Document(text);
        Assert.True(catalyst.Value.Length < text.Length);
        Assert.NotEqual("said", text.Substring(catalyst.Tokens().Single(token => token.OriginalValue == "said").Begin, 4));

        var document = catalyst.ToDocument(new CatalystDocumentOptions { Text = text });

        Assert.Same(text, document.Text);
        Assert.Equal(
            text.IndexOf("said", StringComparison.Ordinal), document.Tokens.Single(token => token.Text == "said").Span.Start);
        Assert.Contains("412", document.Words());
        Assert.Contains("Person: Ines Okoro", document.Names());
        Assert.DoesNotContain(document.Words(), word => word.Any(char.IsWhiteSpace));
    }

    [Fact]
    public void Without_the_callers_text_the_offsets_are_into_what_Catalyst_kept()
    {
        var catalyst = Annotated.Document("Berths:\t412 at Port Elwin");

        var document = catalyst.ToDocument();

        Assert.Same(catalyst.Value, document.Text);
        Assert.All(document.Tokens, token => Assert.Equal(document.Text.Substring(token.Span.Start, token.Span.Length), token.Text));
    }

    [Fact]
    public void Words_that_a_line_break_parted_stay_apart()
    {
        const string text = "Saltmere\nBoats are ready at Port Elwin\nKestrel Shipping said";
        var catalyst = Annotated.Document(text);
        Assert.Contains(catalyst.Tokens(), token => token.OriginalValue == "SaltmereBoats");

        var document = catalyst.ToDocument(new CatalystDocumentOptions { Text = text });

        Assert.Equal(["Saltmere", "Boats", "are", "ready", "at", "Port", "Elwin", "Kestrel", "Shipping", "said"], document.Words());
        Assert.Equal(["Saltmere", "Boats"], document.Tokens.Take(2).Select(token => token.Lemma));
    }

    [Fact]
    public void Another_text_is_refused()
    {
        var catalyst = Annotated.Document("The boats are ready.");

        var exception = Assert.Throws<ArgumentException>(
            () => catalyst.ToDocument(new CatalystDocumentOptions { Text = "The ships are ready." }));

        Assert.Contains("differ at 4 ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("don't", "do|n't")]
    [InlineData("don’t", "do|n’t")]
    [InlineData("won't", "wo|n't")]
    [InlineData("can't", "ca|n't")]
    [InlineData("cannot", "can|not")]
    [InlineData("dont", "do|nt")]
    [InlineData("I'm", "I|'m")]
    [InlineData("it's", "it|'s")]
    [InlineData("she'd've", "she|'d|'ve")]
    public void Contractions_are_cut_behind_their_first_characters(string word, string cut)
    {
        var catalyst = Annotated.Document($"The boats {word} at Saltmere.");
        var parts = catalyst.Tokens()[2..^3];
        Assert.Equal(cut.Split('|').Length, parts.Count);
        Assert.All(parts.SkipLast(1), part => Assert.Equal(1, part.Length));

        var document = catalyst.ToDocument();

        Assert.Equal(cut.Split('|'), document.Words().Skip(2).SkipLast(3));
        Assert.Equal(parts.Select(part => part.Lemma), document.Tokens.Skip(2).SkipLast(3).Select(token => token.Lemma));
        Assert.Equal(parts.Select(part => $"{part.POS}"), document.Tokens.Skip(2).SkipLast(3).Select(token => $"{token.PartOfSpeech}"));
    }

    [Fact]
    public void A_contraction_behind_a_quotation_mark_is_cut_right()
    {
        var document = Annotated.Document("\"don't leave,\" Ines Okoro said.").ToDocument();

        Assert.Equal(["\"", "do", "n't", "leave", ",", "\"", "Ines", "Okoro", "said", "."], document.Words());
    }

    [Fact]
    public void A_tokens_value_may_not_stand_in_the_text()
    {
        const string text = "I don't know that Gov. Okoro will leave.";
        var catalyst = Annotated.Document(text);
        Assert.Contains(catalyst.Tokens(), token => !text.Contains(token.Value, StringComparison.Ordinal));

        var document = catalyst.ToDocument();

        Assert.All(document.Words(), word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Contains("Gov.", document.Words());
        Assert.Equal("not", document.Tokens.Single(token => token.Text == "n't").Lemma);
    }

    [Theory]
    [InlineData("The boats are ready🎉 at Saltmere.", "ready", "🎉")]
    [InlineData("The boats are ready!🎉 at Saltmere.", "!", "🎉")]
    [InlineData("Okoro said “ready”🎉🚢 at Saltmere", "ready", "”", "🎉", "🚢")]
    public void An_emoji_loses_characters(string text, params string[] words)
    {
        var catalyst = Annotated.Document(text);
        Assert.NotEqual(
            text.Count(c => !char.IsWhiteSpace(c)), catalyst.Tokens().Sum(token => token.Length));

        var document = catalyst.ToDocument();

        Assert.Equal(
            text.Where(c => !char.IsWhiteSpace(c)), document.Tokens.SelectMany(token => token.Text));
        Assert.All(words, word => Assert.Contains(word, document.Words()));
        Assert.Contains("Location: Saltmere", document.Names());
    }

    [Fact]
    public void A_text_that_was_processed_twice_has_its_tokens_twice()
    {
        var once = Annotated.Document(Articles.OneLine);
        var twice = Annotated.Document(Articles.OneLine);
        Annotated.Pipeline.ProcessSingle(twice, CancellationToken.None);
        Assert.Equal(2 * once.Tokens().Count, twice.Tokens().Count);

        var document = twice.ToDocument();

        var expected = once.ToDocument();
        Assert.Equal(expected.Tokens.Select(token => token.Span), document.Tokens.Select(token => token.Span));
        Assert.Equal(expected.Sentences.Select(sentence => sentence.Span), document.Sentences.Select(sentence => sentence.Span));
        Assert.Equal(expected.Names(), document.Names());
    }

    [Fact]
    public void A_document_without_a_language_has_no_tokens()
    {
        var catalyst = Annotated.Document("The boats are ready.", Language.Unknown);
        Assert.Empty(catalyst.Tokens());

        var exception = Assert.Throws<ArgumentException>(() => catalyst.ToDocument());

        Assert.Contains("language is Unknown", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Language.English", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_was_never_processed_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CatalystDocument("The boats are ready.", Language.English).ToDocument());

    [Fact]
    public void An_entitys_index_cannot_be_asked_for()
    {
        var entity = Annotated.Document(Articles.OneLine).Spans.First().GetEntities().First();

        Assert.ThrowsAny<Exception>(() => entity.Index);
    }
}
