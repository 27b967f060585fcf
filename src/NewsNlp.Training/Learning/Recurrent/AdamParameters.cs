using System.Runtime.Intrinsics;

namespace NewsNlp.Training.Learning.Recurrent;

/// <summary>
/// Numbers that are learned, with their slopes: Adam (Kingma and Ba 2015), and a mean of what they have been of late, which is what
/// is kept in the end.
/// </summary>
internal sealed class AdamParameters(int length)
{
    private const float First = 0.9f, Second = 0.999f, Epsilon = 1e-8f, Decay = 0.998f;

    private readonly float[] _means = new float[length];
    private readonly float[] _squares = new float[length];
    private readonly float[] _averages = new float[length];
    private float _firstPower = 1, _secondPower = 1;
    private int _steps;

    /// <summary>The numbers.</summary>
    public float[] Values { get; } = new float[length];

    /// <summary>The slope of the loss at each number; to be set to zero by the learner.</summary>
    public float[] Slopes { get; } = new float[length];

    /// <summary>The mean of what the numbers have been of late.</summary>
    public ReadOnlySpan<float> Averages => _averages;

    /// <summary>Sets all numbers to chance between two bounds that lie around zero.</summary>
    public void SetUniform(float bound, SplitMix random)
    {
        for (int i = 0; i < Values.Length; i++) Values[i] = bound * (2 * random.Unit() - 1);
    }

    /// <summary>Sets all numbers to chance that is normal but for its far ends, which are cut off.</summary>
    public void SetNormal(float deviation, SplitMix random)
    {
        // Twelve uniform numbers add up to a variance of one; no function that differs by machine is needed.
        for (int i = 0; i < Values.Length; i++)
        {
            float sum = -6;
            for (int k = 0; k < 12; k++) sum += random.Unit();
            Values[i] = deviation * sum;
        }
    }

    /// <summary>The sum of the slopes' squares.</summary>
    public double SquareOfSlopes()
    {
        double sum = 0;
        foreach (float slope in Slopes) sum += (double)slope * slope;
        return sum;
    }

    /// <summary>Takes a step down the slopes.</summary>
    /// <param name="rate">How far.</param>
    /// <param name="scale">What the slopes are multiplied by.</param>
    public void Step(float rate, float scale)
    {
        _steps++;
        _firstPower *= First;
        _secondPower *= Second;
        float decay = Math.Min(Decay, (1f + _steps) / (10f + _steps));
        float step = rate / (1 - _firstPower), spread = 1 / (1 - _secondPower);
        int i = 0;
        for (; i + Vector512<float>.Count <= Values.Length; i += Vector512<float>.Count) StepVector(i, scale, step, spread, 1 - decay);
        for (; i < Values.Length; i++)
        {
            float slope = Slopes[i] * scale;
            _means[i] = First * _means[i] + (1 - First) * slope;
            _squares[i] = Second * _squares[i] + (1 - Second) * slope * slope;
            Values[i] -= step * _means[i] / (MathF.Sqrt(_squares[i] * spread) + Epsilon);
            _averages[i] += (1 - decay) * (Values[i] - _averages[i]);
        }
    }

    private void StepVector(int i, float scale, float step, float spread, float share)
    {
        var slope = Vector512.Create(Slopes, i) * scale;
        var mean = Vector512.Create(_means, i) * First + slope * (1 - First);
        var square = Vector512.Create(_squares, i) * Second + slope * (1 - Second) * slope;
        mean.CopyTo(_means, i);
        square.CopyTo(_squares, i);
        var value = Vector512.Create(Values, i) - mean * step / (Vector512.Sqrt(square * spread) + Vector512.Create(Epsilon));
        value.CopyTo(Values, i);
        var average = Vector512.Create(_averages, i);
        (average + (value - average) * share).CopyTo(_averages, i);
    }
}
