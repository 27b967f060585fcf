using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Learning;

/// <summary>
/// The weights of features during training, a row of labels each, with AdaGrad's sums of squares beside them (Duchi,
/// Hazan and Singer 2011) and a running sum for averaging. Lanes never mix and nothing is fused, so that the result
/// does not depend on the processor.
/// </summary>
internal sealed unsafe class TrainingRows : IDisposable
{
    private readonly int _labels;
    private readonly long _count;
    private readonly TrainingOptions _options;
    private readonly float* _rows;
    private readonly float* _sums;
    private int _averaged;

    public TrainingRows(int count, int labels, TrainingOptions options)
    {
        (_count, _labels, _options) = (count, labels, options);
        Width = (labels + 7) & ~7;
        _rows = Allocate(Math.Max(1, _count) * 2 * Width);
        _sums = Allocate(Math.Max(1, _count) * Width);
        for (long row = 0; row < _count; row++)
            new Span<float>(_rows + (row * 2 + 1) * Width, Width).Fill(options.InitialAccumulator);
    }

    /// <summary>The labels, padded to a multiple of 8; padding stays zero.</summary>
    public int Width { get; }

    /// <summary>Sets <paramref name="scores"/> to the sum of some rows.</summary>
    public void Sum(ReadOnlySpan<int> rows, float* scores)
    {
        new Span<float>(scores, Width).Clear();
        const int Ahead = 8;
        for (int i = 0; i < Math.Min(Ahead, rows.Length); i++) Prefetch(Row(rows[i]));
        for (int i = 0; i < rows.Length; i++)
        {
            if (i + Ahead < rows.Length) Prefetch(Row(rows[i + Ahead]));
            float* row = Row(rows[i]);
            for (int label = 0; label < Width; label += 8)
                (Vector256.Load(scores + label) + Vector256.Load(row + label)).Store(scores + label);
        }
    }

    /// <summary>Takes one step down <paramref name="gradient"/> for each of some rows.</summary>
    public void Update(ReadOnlySpan<int> rows, float* gradient)
    {
        var rate = Vector256.Create(_options.LearningRate);
        var pull = Vector256.Create(_options.L2);
        foreach (int index in rows)
        {
            float* row = Row(index);
            float* squares = row + Width;
            for (int label = 0; label < Width; label += 8)
            {
                var weight = Vector256.Load(row + label);
                var step = Vector256.Load(gradient + label) + pull * weight;
                var square = Vector256.Load(squares + label) + step * step;
                square.Store(squares + label);
                (weight - rate * step / Vector256.Sqrt(square)).Store(row + label);
            }
        }
    }

    /// <summary>Adds the current weights to the average.</summary>
    public void AddToAverage()
    {
        _averaged++;
        for (long row = 0; row < _count; row++)
        {
            float* from = _rows + row * 2 * Width;
            float* to = _sums + row * Width;
            for (int label = 0; label < Width; label += 8)
                (Vector256.Load(to + label) + Vector256.Load(from + label)).Store(to + label);
        }
    }

    /// <summary>The averaged weights (the current ones where nothing was averaged), times <paramref name="scale"/>.</summary>
    public FeatureWeights Result(uint[] hashes, float scale)
    {
        var weights = new float[_count * _labels];
        for (long row = 0; row < _count; row++)
        {
            float* from = _averaged > 0 ? _sums + row * Width : _rows + row * 2 * Width;
            for (int label = 0; label < _labels; label++)
                weights[row * _labels + label] = from[label] * scale / Math.Max(1, _averaged);
        }
        return new FeatureWeights(hashes, weights, _labels);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_rows);
        NativeMemory.AlignedFree(_sums);
    }

    private float* Row(int index) => _rows + (long)index * 2 * Width;

    private void Prefetch(float* row)
    {
        if (!Sse.IsSupported) return;
        for (int label = 0; label < Width; label += 16) Sse.Prefetch0(row + label);
    }

    private static float* Allocate(long floats)
    {
        nuint bytes = (nuint)(floats * sizeof(float));
        float* memory = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(memory, bytes);
        return memory;
    }
}
