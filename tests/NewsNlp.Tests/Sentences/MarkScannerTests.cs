using CsCheck;
using NewsNlp.Sentences;

namespace NewsNlp.Tests.Sentences;

public class MarkScannerTests
{
    private static readonly Gen<char> Characters = Gen.Frequency(
        (3, Gen.Int[0, 11].Select(i => ".!?:\n\r\u2013\u2014\u2026\u2028\u2029\u203D"[i])),
        (6, Gen.Char['\u0000', '\u007F']),
        (3, Gen.Char));

    [Fact]
    public void The_vectors_find_what_the_definition_says() =>
        Gen.Select(Characters.Array[0, 300], Gen.Bool).Sample((characters, isBehindMark) =>
        {
            var positions = new int[MarkScanner.Room(characters.Length)];
            var count = MarkScanner.Find(characters, 1000, isBehindMark, positions);

            Assert.Equal(
                Enumerable.Range(0, characters.Length).Where(i => IsListed(characters, i, isBehindMark)).Select(i => i + 1000),
                positions.Take(count));
        });

    private static bool IsListed(char[] characters, int i, bool isBehindMark) => MarkScanner.IsMark(characters[i])
        && !(MarkScanner.IsLineBreak(characters[i]) && (i == 0 ? isBehindMark : MarkScanner.IsMark(characters[i - 1])));

    [Fact]
    public void Every_character_is_found_at_every_place_or_none()
    {
        var text = new char[2 * MarkScanner.Step];
        var positions = new int[MarkScanner.Room(text.Length)];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Array.Fill(text, (char)c);

            var expected = !MarkScanner.IsMark((char)c) ? 0 : MarkScanner.IsLineBreak((char)c) ? 1 : text.Length;
            Assert.Equal(expected, MarkScanner.Find(text, 0, false, positions));
        }
    }

    [Fact]
    public void A_list_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MarkScanner.Find("a. b.", 0, false, new int[5]));
}
