using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Training.Learning;

/// <summary>
/// Forward-backward over one sequence in training: from emission scores to the gradient of the negative log-likelihood.
/// </summary>
internal sealed unsafe class ChainLattice : IDisposable
{
    private const float Never = -1e9f;
    private readonly int _labels;
    private readonly int _width;
    private readonly float* _transitions;
    private readonly float* _transposed;
    private readonly float* _pairs;
    private readonly float* _incoming;
    private float* _memory;
    private int _capacity;

    public ChainLattice(int labels, int width)
    {
        (_labels, _width) = (labels, width);
        _transitions = Allocate((labels + 2) * width);
        _transposed = Allocate(labels * width);
        _pairs = Allocate(labels * width);
        _incoming = Allocate(width);
    }

    /// <summary>The emission scores of a position, to be filled before <see cref="Run"/>; afterwards their gradient.</summary>
    public float* Emissions(int position) => _memory + (long)position * _width;

    private float* Forward(int position) => _memory + ((long)_capacity + position) * _width;

    private float* Backward(int position) => _memory + (2L * _capacity + position) * _width;

    private float* Norms => _memory + 3L * _capacity * _width;

    /// <summary>Makes room for a sequence.</summary>
    public void Begin(int length)
    {
        if (length <= _capacity) return;
        NativeMemory.AlignedFree(_memory);
        _capacity = Math.Max(length, 2 * _capacity);
        _memory = Allocate((3L * _width + 1) * _capacity);
    }

    /// <summary>
    /// Turns the emission scores into the gradient, and sets <paramref name="gradient"/> to that of the scores between
    /// labels.
    /// </summary>
    /// <returns>The negative log-likelihood of the gold labels, position by position; null where numbers ran out of range.</returns>
    public double? Run(ReadOnlySpan<byte> gold, ReadOnlySpan<ulong> allowed, ChainScores scores, Span<float> gradient)
    {
        int length = gold.Length, width = _width;
        Exponentiate(scores);
        float* starts = _transitions + _labels * width;
        float* ends = starts + width;
        for (int i = 0; i < length; i++)
        {
            ExponentiateEmissions(Emissions(i), allowed[i]);
            float* forward = Forward(i);
            if (i == 0) Copy(starts, forward);
            else VectorMath.Multiply(_transitions, Forward(i - 1), _labels, width, forward);
            MultiplyBy(forward, Emissions(i));
            if (i == length - 1) MultiplyBy(forward, ends);
            float norm = VectorMath.Sum(forward, width);
            if (!(norm > 1e-30f) || !float.IsFinite(norm)) return null;
            Norms[i] = norm;
            VectorMath.Scale(forward, 1 / norm, width);
        }

        new Span<float>(_pairs, _labels * width).Clear();
        for (int l = 0; l < width; l++) Backward(length - 1)[l] = 1;
        for (int i = length - 1; i > 0; i--)
        {
            Copy(Backward(i), _incoming);
            MultiplyBy(_incoming, Emissions(i));
            if (i == length - 1) MultiplyBy(_incoming, ends);
            VectorMath.Scale(_incoming, 1 / Norms[i], width);
            VectorMath.Multiply(_transposed, _incoming, _labels, width, Backward(i - 1));
            AddPairs(Forward(i - 1));
        }
        return Gradient(gold, gradient);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        NativeMemory.AlignedFree(_transitions);
        NativeMemory.AlignedFree(_transposed);
        NativeMemory.AlignedFree(_pairs);
        NativeMemory.AlignedFree(_incoming);
    }

    private double Gradient(ReadOnlySpan<byte> gold, Span<float> gradient)
    {
        int length = gold.Length, width = _width;
        gradient.Clear();
        for (int i = 0; i < _labels * width; i++) gradient[i] = _pairs[i] * _transitions[i];
        double loss = 0;
        for (int i = 0; i < length; i++)
        {
            float* marginal = Emissions(i);
            Copy(Forward(i), marginal);
            MultiplyBy(marginal, Backward(i));
            float sum = VectorMath.Sum(marginal, width);
            VectorMath.Scale(marginal, 1 / sum, width);
            loss -= Math.Log(Math.Max(1e-12, marginal[gold[i]]));
            marginal[gold[i]] -= 1;
            if (i > 0) gradient[gold[i - 1] * width + gold[i]] -= 1;
        }
        new Span<float>(Emissions(0), width).CopyTo(gradient[(_labels * width)..]);
        new Span<float>(Emissions(length - 1), width).CopyTo(gradient[((_labels + 1) * width)..]);
        return loss;
    }

    private void Exponentiate(ChainScores scores)
    {
        int count = (_labels + 2) * _width;
        for (int i = 0; i < count; i++) _transitions[i] = scores.Legal[i] ? scores.Values[i] : Never;
        VectorMath.Exp(_transitions, count);
        for (int k = 0; k < _labels; k++)
            for (int l = 0; l < _labels; l++) _transposed[l * _width + k] = _transitions[k * _width + l];
    }

    private void ExponentiateEmissions(float* emissions, ulong allowed)
    {
        float top = Never;
        for (int l = 0; l < _labels; l++)
            if ((allowed >> l & 1) != 0) top = Math.Max(top, emissions[l]);
        for (int l = 0; l < _width; l++)
            emissions[l] = l < _labels && (allowed >> l & 1) != 0 ? emissions[l] - top : Never;
        VectorMath.Exp(emissions, _width);
    }

    private void AddPairs(float* forward)
    {
        for (int k = 0; k < _labels; k++)
        {
            if (forward[k] < 1e-6f) continue;
            var factor = Vector256.Create(forward[k]);
            float* row = _pairs + k * _width;
            for (int l = 0; l < _width; l += 8)
                (Vector256.Load(row + l) + factor * Vector256.Load(_incoming + l)).Store(row + l);
        }
    }

    private void Copy(float* from, float* to) => new Span<float>(from, _width).CopyTo(new Span<float>(to, _width));

    private void MultiplyBy(float* values, float* factors)
    {
        for (int l = 0; l < _width; l += 8) (Vector256.Load(values + l) * Vector256.Load(factors + l)).Store(values + l);
    }

    private static float* Allocate(long floats)
    {
        nuint bytes = (nuint)(floats * sizeof(float));
        float* memory = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(memory, bytes);
        return memory;
    }
}
