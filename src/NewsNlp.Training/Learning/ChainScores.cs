namespace NewsNlp.Training.Learning;

/// <summary>
/// The scores between labels of a chain during training, with AdaGrad's state: rows 0 to L-1 are transitions from each
/// label, row L holds starts and row L+1 ends.
/// </summary>
internal sealed class ChainScores
{
    private readonly TrainingOptions _options;
    private readonly float[] _squares;
    private readonly float[] _sums;
    private int _averaged;

    public ChainScores(ChainConstraints constraints, int width, TrainingOptions options)
    {
        (_options, Labels, Width) = (options, constraints.LabelCount, width);
        Values = new float[(Labels + 2) * width];
        Legal = new bool[Values.Length];
        _squares = new float[Values.Length];
        _sums = new float[Values.Length];
        Array.Fill(_squares, options.InitialAccumulator);
        for (int label = 0; label < Labels; label++)
        {
            for (int previous = 0; previous < Labels; previous++)
                Legal[previous * width + label] = constraints.MayFollow(previous, label);
            Legal[Labels * width + label] = constraints.MayStart(label);
            Legal[(Labels + 1) * width + label] = constraints.MayEnd(label);
        }
    }

    public int Labels { get; }

    public int Width { get; }

    public float[] Values { get; }

    public bool[] Legal { get; }

    public void Update(ReadOnlySpan<float> gradient)
    {
        for (int i = 0; i < Values.Length; i++)
        {
            float step = gradient[i];
            if (step == 0 || !Legal[i]) continue;
            _squares[i] += step * step;
            Values[i] -= _options.LearningRate * step / MathF.Sqrt(_squares[i]);
        }
    }

    public void AddToAverage()
    {
        _averaged++;
        for (int i = 0; i < Values.Length; i++) _sums[i] += Values[i];
    }

    /// <summary>Adds what another one has averaged to the average; that one must have averaged as often as each before.</summary>
    public void AddToAverage(ChainScores other)
    {
        if (_averaged == 0 || other._averaged == 0) throw new InvalidOperationException("Nothing was averaged: averageFrom must be below 1.");
        _averaged += other._averaged;
        for (int i = 0; i < Values.Length; i++) _sums[i] += other._sums[i];
    }

    /// <summary>The averaged score, or null where it is illegal.</summary>
    public float? Result(int row, int label)
    {
        int i = row * Width + label;
        return !Legal[i] ? null : _averaged > 0 ? _sums[i] / _averaged : Values[i];
    }
}
