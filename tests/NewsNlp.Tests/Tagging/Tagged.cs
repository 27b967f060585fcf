using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Tagging;

/// <summary>Sentences tokenized and tagged with the embedded model.</summary>
internal static class Tagged
{
    public static LearnedPartOfSpeechTagger Tagger { get; } = new(NlpModel.Default);

    public static Lemmatizer Lemmatizer { get; } = new(NlpModel.Default);

    /// <summary>The text as one sentence, tokenized.</summary>
    public static Document Tokens(string text)
    {
        var buffer = new TokenBuffer();
        new EnglishTokenizer().Tokenize(text, buffer);
        var spans = Enumerable.Range(0, buffer.Count).Select(i => new TextSpan(buffer.Starts[i], buffer.Lengths[i])).ToArray();
        return new DocumentBuilder(text).AddTokens(spans, buffer.Kinds).AddSentences(sink => sink.Add(0, spans.Length)).Build();
    }

    public static Upos[] Tags(Document document)
    {
        var tags = new Upos[document.Tokens.Count];
        foreach (var sentence in document.Sentences) Tagger.Tag(sentence, tags.AsSpan(sentence.FirstToken, sentence.TokenCount));
        return tags;
    }

    /// <summary>"word/TAG word/TAG …" of a sentence.</summary>
    public static string Show(string text)
    {
        var document = Tokens(text);
        return string.Join(' ', document.Tokens.Zip(Tags(document), (token, tag) => $"{token.Text}/{tag}"));
    }

    /// <summary>"lemma lemma …" of a sentence.</summary>
    public static string Lemmas(string text)
    {
        var document = Tokens(text);
        var tagged = new DocumentBuilder(text)
            .AddTokens([.. document.Tokens.Select(token => token.Span)]).AddPartOfSpeech(Tags(document)).Build();
        var lemmas = new string[document.Tokens.Count];
        Lemmatizer.Lemmatize(tagged, lemmas);
        return string.Join(' ', lemmas);
    }
}
