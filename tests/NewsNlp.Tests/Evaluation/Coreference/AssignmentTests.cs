using CsCheck;
using NewsNlp.Evaluation.Coreference;

namespace NewsNlp.Tests.Evaluation.Coreference;

public sealed class AssignmentTests
{
    [Fact]
    public void The_best_sum_may_leave_out_the_best_pair() =>
        Assert.Equal([1, 0], Assignment.Maximize(new double[,] { { 10, 9 }, { 9, 1 } }));

    [Fact]
    public void It_finds_what_trying_everything_finds() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5]).SelectMany(size => Gen.Int[0, 9].Array[size.Item1 * size.Item2].Select(cells => (size, cells)))
            .Sample(sample =>
            {
                var ((rows, columns), cells) = (sample.size, sample.cells);
                var gain = new double[rows, columns];
                for (int i = 0; i < cells.Length; i++) gain[i / columns, i % columns] = cells[i];
                var found = Assignment.Maximize(gain);
                Assert.Equal(Math.Min(rows, columns), found.Count(column => column >= 0));
                Assert.Equal(found.Count(column => column >= 0), found.Where(column => column >= 0).Distinct().Count());
                double sum = found.Select((column, row) => column < 0 ? 0 : gain[row, column]).Sum();
                Assert.Equal(Best(gain, 0, []), sum);
            });

    private static double Best(double[,] gain, int row, HashSet<int> taken)
    {
        if (row == gain.GetLength(0)) return 0;
        double best = Best(gain, row + 1, taken);
        for (int column = 0; column < gain.GetLength(1); column++)
        {
            if (!taken.Add(column)) continue;
            best = Math.Max(best, gain[row, column] + Best(gain, row + 1, taken));
            taken.Remove(column);
        }

        return best;
    }
}
