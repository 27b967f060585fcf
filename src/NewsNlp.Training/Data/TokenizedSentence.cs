using NewsNlp.Documents;
using NewsNlp.Tokenization;

namespace NewsNlp.Training.Data;

/// <summary>A token of the product's own tokenizer with the gold word at exactly its place, if there is one.</summary>
/// <param name="Span">Its place in the document's text.</param>
/// <param name="Gold">The word with the same span; null where the tokenizer and the annotators differ.</param>
/// <param name="Upos">The gold tag; where there is no word with the same span, that of the word the token begins in.</param>
internal readonly record struct AlignedToken(TextSpan Span, GoldWord? Gold, Upos Upos);

/// <summary>A gold sentence in the product's own tokens.</summary>
internal sealed record TokenizedSentence(string Text, IReadOnlyList<AlignedToken> Tokens)
{
    public ReadOnlySpan<char> Form(int token) => Tokens[token].Span.Of(Text);

    /// <summary>
    /// The sentences of gold documents, tokenized as the product tokenizes raw text; a token belongs to the sentence that
    /// it begins in.
    /// </summary>
    public static List<TokenizedSentence> Of(IEnumerable<GoldDocument> documents)
    {
        var tokenizer = new EnglishTokenizer();
        var buffer = new TokenBuffer();
        var sentences = new List<TokenizedSentence>();
        foreach (var document in documents)
        {
            buffer.Clear();
            tokenizer.Tokenize(document.Text, buffer);
            int token = 0;
            for (int s = 0; s < document.Sentences.Count; s++)
            {
                int end = s + 1 < document.Sentences.Count
                    ? document.Words[document.Sentences[s + 1].FirstWord].Start : document.Text.Length;
                var tokens = new List<AlignedToken>();
                int word = document.Sentences[s].FirstWord;
                for (; token < buffer.Count && buffer.Starts[token] < end; token++)
                    tokens.Add(Align(document.Words, ref word, buffer.Starts[token], buffer.Lengths[token]));
                if (tokens.Count > 0) sentences.Add(new TokenizedSentence(document.Text, tokens));
            }
        }
        return sentences;
    }

    private static AlignedToken Align(IReadOnlyList<GoldWord> words, ref int word, int start, int length)
    {
        while (word + 1 < words.Count && words[word + 1].Start <= start) word++;
        var gold = words[word];
        bool exact = gold.Start == start && gold.Length == length;
        return new AlignedToken(new TextSpan(start, length), exact ? gold : null, gold.Upos);
    }
}
