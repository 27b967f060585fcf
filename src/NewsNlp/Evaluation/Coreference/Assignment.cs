namespace NewsNlp.Evaluation.Coreference;

/// <summary>
/// The assignment problem: pairs rows with columns one to one so that the sum is largest. The Hungarian method (Kuhn 1955, Munkres
/// 1957) with shortest augmenting paths, in time rows² × columns.
/// </summary>
internal static class Assignment
{
    /// <summary>The column of each row; -1 for rows that go empty because there are fewer columns.</summary>
    public static int[] Maximize(double[,] gain)
    {
        int rows = gain.GetLength(0), columns = gain.GetLength(1);
        var columnOf = new int[rows];
        Array.Fill(columnOf, -1);
        if (rows <= columns)
        {
            var rowOf = Solve(rows, columns, (row, column) => -gain[row, column]);
            for (int column = 0; column < columns; column++)
                if (rowOf[column] >= 0) columnOf[rowOf[column]] = column;
        }
        else
        {
            var found = Solve(columns, rows, (column, row) => -gain[row, column]);
            for (int row = 0; row < rows; row++) columnOf[row] = found[row];
        }

        return columnOf;
    }

    // The row of each column, -1 for none; there are no more rows than columns. Row and column 0 of the tables are sentinels.
    private static int[] Solve(int rows, int columns, Func<int, int, double> cost)
    {
        double[] rowPrice = new double[rows + 1], columnPrice = new double[columns + 1];
        int[] rowOf = new int[columns + 1], previous = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            int column = 0;
            var slack = new double[columns + 1];
            Array.Fill(slack, double.PositiveInfinity);
            var done = new bool[columns + 1];
            while (rowOf[column] != 0)
            {
                done[column] = true;
                int current = rowOf[column], next = 0;
                double step = double.PositiveInfinity;
                for (int j = 1; j <= columns; j++)
                {
                    if (done[j]) continue;
                    double reduced = cost(current - 1, j - 1) - rowPrice[current] - columnPrice[j];
                    if (reduced < slack[j]) (slack[j], previous[j]) = (reduced, column);
                    if (slack[j] < step) (step, next) = (slack[j], j);
                }

                for (int j = 0; j <= columns; j++)
                {
                    if (!done[j])
                    {
                        slack[j] -= step;
                        continue;
                    }

                    rowPrice[rowOf[j]] += step;
                    columnPrice[j] -= step;
                }

                column = next;
            }

            for (; column != 0; column = previous[column]) rowOf[column] = rowOf[previous[column]];
        }

        return [.. rowOf.Skip(1).Select(row => row - 1)];
    }
}
