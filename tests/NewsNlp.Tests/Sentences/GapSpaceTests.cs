using CsCheck;
using NewsNlp.Sentences;

namespace NewsNlp.Tests.Sentences;

public class GapSpaceTests
{
    private static readonly Gen<string> Gaps = Gen.Int[0, 6].Select(i => " \n\r\t\u00A0\u2028\u2029"[i]).Array[0, 6].Select(units => new string(units));

    [Fact]
    public void It_counts_the_line_breaks_and_tells_one_space_from_others() =>
        Gen.Select(Gaps, Gen.String[Gen.Char['a', 'z'], 0, 5]).Sample((gap, behind) =>
        {
            var breaks = SentenceText.LineBreaks(gap);
            var expected = breaks > 0 ? GapCell.LineBreak : gap.Length == 0 ? GapCell.NoSpace : gap == " " ? GapCell.OneSpace : GapCell.OtherSpace;

            Assert.Equal(expected, GapSpace.Of($"word{gap}{behind}", 4, 4 + gap.Length, out var found));
            Assert.Equal(Math.Min(2, breaks), found);
        });
}
