using CsCheck;
using NewsNlp.Catalyst.Tests.Support;
using NewsNlp.Tokenization;

namespace NewsNlp.Catalyst.Tests;

/// <summary>What holds for every text, whatever Catalyst does to it.</summary>
public class ConversionProperties
{
    private static readonly string[] Parts =
    [
        "Ines Okoro", "Port Elwin", "Kestrel Shipping", "don't", "cannot", "dont", "she'd've", "Gov.", "said", "ready", "412",
        "🎉", "🚢", "“", "”", "\"", ".", ",", "!", "—", "-", "'", " ", " ", " ", "\n", "\n\n", "\t", "\r\n", "\u0001", "\u200b",
        "\u00a0", "\ud83c", "\udf89", "Advertisement", "By Tomas Reyl", "©", "é", "a", "I",
    ];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 30].Select(parts => string.Concat(parts));

    [Fact]
    public void Every_character_that_can_be_seen_lies_in_a_token() => Texts.Sample(text =>
    {
        var own = new TokenBuffer();
        new EnglishTokenizer().Tokenize(text, own);
        if (!text.Any(char.IsLetterOrDigit))
        {
            return;
        }

        var document = Annotated.Convert(text);

        var covered = new bool[text.Length];
        foreach (var token in document.Tokens)
        {
            covered.AsSpan(token.Span.Start, token.Span.Length).Fill(true);
        }

        for (var i = 0; i < own.Count; i++)
        {
            Assert.DoesNotContain(false, covered[own.Starts[i]..(own.Starts[i] + own.Lengths[i])]);
        }
    });

    [Fact]
    public void A_second_processing_changes_nothing() => Texts.Sample(text =>
    {
        if (!text.Any(char.IsLetterOrDigit))
        {
            return;
        }

        var catalyst = Annotated.Document(text);
        var once = catalyst.ToDocument(new CatalystDocumentOptions { Text = text });
        Annotated.Pipeline.ProcessSingle(catalyst, CancellationToken.None);

        var twice = catalyst.ToDocument(new CatalystDocumentOptions { Text = text });

        Assert.Equal(once.Tokens.Select(token => token.Span), twice.Tokens.Select(token => token.Span));
        Assert.Equal(once.Sentences.Select(sentence => sentence.Span), twice.Sentences.Select(sentence => sentence.Span));
    });

    [Fact]
    public void Completing_never_fails() => Texts.Sample(
        text => Assert.Equal(text, Pipeline.Complete(Annotated.Convert(text + " ready")).Text[..^6]), iter: 50);

    private static NlpPipeline Pipeline { get; } = NlpPipeline.CreateDefault();
}
