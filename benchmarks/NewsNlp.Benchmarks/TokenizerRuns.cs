using NewsNlp.Tokenization;

namespace NewsNlp.Benchmarks;

/// <summary>What the tokenizer's benchmarks have in common: all texts, one after the other, into one buffer.</summary>
public static class TokenizerRuns
{
    /// <summary>Tokenizes texts and counts the tokens.</summary>
    public static int Count(EnglishTokenizer tokenizer, TokenBuffer buffer, IReadOnlyList<string> texts)
    {
        var tokens = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            buffer.Clear();
            tokenizer.Tokenize(texts[i], buffer);
            tokens += buffer.Count;
        }

        return tokens;
    }

    /// <summary>Tokenizes texts in UTF-8 and counts the tokens.</summary>
    public static int Count(EnglishTokenizer tokenizer, TokenBuffer buffer, byte[][] texts)
    {
        var tokens = 0;
        foreach (var text in texts)
        {
            buffer.Clear();
            tokenizer.Tokenize(text, buffer);
            tokens += buffer.Count;
        }

        return tokens;
    }
}
