using NewsNlp.Training.Learning.Recurrent;

namespace NewsNlp.Training.Tests.Learning.Recurrent;

public class MatrixMathTests
{
    [Theory]
    [InlineData(1, 16, 1)]
    [InlineData(5, 16, 7)]
    [InlineData(13, 48, 20)]
    [InlineData(18, 96, 33)]
    public unsafe void A_product_is_added_to_what_is_there(int rows, int columns, int depth)
    {
        var random = new Random(rows);
        float[] left = Numbers(random, rows * depth), right = Numbers(random, depth * columns), result = Numbers(random, rows * columns);
        var before = (float[])result.Clone();
        fixed (float* a = left, b = right, c = result) MatrixMath.AddProduct(a, depth, b, columns, c, columns, rows, columns, depth);

        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                // The same steps one by one give the same bits.
                float sum = before[row * columns + column];
                for (int k = 0; k < depth; k++) sum = MathF.FusedMultiplyAdd(left[row * depth + k], right[k * columns + column], sum);
                Assert.Equal(sum, result[row * columns + column]);
            }
        }
    }

    [Fact]
    public unsafe void Transposing_exchanges_rows_and_columns()
    {
        float[] matrix = [1, 2, 3, 4, 5, 6], result = new float[6];
        fixed (float* a = matrix, b = result) MatrixMath.Transpose(a, 2, 3, b);
        Assert.Equal([1, 4, 2, 5, 3, 6], result);
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
}
