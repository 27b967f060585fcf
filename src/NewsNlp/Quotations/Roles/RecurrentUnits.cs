using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// What gated recurrent units do with their sums. Each unit is calculated alone, without fused steps, so that the results are the same
/// on every processor.
/// </summary>
internal static unsafe class RecurrentUnits
{
    // Adding this to a small number leaves it, rounded, in the low bits.
    private const float Whole = 12582912;

    // exp(-x) as a power of two: beyond these the logistic function is 0 or 1.
    private const float PowersOfX = -1.44269504f, MostPower = 100;

    // 2^f for f of at most a half to both sides, a polynomial of the fourth degree.
    private const float First = 0.6931472f, Second = 0.2402265f, Third = 0.0555041f, Fourth = 0.0096181f;

    /// <summary>One step: the state becomes that of the next token.</summary>
    /// <param name="units">How many units there are, a multiple of 16.</param>
    /// <param name="sums">The sums of the token's inputs: of the units' forgetting gates, of their keeping gates, and of what is new.</param>
    /// <param name="products">The sums of the state before, in the same order.</param>
    /// <param name="state">The state.</param>
    /// <param name="rounded">Takes the state in units of <see cref="RoleNetwork.Scale"/>.</param>
    public static void Step(int units, int* sums, int* products, float* state, short* rounded)
    {
        for (var j = 0; j < units; j += 16)
        {
            if (Avx512F.IsSupported)
            {
                Avx512F.ConvertToVector256Int16(Sixteen(sums + j, products + j, units, state + j)).Store(rounded + j);
                continue;
            }

            var low = Eight(sums + j, products + j, units, state + j);
            var high = Eight(sums + j + 8, products + j + 8, units, state + j + 8);
            Vector256.Narrow(low, high).Store(rounded + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Sixteen(int* sums, int* products, int units, float* state)
    {
        var unit = Vector512.Create(RoleNetwork.SumUnit);
        var forget = Logistic(Vector512.ConvertToSingle(Vector512.Load(sums) + Vector512.Load(products)) * unit);
        var keep = Logistic(Vector512.ConvertToSingle(Vector512.Load(sums + units) + Vector512.Load(products + units)) * unit);
        var old = Vector512.ConvertToSingle(Vector512.Load(products + (2 * units))) * unit;
        var fresh = (Vector512.ConvertToSingle(Vector512.Load(sums + (2 * units))) * unit) + (forget * old);
        var half = Logistic(fresh + fresh);
        fresh = half + half - Vector512<float>.One;
        var next = fresh + (keep * (Vector512.Load(state) - fresh));
        next.Store(state);
        var whole = Vector512.Create(Whole);
        return ((next * Vector512.Create((float)RoleNetwork.Scale)) + whole).AsInt32() - whole.AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(int* sums, int* products, int units, float* state)
    {
        var unit = Vector256.Create(RoleNetwork.SumUnit);
        var forget = Logistic(Vector256.ConvertToSingle(Vector256.Load(sums) + Vector256.Load(products)) * unit);
        var keep = Logistic(Vector256.ConvertToSingle(Vector256.Load(sums + units) + Vector256.Load(products + units)) * unit);
        var old = Vector256.ConvertToSingle(Vector256.Load(products + (2 * units))) * unit;
        var fresh = (Vector256.ConvertToSingle(Vector256.Load(sums + (2 * units))) * unit) + (forget * old);
        var half = Logistic(fresh + fresh);
        fresh = half + half - Vector256<float>.One;
        var next = fresh + (keep * (Vector256.Load(state) - fresh));
        next.Store(state);
        var whole = Vector256.Create(Whole);
        return ((next * Vector256.Create((float)RoleNetwork.Scale)) + whole).AsInt32() - whole.AsInt32();
    }

    /// <summary>The logistic function, within 0.0001.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Logistic(Vector512<float> x)
    {
        Vector512<float> most = Vector512.Create(MostPower), whole = Vector512.Create(Whole);
        var t = Vector512.Min(Vector512.Max(x * Vector512.Create(PowersOfX), -most), most);
        var shifted = t + whole;
        var f = t - (shifted - whole);
        var square = f * f;
        var low = Vector512<float>.One + (f * Vector512.Create(First));
        var high = Vector512.Create(Second) + (f * Vector512.Create(Third)) + (square * Vector512.Create(Fourth));
        var power = ((low + (square * high)).AsInt32() + (shifted.AsInt32() << 23)).AsSingle();
        return Vector512<float>.One / (Vector512<float>.One + power);
    }

    /// <summary>The logistic function, within 0.0001; the same numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Logistic(Vector256<float> x)
    {
        Vector256<float> most = Vector256.Create(MostPower), whole = Vector256.Create(Whole);
        var t = Vector256.Min(Vector256.Max(x * Vector256.Create(PowersOfX), -most), most);
        var shifted = t + whole;
        var f = t - (shifted - whole);
        var square = f * f;
        var low = Vector256<float>.One + (f * Vector256.Create(First));
        var high = Vector256.Create(Second) + (f * Vector256.Create(Third)) + (square * Vector256.Create(Fourth));
        var power = ((low + (square * high)).AsInt32() + (shifted.AsInt32() << 23)).AsSingle();
        return Vector256<float>.One / (Vector256<float>.One + power);
    }
}
