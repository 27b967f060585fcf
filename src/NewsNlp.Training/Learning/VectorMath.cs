using System.Runtime.Intrinsics;
using NewsNlp.Models;

namespace NewsNlp.Training.Learning;

/// <summary>Functions over vectors whose results are the same on every processor.</summary>
internal static unsafe class VectorMath
{
    /// <summary>The logistic function of each number, 1 / (1 + exp(-x)).</summary>
    public static Vector256<float> Logistic(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + PortableMath.Exp(-x));

    /// <summary>The hyperbolic tangent of each number, within a few units of 2^-24.</summary>
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var half = Logistic(x + x);
        return half + half - Vector256<float>.One;
    }

    /// <summary>Exponentiates in place; the length is a multiple of 8.</summary>
    public static void Exp(float* values, int length)
    {
        for (int i = 0; i < length; i += 8) PortableMath.Exp(Vector256.Load(values + i)).Store(values + i);
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
