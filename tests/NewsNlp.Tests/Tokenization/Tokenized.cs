using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Tokenization;

/// <summary>A text's tokens in the form of the gold files.</summary>
internal sealed record Tokenized(string Joined, string Kinds)
{
    public static Tokenized By(ITokenizer tokenizer, string text)
    {
        var tokens = new TokenBuffer();
        tokenizer.Tokenize(text, tokens);
        var forms = new string[tokens.Count];
        var kinds = new char[tokens.Count];
        for (var i = 0; i < forms.Length; i++)
        {
            forms[i] = text.Substring(tokens.Starts[i], tokens.Lengths[i]);
            kinds[i] = GoldFile.Letter(tokens.Kinds[i]);
        }

        return new Tokenized(string.Join(GoldFile.Separator, forms), new string(kinds));
    }
}
