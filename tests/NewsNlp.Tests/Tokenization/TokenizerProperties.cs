using CsCheck;
using NewsNlp.Tests.Support;
using NewsNlp.Tokenization;

namespace NewsNlp.Tests.Tokenization;

public class TokenizerProperties
{
    private static readonly EnglishTokenizer[] Tokenizers =
    [
        new(),
        new(new TokenizerOptions { HyphenatedCompounds = TokenSplitting.Keep, Contractions = TokenSplitting.Keep }),
    ];

    private static readonly string[] Cases = [.. GoldFile.Cases().Select(gold => gold.Text)];

    /// <summary>Arbitrary UTF-16, and pieces of gold cases run together with and without white space.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        TextGen.Any,
        Gen.Select(Gen.Int[0, Cases.Length - 1], Gen.Int[0, 12], Gen.Bool)
            .Select((index, cut, space) => Cases[index][Math.Min(cut, Cases[index].Length)..] + (space ? " " : ""))
            .Array[0, 8].Select(string.Concat));

    [Fact]
    public void Every_visible_character_lies_in_one_token_and_gaps_hold_none() => Texts.Sample(text =>
    {
        foreach (var tokenizer in Tokenizers)
        {
            var tokens = Tokenize(tokenizer, text);
            var end = 0;
            for (var i = 0; i < tokens.Count; i++)
            {
                AssertGap(text, end, tokens.Starts[i]);
                end = tokens.Starts[i] + tokens.Lengths[i];
            }

            AssertGap(text, end, text.Length);
        }
    });

    [Fact]
    public void Tokens_are_ordered_in_bounds_and_start_with_something_visible() => Texts.Sample(text =>
    {
        foreach (var tokenizer in Tokenizers)
        {
            var tokens = Tokenize(tokenizer, text);
            var end = 0;
            for (var i = 0; i < tokens.Count; i++)
            {
                Assert.True(tokens.Starts[i] >= end);
                Assert.True(tokens.Lengths[i] > 0);
                Assert.True(Enum.IsDefined(tokens.Kinds[i]));
                Assert.NotEqual(CharacterClass.Gap, CharacterClasses.Of(text[tokens.Starts[i]]));
                end = tokens.Starts[i] + tokens.Lengths[i];
            }

            Assert.True(end <= text.Length);
        }
    });

    [Fact]
    public void No_token_cuts_a_surrogate_pair() => Texts.Sample(text =>
    {
        var tokens = Tokenize(Tokenizers[0], text);
        for (var i = 0; i < tokens.Count; i++)
        {
            AssertNotInsidePair(text, tokens.Starts[i]);
            AssertNotInsidePair(text, tokens.Starts[i] + tokens.Lengths[i]);
        }
    });

    [Fact]
    public void Segments_of_lines_give_the_tokens_of_the_whole() => Gen.Select(Texts, Texts).Sample((first, second) =>
    {
        // Nine line feeds: more than any rule looks across.
        const string Gap = "\n\n\n\n\n\n\n\n\n";
        var whole = Tokenize(Tokenizers[0], first + Gap + second);
        var pieces = new TokenBuffer();
        pieces.BeginSegment(0, first.Length);
        Tokenizers[0].Tokenize(first, pieces);
        pieces.BeginSegment(first.Length + Gap.Length, second.Length);
        Tokenizers[0].Tokenize(second, pieces);

        Assert.Equal(whole.Starts.ToArray(), pieces.Starts.ToArray());
        Assert.Equal(whole.Lengths.ToArray(), pieces.Lengths.ToArray());
        Assert.Equal(whole.Kinds.ToArray(), pieces.Kinds.ToArray());
    });

    [Fact]
    public void Nothing_is_allocated_once_the_buffer_is_large_enough()
    {
        var text = string.Join('\n', Cases);
        var tokens = new TokenBuffer();
        for (var i = 0; i < 3; i++)
        {
            tokens.Clear();
            Tokenizers[0].Tokenize(text, tokens);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        tokens.Clear();
        Tokenizers[0].Tokenize(text, tokens);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(tokens.Count > 1000);
        Assert.Equal(0, allocated);
    }

    private static TokenBuffer Tokenize(EnglishTokenizer tokenizer, string text)
    {
        var tokens = new TokenBuffer();
        tokenizer.Tokenize(text, tokens);
        return tokens;
    }

    private static void AssertGap(string text, int start, int end)
    {
        for (var i = start; i < end;)
        {
            Assert.True(CharacterClasses.At(text, i, out var length) is CharacterClass.Gap or CharacterClass.Joiner);
            i += length;
        }
    }

    private static void AssertNotInsidePair(string text, int index) => Assert.False(
        index > 0 && index < text.Length && char.IsHighSurrogate(text[index - 1]) && char.IsLowSurrogate(text[index]));
}
