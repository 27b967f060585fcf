using NewsNlp.Documents;
using NewsNlp.Tagging;
using NewsNlp.Tokenization;

namespace NewsNlp.Training.Data;

/// <summary>
/// A gold document in the product's own tokens: tokenized from its raw text, with gold sentences (a token belongs to the
/// sentence that it begins in).
/// </summary>
/// <param name="Document">The document, with tokens and sentences.</param>
/// <param name="Words">For each token the gold word at exactly its place; null where tokenizer and annotators differ.</param>
/// <param name="Tags">For each token the gold tag; where there is no word at its place, that of the word it begins in.</param>
/// <param name="GoldWordCount">How many words the annotators marked.</param>
internal sealed record GoldTokens(
    Document Document, IReadOnlyList<GoldWord?> Words, IReadOnlyList<Upos> Tags, int GoldWordCount)
{
    /// <summary>The document with the tags that a tagger gives.</summary>
    public Document Tag(IPartOfSpeechTagger tagger)
    {
        var tags = new Upos[Document.Tokens.Count];
        foreach (var sentence in Document.Sentences)
            tagger.Tag(sentence, tags.AsSpan(sentence.FirstToken, sentence.TokenCount));
        return new DocumentBuilder(Document.Text).AddTokens(Spans(), Document.TokenLayer.Kinds).AddPartOfSpeech(tags).Build();
    }

    /// <summary>The document in the sentences that the product finds.</summary>
    /// <param name="analyzer">A pipeline up to the sentences, with the tokenizer that this was made with.</param>
    public GoldTokens InSentencesOf(NlpPipeline analyzer)
    {
        var document = analyzer.Process(Document.Text);
        return document.Tokens.Count == Document.Tokens.Count
            ? this with { Document = document }
            : throw new InvalidOperationException($"The pipeline has {document.Tokens.Count} tokens instead of {Document.Tokens.Count}.");
    }

    /// <summary>The document as a headline writer's capitals would have it: every letter a capital.</summary>
    public GoldTokens InCapitals()
    {
        var builder = new DocumentBuilder(Document.Text.ToUpperInvariant()).AddTokens(Spans(), Document.TokenLayer.Kinds).AddSentences(sink =>
        {
            foreach (var sentence in Document.Sentences) sink.Add(sentence.FirstToken, sentence.TokenCount);
        });
        return this with { Document = builder.Build() };
    }

    public static IEnumerable<GoldTokens> Of(IEnumerable<GoldDocument> documents)
    {
        var tokenizer = new EnglishTokenizer();
        var buffer = new TokenBuffer();
        foreach (var document in documents)
        {
            buffer.Clear();
            tokenizer.Tokenize(document.Text, buffer);
            yield return Align(document, buffer);
        }
    }

    private TextSpan[] Spans()
    {
        var tokens = Document.TokenLayer;
        var spans = new TextSpan[tokens.Count];
        for (int i = 0; i < spans.Length; i++) spans[i] = tokens.Span(i);
        return spans;
    }

    private static GoldTokens Align(GoldDocument document, TokenBuffer tokens)
    {
        var words = new GoldWord?[tokens.Count];
        var tags = new Upos[tokens.Count];
        int word = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            while (word + 1 < document.Words.Count && document.Words[word + 1].Start <= tokens.Starts[i]) word++;
            var gold = document.Words[word];
            words[i] = gold.Start == tokens.Starts[i] && gold.Length == tokens.Lengths[i] ? gold : null;
            tags[i] = gold.Upos;
        }

        var spans = new TextSpan[tokens.Count];
        for (int i = 0; i < spans.Length; i++) spans[i] = new TextSpan(tokens.Starts[i], tokens.Lengths[i]);
        var built = new DocumentBuilder(document.Text).AddTokens(spans, tokens.Kinds).AddSentences(sink =>
        {
            int token = 0;
            for (int s = 0; s < document.Sentences.Count; s++)
            {
                int first = token;
                int end = s + 1 < document.Sentences.Count
                    ? document.Words[document.Sentences[s + 1].FirstWord].Start : document.Text.Length;
                while (token < spans.Length && spans[token].Start < end) token++;
                if (token > first) sink.Add(first, token - first);
            }
        });
        return new GoldTokens(built.Build(), words, tags, document.Words.Count);
    }
}
