using NewsNlp.Documents;
using NewsNlp.Documents.Values;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>Numbers that no number can hold: a text never fails.</summary>
public class NumberOverflowTests
{
    [Theory]
    [InlineData("900 billion billion billion", "900 billion billion")]
    [InlineData("ninety million trillion trillion", "ninety million trillion")]
    [InlineData("90 trillion trillion", "90 trillion")]
    public void Magnitudes_beyond_the_largest_number_are_left_out(string words, string read) => Assert.Equal(Read(read), Read(words));

    [Theory]
    [InlineData("dozen")]
    [InlineData("hundred")]
    [InlineData("thousand")]
    [InlineData("trillion")]
    public void A_word_said_again_and_again_is_a_number_all_the_same(string word)
    {
        foreach (var start in new[] { "", "0 ", "9 ", "ninety-nine ", "half a " })
        {
            var number = Assert.IsType<NumberValue>(Read(start + string.Join(' ', Enumerable.Repeat(word, 60))));
            Assert.InRange(number.Number, 0, 1e21m);
        }
    }

    private static MentionValue? Read(string words) => ValueReadings.Read($"The dam holds {words} drops.", 14, words.Length, EntityLabel.Cardinal, null);
}
