using CsCheck;
using NewsNlp.Sentences;

namespace NewsNlp.Tests.Sentences;

public class TokenFinderTests
{
    // Starts and positions grow by steps; large ones leave whole blocks of tokens between two positions.
    private static readonly Gen<int[]> Starts = Gen.Int[1, 9].Array[0, 200].Select(Sums);
    private static readonly Gen<int[]> Positions = Gen.Frequency((8, Gen.Int[0, 20]), (1, Gen.Int[100, 700])).Array[0, 60].Select(Sums);

    [Fact]
    public void Each_position_finds_the_last_token_that_starts_there_or_before() =>
        Gen.Select(Starts, Positions, Gen.Int[0, 60]).Sample((starts, positions, cut) =>
        {
            cut = Math.Min(cut, positions.Length);
            var tokens = new int[positions.Length];
            var block = TokenFinder.Find(starts, positions.AsSpan(0, cut), 0, tokens);
            TokenFinder.Find(starts, positions.AsSpan(cut), block, tokens.AsSpan(cut));

            Assert.Equal(positions.Select(position => starts.Count(start => start <= position) - 1), tokens);
        });

    private static int[] Sums(int[] steps)
    {
        var sum = 0;
        return [.. steps.Select(step => sum += step)];
    }
}
