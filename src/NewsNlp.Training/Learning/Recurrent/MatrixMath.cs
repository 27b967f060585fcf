using System.Runtime.Intrinsics;

namespace NewsNlp.Training.Learning.Recurrent;

/// <summary>
/// Products of small matrices in rows, whose results are the same on every processor: each number of a result is added up on its
/// own, in order, by fused steps.
/// </summary>
internal static unsafe class MatrixMath
{
    /// <summary>The number of columns of a result is a multiple of this.</summary>
    public const int ColumnsMultiple = 16;

    /// <summary>result += left * right.</summary>
    /// <param name="left">A matrix of <paramref name="rows"/> rows and <paramref name="depth"/> columns.</param>
    /// <param name="leftStride">How far apart its rows are.</param>
    /// <param name="right">A matrix of <paramref name="depth"/> rows and <paramref name="columns"/> columns.</param>
    /// <param name="rightStride">How far apart its rows are.</param>
    /// <param name="result">A matrix of <paramref name="rows"/> rows and <paramref name="columns"/> columns.</param>
    /// <param name="resultStride">How far apart its rows are.</param>
    /// <param name="rows">The rows of the result.</param>
    /// <param name="columns">The columns of the result, a multiple of <see cref="ColumnsMultiple"/>.</param>
    /// <param name="depth">What is added up.</param>
    public static void AddProduct(
        float* left, int leftStride, float* right, int rightStride, float* result, int resultStride, int rows, int columns, int depth)
    {
        int column = 0;
        for (; column + 32 <= columns; column += 32)
        {
            int row = 0;
            for (; row + 6 <= rows; row += 6)
            {
                SixRows(
                    left + (nint)row * leftStride, leftStride, right + column, rightStride,
                    result + (nint)row * resultStride + column, resultStride, depth);
            }
            for (; row < rows; row++)
            {
                OneRow(left + (nint)row * leftStride, right + column, rightStride, result + (nint)row * resultStride + column, depth);
                OneRow(
                    left + (nint)row * leftStride, right + column + 16, rightStride, result + (nint)row * resultStride + column + 16, depth);
            }
        }
        for (; column < columns; column += 16)
        {
            for (int row = 0; row < rows; row++)
                OneRow(left + (nint)row * leftStride, right + column, rightStride, result + (nint)row * resultStride + column, depth);
        }
    }

    /// <summary>Writes a matrix with rows and columns exchanged.</summary>
    public static void Transpose(float* matrix, int rows, int columns, float* result)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++) result[(nint)column * rows + row] = matrix[(nint)row * columns + column];
        }
    }

    private static void SixRows(
        float* left, int leftStride, float* right, int rightStride, float* result, int resultStride, int depth)
    {
        float* r0 = result, r1 = r0 + resultStride, r2 = r1 + resultStride;
        float* r3 = r2 + resultStride, r4 = r3 + resultStride, r5 = r4 + resultStride;
        Vector512<float> a0 = Vector512.Load(r0), a1 = Vector512.Load(r0 + 16), b0 = Vector512.Load(r1), b1 = Vector512.Load(r1 + 16);
        Vector512<float> c0 = Vector512.Load(r2), c1 = Vector512.Load(r2 + 16), d0 = Vector512.Load(r3), d1 = Vector512.Load(r3 + 16);
        Vector512<float> e0 = Vector512.Load(r4), e1 = Vector512.Load(r4 + 16), f0 = Vector512.Load(r5), f1 = Vector512.Load(r5 + 16);
        for (int k = 0; k < depth; k++, right += rightStride)
        {
            Vector512<float> low = Vector512.Load(right), high = Vector512.Load(right + 16);
            float* at = left + k;
            Add(ref a0, ref a1, *at, low, high);
            Add(ref b0, ref b1, *(at += leftStride), low, high);
            Add(ref c0, ref c1, *(at += leftStride), low, high);
            Add(ref d0, ref d1, *(at += leftStride), low, high);
            Add(ref e0, ref e1, *(at += leftStride), low, high);
            Add(ref f0, ref f1, *(at + leftStride), low, high);
        }
        a0.Store(r0);
        a1.Store(r0 + 16);
        b0.Store(r1);
        b1.Store(r1 + 16);
        c0.Store(r2);
        c1.Store(r2 + 16);
        d0.Store(r3);
        d1.Store(r3 + 16);
        e0.Store(r4);
        e1.Store(r4 + 16);
        f0.Store(r5);
        f1.Store(r5 + 16);
    }

    private static void OneRow(float* left, float* right, int rightStride, float* result, int depth)
    {
        var sum = Vector512.Load(result);
        for (int k = 0; k < depth; k++, right += rightStride)
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(left[k]), Vector512.Load(right), sum);
        sum.Store(result);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static void Add(
        ref Vector512<float> low, ref Vector512<float> high, float factor, Vector512<float> rightLow, Vector512<float> rightHigh)
    {
        var factors = Vector512.Create(factor);
        low = Vector512.FusedMultiplyAdd(factors, rightLow, low);
        high = Vector512.FusedMultiplyAdd(factors, rightHigh, high);
    }
}
