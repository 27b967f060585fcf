using CsCheck;
using NewsNlp.Sentences;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Sentences;

public class BoundaryStateTests
{
    private static readonly string[] Pieces =
    [
        "\"", "\u201C", "\u201D", "(", ")", "[", "]", " ", " ", "mayor", "Oslo", ", ", "Y", "_", "\\", "caf\u00E9", "\u2018", "\u2019", "{", "}", "#", "!",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 120].Select(string.Concat);

    [Fact]
    public void Marks_that_are_open_are_those_of_all_characters_before() =>
        Gen.Select(Texts, Gen.Int[0, 1000]).Sample((text, at) =>
        {
            var tokens = new TokenBuffer();
            new EnglishTokenizer().Tokenize(text, tokens);
            if (tokens.Count == 0)
            {
                return;
            }

            var words = new SentenceText(text, tokens.Starts, tokens.Lengths, tokens.Kinds);
            var token = at % tokens.Count;
            var state = default(BoundaryState);
            state.GoTo(words, 0, 0, 0);
            state.ReadTo(words, token / 2);
            state.ReadTo(words, token);

            var depth = 0;
            var (straight, curly) = (false, false);
            foreach (var c in text[tokens.Starts[0]..words.End(token)])
            {
                straight ^= c == '"';
                curly = c == '\u201C' || (curly && c != '\u201D');
                depth = c is '(' or '[' ? Math.Min(3, depth + 1) : c is ')' or ']' ? Math.Max(0, depth - 1) : depth;
            }

            Assert.Equal((straight, curly, depth), (state.InStraightQuote, state.InCurlyQuote, state.BracketDepth));
        });
}
