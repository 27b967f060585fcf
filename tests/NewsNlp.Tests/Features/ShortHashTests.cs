using System.Runtime.InteropServices;
using CsCheck;
using NewsNlp.Features;

namespace NewsNlp.Tests.Features;

public class ShortHashTests
{
    private static readonly Gen<string> Words = Gen.Frequency(
        (6, Gen.Char['!', 'z']), (2, Gen.Char['\u0080', '\u2040']), (1, Gen.Char['\u2000', '\uFFFF'])).Array[0, FeatureHash.ShortLength].Select(units => new string(units));

    [Fact]
    public void A_short_word_has_the_hash_of_any_word() =>
        Words.Sample(word => Assert.Equal(FeatureHash.Of(word), FeatureHash.OfShort(ref MemoryMarshal.GetReference(Padded(word)), word.Length)));

    [Fact]
    public void A_short_word_of_ASCII_has_the_plain_hash_of_any_word() =>
        Words.Sample(word =>
        {
            var isAscii = WordHash.TryPlainShort(ref MemoryMarshal.GetReference(Padded(word)), word.Length, out var hash);

            Assert.Equal(System.Text.Ascii.IsValid(word), isAscii);
            Assert.True(!isAscii || hash == WordHash.Plain(word));
        });

    /// <summary>The word with other text behind it.</summary>
    private static ReadOnlySpan<char> Padded(string word) => word + "Z\u00E9\u201Dz.......";
}
