using System.Numerics;

namespace NewsNlp.Evaluation;

/// <summary>
/// How far a score could lie elsewhere with other documents: the percentile bootstrap over documents (Efron and Tibshirani 1993,
/// chapter 13). The document is what is drawn, since what stands in one article is not independent.
/// </summary>
/// <param name="Low">The lower end of the 95 % interval.</param>
/// <param name="High">The upper end.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct BootstrapInterval(double Low, double High)
{
    private const double Tail = 0.025;

    /// <summary>The interval of a figure; the same for the same arguments, on every machine.</summary>
    /// <param name="documents">The scores of each document.</param>
    /// <param name="value">The figure of a sum of scores, such as an F1.</param>
    /// <param name="samples">How many times to draw as many documents as there are, with replacement.</param>
    /// <param name="seed">Where the drawing starts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="documents"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="samples"/> is less than 1.</exception>
    public static BootstrapInterval Of<T>(IReadOnlyList<T> documents, Func<T, double> value, int samples = 1000, long seed = 1)
        where T : IAdditionOperators<T, T, T>
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        if (documents.Count == 0) throw new ArgumentException("There are no documents to draw from.", nameof(documents));
        ulong state = (ulong)seed;
        var values = new double[samples];
        for (int i = 0; i < samples; i++)
        {
            var sum = documents[Next(ref state, documents.Count)];
            for (int drawn = 1; drawn < documents.Count; drawn++) sum += documents[Next(ref state, documents.Count)];
            values[i] = value(sum);
        }

        Array.Sort(values);
        return new BootstrapInterval(values[(int)(Tail * samples)], values[Math.Min(samples - 1, (int)((1 - Tail) * samples))]);
    }

    // SplitMix64 (Steele, Lea and Flood 2014): its sequence is part of what "the same on every machine" means.
    private static int Next(ref ulong state, int limit)
    {
        ulong mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)Math.BigMul(mixed ^ (mixed >> 31), (ulong)limit, out _);
    }
}
