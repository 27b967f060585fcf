using System.Runtime.Intrinsics;

namespace NewsNlp.Training.Learning;

/// <summary>Functions over vectors whose results are the same on every processor.</summary>
internal static unsafe class VectorMath
{
    /// <summary>e to the power of each number, within a few units in the last place; 0 below -87, capped above 88.</summary>
    public static Vector256<float> Exp(Vector256<float> x)
    {
        var tiny = Vector256.LessThan(x, Vector256.Create(-87f));
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(88f));
        var k = Vector256.Floor(x * Vector256.Create(1.44269504f) + Vector256.Create(0.5f));
        var r = x - k * Vector256.Create(0.693359375f);
        r += k * Vector256.Create(2.12194440e-4f);
        var sum = Vector256.Create(1f / 5040);
        sum = sum * r + Vector256.Create(1f / 720);
        sum = sum * r + Vector256.Create(1f / 120);
        sum = sum * r + Vector256.Create(1f / 24);
        sum = sum * r + Vector256.Create(1f / 6);
        sum = sum * r + Vector256.Create(0.5f);
        sum = sum * r + Vector256<float>.One;
        sum = sum * r + Vector256<float>.One;
        var power = Vector256.ShiftLeft(Vector256.ConvertToInt32(k) + Vector256.Create(127), 23).AsSingle();
        return Vector256.AndNot(sum * power, tiny);
    }

    /// <summary>Exponentiates in place; the length is a multiple of 8.</summary>
    public static void Exp(float* values, int length)
    {
        for (int i = 0; i < length; i += 8) Exp(Vector256.Load(values + i)).Store(values + i);
    }

    /// <summary>The sum, in an order that does not depend on the processor; the length is a multiple of 8.</summary>
    public static float Sum(float* values, int length)
    {
        var lanes = Vector256<float>.Zero;
        for (int i = 0; i < length; i += 8) lanes += Vector256.Load(values + i);
        float sum = 0;
        for (int i = 0; i < 8; i++) sum += lanes[i];
        return sum;
    }

    /// <summary>Multiplies in place; the length is a multiple of 8.</summary>
    public static void Scale(float* values, float factor, int length)
    {
        var factors = Vector256.Create(factor);
        for (int i = 0; i < length; i += 8) (Vector256.Load(values + i) * factors).Store(values + i);
    }

    /// <summary>result[l] = sum over k, in order, of vector[k] * matrix[k][l]; rows are <paramref name="width"/> long.</summary>
    public static void Multiply(float* matrix, float* vector, int rows, int width, float* result)
    {
        for (int l = 0; l < width; l += 8)
        {
            var sum = Vector256<float>.Zero;
            for (int k = 0; k < rows; k++) sum += Vector256.Create(vector[k]) * Vector256.Load(matrix + k * width + l);
            sum.Store(result + l);
        }
    }
}
