using CsCheck;
using NewsNlp.Features;

namespace NewsNlp.Tests.Features;

public class WordHashTests
{
    [Theory]
    [InlineData("Said", "said")]
    [InlineData("ÉCOLE", "école")]
    [InlineData("workers’", "workers'")]
    [InlineData("don‘t", "don't")]
    [InlineData("“", "\"")]
    [InlineData("CO–OP", "co-op")]
    [InlineData("ABCDEFGHZ[@`{", "abcdefghz[@`{")]
    public void Words_with_the_same_plain_form_have_the_same_hash(string word, string plain)
    {
        Assert.Equal(FeatureHash.Of(plain), WordHash.Plain(word));
        Assert.Equal(WordHash.Plain(plain), WordHash.Plain(word));
    }

    [Fact]
    public void The_plain_hash_is_the_hash_of_the_plain_form() => Gen.String.Sample(word =>
        Assert.Equal(FeatureHash.Of(string.Concat(word.Select(WordHash.Plain))), WordHash.Plain(word)));

    [Fact]
    public void Other_words_have_other_hashes()
    {
        var hashes = new HashSet<ulong>();
        int words = 0;
        for (char a = 'a'; a <= 'z'; a++)
            for (char b = 'a'; b <= 'z'; b++)
                foreach (string word in (string[])[$"{a}{b}", $"{a}{b}x", $"x{a}{b}x", $"xxxx{a}{b}", $"{a}xxx{b}", $"{a}xxxxxxx{b}"])
                {
                    words++;
                    hashes.Add(WordHash.Plain(word));
                }
        Assert.Equal(words, hashes.Count);
    }

    [Fact]
    public void Hashes_are_those_that_models_were_trained_with()
    {
        // A model file depends on these numbers: if they must change, raise FeatureHash.Version and train again.
        Assert.Equal(1, FeatureHash.Version);
        Assert.Equal("57e3d7958b2ef845 a236f621 a3aa7e1b", $"{FeatureHash.Of("tomorrow"):x} {FeatureHash.Feature(7, 42):x} {FeatureHash.Feature(7, 42, 43):x}");
    }
}
