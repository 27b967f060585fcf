using System.Runtime.CompilerServices;
using NewsNlp.Features;

namespace NewsNlp.Quotations.Reading;

/// <summary>Collects the features of one position into a buffer that the caller owns.</summary>
internal ref struct FeatureList(Span<uint> buffer)
{
    private readonly Span<uint> _buffer = buffer;
    private int _count;

    public readonly ReadOnlySpan<uint> Features => _buffer[.._count];

    // Calls on purpose: a method that adds dozens of features exceeds what the compiler inlines, and what it then leaves out
    // are the innermost steps of each hash.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Add(int template, ulong value) => _buffer[_count++] = FeatureHash.Feature(template, value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Add(int template, ulong first, ulong second) => _buffer[_count++] = FeatureHash.Feature(template, first, second);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Add(int template, ulong first, ulong second, ulong third) =>
        _buffer[_count++] = FeatureHash.Feature(template, first, second, third);
}

/// <summary>Small numbers made smaller, so that features of them recur.</summary>
internal static class Bucket
{
    /// <summary>A signed distance: exact up to 4, then 5–7, 8–11, 12–19, 20–34, more; as a number from 0 to 18.</summary>
    public static ulong Distance(int distance)
    {
        var far = Math.Abs((long)distance);
        var step = far < 5 ? (int)far : far < 8 ? 5 : far < 12 ? 6 : far < 20 ? 7 : far < 35 ? 8 : 9;
        return (ulong)(distance < 0 ? 9 - step : 9 + step);
    }

    /// <summary>The log odds of a probability in steps of two thirds, as a number from 0 to 16.</summary>
    public static ulong Odds(double probability)
    {
        // Thresholds of the logistic function at -16/3, -14/3, … 16/3: comparing needs no logarithm, which differs by machine.
        ReadOnlySpan<double> thresholds =
        [
            0.0048045, 0.0093158, 0.0179862, 0.0344452, 0.0649693, 0.1192029, 0.2086000, 0.3392437,
            0.5, 0.6607563, 0.7914000, 0.8807971, 0.9350307, 0.9655548, 0.9820138, 0.9906842,
        ];
        var step = 0;
        while (step < thresholds.Length && probability >= thresholds[step])
        {
            step++;
        }

        return (ulong)step;
    }
}
