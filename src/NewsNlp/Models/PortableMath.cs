using System.Runtime.Intrinsics;

namespace NewsNlp.Models;

/// <summary>
/// Functions whose results are the same bits on every processor, which the runtime's own (they call the platform's C
/// library) do not promise. Multiplications and additions are not fused here; keep it so.
/// </summary>
internal static class PortableMath
{
    /// <summary>e to the power of <paramref name="x"/>, within 2 units in the last place; 0 below -708, infinity above 709.</summary>
    public static double Exp(double x)
    {
        if (!(x >= -708)) return double.IsNaN(x) ? double.NaN : 0;
        if (x > 709) return double.PositiveInfinity;
        // x = k ln 2 + r with |r| at most half of ln 2; then the Taylor series of exp(r).
        double k = Math.Floor(x * 1.4426950408889634 + 0.5);
        double r = x - k * 0.693147180369123816490;
        r -= k * 1.90821492927058770002e-10;
        double sum = 1.0 / 6227020800;
        sum = sum * r + 1.0 / 479001600;
        sum = sum * r + 1.0 / 39916800;
        sum = sum * r + 1.0 / 3628800;
        sum = sum * r + 1.0 / 362880;
        sum = sum * r + 1.0 / 40320;
        sum = sum * r + 1.0 / 5040;
        sum = sum * r + 1.0 / 720;
        sum = sum * r + 1.0 / 120;
        sum = sum * r + 1.0 / 24;
        sum = sum * r + 1.0 / 6;
        sum = sum * r + 0.5;
        sum = sum * r + 1;
        sum = sum * r + 1;
        return sum * BitConverter.Int64BitsToDouble((1023L + (long)k) << 52);
    }

    /// <summary>e to the power of each of four numbers that are not above 709: the same as <see cref="Exp(double)"/>.</summary>
    public static Vector256<double> Exp(Vector256<double> x)
    {
        // Added to a whole number, this leaves the number in the low bits.
        const double Whole = 6755399441055744.0;
        var k = Vector256.Floor(x * Vector256.Create(1.4426950408889634) + Vector256.Create(0.5));
        var r = x - k * Vector256.Create(0.693147180369123816490);
        r -= k * Vector256.Create(1.90821492927058770002e-10);
        var sum = Vector256.Create(1.0 / 6227020800);
        sum = sum * r + Vector256.Create(1.0 / 479001600);
        sum = sum * r + Vector256.Create(1.0 / 39916800);
        sum = sum * r + Vector256.Create(1.0 / 3628800);
        sum = sum * r + Vector256.Create(1.0 / 362880);
        sum = sum * r + Vector256.Create(1.0 / 40320);
        sum = sum * r + Vector256.Create(1.0 / 5040);
        sum = sum * r + Vector256.Create(1.0 / 720);
        sum = sum * r + Vector256.Create(1.0 / 120);
        sum = sum * r + Vector256.Create(1.0 / 24);
        sum = sum * r + Vector256.Create(1.0 / 6);
        sum = sum * r + Vector256.Create(0.5);
        sum = sum * r + Vector256<double>.One;
        sum = sum * r + Vector256<double>.One;
        var power = ((k + Vector256.Create(Whole)).AsInt64() + Vector256.Create(1023L)) << 52;
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, Vector256.Create(-708.0)), sum * power.AsDouble(), Vector256<double>.Zero);
    }

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

    /// <summary>The logistic function, 1 / (1 + exp(-x)).</summary>
    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Exp(-x)) : Exp(x) / (1 + Exp(x));
}
