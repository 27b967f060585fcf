using NewsNlp.Documents;
using NewsNlp.Tokenization;

namespace NewsNlp.Catalyst.Writing;

/// <summary>This library's tokens of the same text: the measure for contractions and for what Catalyst lost.</summary>
internal sealed class OwnTokens
{
    private static readonly EnglishTokenizer Tokenizer = new();

    private readonly TokenBuffer _tokens = new();

    public OwnTokens(string text) => Tokenizer.Tokenize(text, _tokens);

    public int Count => _tokens.Count;

    public int Start(int index) => _tokens.Starts[index];

    public int End(int index) => _tokens.Starts[index] + _tokens.Lengths[index];

    public TokenKind Kind(int index) => _tokens.Kinds[index];

    /// <summary>The part of speech that a token's spelling gives away; X where it does not.</summary>
    public Upos Tag(int index) => Kind(index) switch
    {
        TokenKind.Punctuation => Upos.PUNCT,
        TokenKind.Number => Upos.NUM,
        TokenKind.Symbol or TokenKind.Emoji => Upos.SYM,
        _ => Upos.X,
    };

    /// <summary>The first token that ends behind <paramref name="position"/>; the count of tokens where none does.</summary>
    public int FirstBehind(int position)
    {
        var index = _tokens.Starts.BinarySearch(position);
        if (index >= 0)
        {
            return index;
        }

        var before = ~index - 1;
        return before >= 0 && End(before) > position ? before : ~index;
    }

    /// <summary>What the token at <paramref name="position"/> is; a word where there is none.</summary>
    public TokenKind KindAt(int position)
    {
        var index = FirstBehind(position);
        return index < Count && Start(index) <= position ? Kind(index) : TokenKind.Word;
    }
}
