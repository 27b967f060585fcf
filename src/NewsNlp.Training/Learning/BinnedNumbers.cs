namespace NewsNlp.Training.Learning;

/// <summary>
/// The numbers of all examples, sorted into at most <see cref="MaxBins"/> bins each, so that the best threshold is found by
/// counting.
/// </summary>
internal sealed class BinnedNumbers
{
    /// <summary>The most bins of a number.</summary>
    public const int MaxBins = 48;

    private readonly float[][] _thresholds;
    private readonly byte[][] _bins;

    public BinnedNumbers(ExampleTable examples)
    {
        _thresholds = new float[examples.Numbers][];
        _bins = new byte[examples.Numbers][];
        for (int number = 0; number < examples.Numbers; number++)
        {
            var values = new float[examples.Count];
            for (int i = 0; i < values.Length; i++) values[i] = examples[i, number];
            _thresholds[number] = Thresholds(values);
            _bins[number] = [.. values.Select(value => Bin(_thresholds[number], value))];
        }
    }

    /// <summary>The values that part the bins of a number: bin i holds what is above i of them.</summary>
    public ReadOnlySpan<float> Thresholds(int number) => _thresholds[number];

    /// <summary>The bins of all examples for a number.</summary>
    public byte[] Bins(int number) => _bins[number];

    private static float[] Thresholds(float[] values)
    {
        float[] sorted = [.. values.Order()];
        float[] different = [.. sorted.Distinct()];
        if (different.Length <= MaxBins) return [.. different.Zip(different.Skip(1), (low, high) => low + (high - low) / 2)];
        var thresholds = new List<float>();
        for (int i = 1; i < MaxBins; i++)
        {
            float value = sorted[(int)((long)i * sorted.Length / MaxBins)];
            if (thresholds.Count == 0 || value > thresholds[^1]) thresholds.Add(value);
        }

        return [.. thresholds];
    }

    private static byte Bin(float[] thresholds, float value)
    {
        int bin = Array.BinarySearch(thresholds, value);
        return (byte)(bin >= 0 ? bin : ~bin);
    }
}
