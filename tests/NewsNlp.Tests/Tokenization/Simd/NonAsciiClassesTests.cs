using NewsNlp.Tokenization;
using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tests.Tokenization.Simd;

public class NonAsciiClassesTests
{
    [Fact]
    public void Every_character_has_the_class_that_the_scalar_definition_gives_it()
    {
        for (var code = 0x80; code <= char.MaxValue; code++)
        {
            var expected = CharacterClasses.Of((char)code);
            var found = NonAsciiClasses.Of((char)code);
            Assert.True(
                found switch
                {
                    NonAsciiClass.Hard => true,
                    NonAsciiClass.Space => expected == CharacterClass.Gap,
                    NonAsciiClass.Letter => expected == CharacterClass.Letter,
                    NonAsciiClass.Apostrophe => expected == CharacterClass.Apostrophe,
                    NonAsciiClass.Symbol => expected == CharacterClass.Symbol,
                    _ => expected == CharacterClass.Punctuation,
                },
                $"U+{code:X4} is {expected} and {found}");
        }
    }

    [Theory]
    [InlineData('\u2014', true)]
    [InlineData('\u2013', true)]
    [InlineData('\u2026', true)]
    [InlineData('\u2015', false)]
    [InlineData('\u201D', false)]
    public void Signs_that_are_one_token_when_repeated_are_told_from_others(char sign, bool isRun)
    {
        Assert.Equal(isRun ? NonAsciiClass.Run : NonAsciiClass.Plain, NonAsciiClasses.Of(sign));
        var tokens = new TokenBuffer();
        new EnglishTokenizer().Tokenize(new string(sign, 2), tokens);
        Assert.Equal(isRun ? 1 : 2, tokens.Count);
    }

    [Fact]
    public void The_tables_say_the_same()
    {
        var tables = NonAsciiClasses.Tables();
        for (var i = 0; i < NonAsciiClasses.TableSize; i++)
        {
            Assert.Equal((byte)NonAsciiClasses.Of((char)(0x80 + i)), tables[i]);
            Assert.Equal((byte)NonAsciiClasses.Of((char)(NonAsciiClasses.GeneralPunctuation + i)), tables[(2 * NonAsciiClasses.TableSize) + i]);
        }

        // What does not fit a byte becomes 255: it must not pass for the letter.
        Assert.Equal(0, tables[(2 * NonAsciiClasses.TableSize) - 1]);
    }
}
