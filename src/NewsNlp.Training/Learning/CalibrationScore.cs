namespace NewsNlp.Training.Learning;

/// <summary>
/// How far scores are from how often they are right: the expected calibration error over ten bins of equal width (Naeini,
/// Cooper and Hauskrecht 2015).
/// </summary>
internal sealed class CalibrationScore
{
    private const int Bins = 10;

    private readonly int[] _counts = new int[Bins];
    private readonly int[] _right = new int[Bins];
    private readonly double[] _scores = new double[Bins];

    /// <summary>The error, from 0 to 1; 0 where nothing was added.</summary>
    public double Error
    {
        get
        {
            double off = 0;
            for (int bin = 0; bin < Bins; bin++) off += Math.Abs(_scores[bin] - _right[bin]);
            return off / Math.Max(1, _counts.Sum());
        }
    }

    /// <summary>Adds a prediction by its score and whether it was right.</summary>
    public void Add(double score, bool right)
    {
        int bin = Math.Clamp((int)(score * Bins), 0, Bins - 1);
        _counts[bin]++;
        _scores[bin] += score;
        if (right) _right[bin]++;
    }
}
