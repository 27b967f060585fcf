namespace NewsNlp.Models;

/// <summary>
/// A linear classifier over hashed features: binary logistic regression with one label, or softmax regression with
/// several. Scores are exact integers; probabilities are the same on every processor. Immutable, safe for many threads.
/// </summary>
internal sealed class LinearClassifier
{
    private readonly int[] _biases;

    private LinearClassifier(SectionReader reader)
    {
        Table = WeightTable.Read(reader);
        _biases = new int[Table.AccumulatorLength];
        reader.Int32Array(Table.LabelCount).CopyTo(_biases, 0);
    }

    /// <summary>The weights.</summary>
    public WeightTable Table { get; }

    /// <summary>The number of labels; 1 for a binary classifier, whose only score speaks for "yes".</summary>
    public int LabelCount => Table.LabelCount;

    /// <summary>Reads a classifier; the reader stands after it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static LinearClassifier Read(SectionReader reader) => new(reader);

    /// <summary>Sets <paramref name="scores"/> (at least <see cref="WeightTable.AccumulatorLength"/>) to the features' scores.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        _biases.CopyTo(scores);
        Table.Accumulate(features, scores);
    }

    /// <summary>The score of a binary classifier, in units of the table's quantum: above 0 means "yes".</summary>
    public int Score(ReadOnlySpan<uint> features)
    {
        if (LabelCount == 1) return _biases[0] + Table.Sum(features);
        Span<int> scores = stackalloc int[WeightTable.MaxLabels + 1];
        Score(features, scores);
        return scores[0];
    }

    /// <summary>The probability of "yes" of a binary classifier.</summary>
    public double Probability(ReadOnlySpan<uint> features) => PortableMath.Logistic(Score(features) * Table.Quantum);

    /// <summary>The label with the highest score, the first of equals; for a binary classifier 0 for "no", 1 for "yes".</summary>
    public int Classify(ReadOnlySpan<uint> features)
    {
        Span<int> scores = stackalloc int[WeightTable.MaxLabels + 1];
        Score(features, scores);
        if (LabelCount == 1) return scores[0] > 0 ? 1 : 0;
        int best = 0;
        for (int label = 1; label < LabelCount; label++)
            if (scores[label] > scores[best]) best = label;
        return best;
    }

    /// <summary>Turns scores from <see cref="Score(ReadOnlySpan{uint}, Span{int})"/> into probabilities that add up to 1.</summary>
    public void Probabilities(ReadOnlySpan<int> scores, Span<double> probabilities)
    {
        int top = scores[0];
        for (int label = 1; label < LabelCount; label++) top = Math.Max(top, scores[label]);
        double sum = 0;
        for (int label = 0; label < LabelCount; label++)
            sum += probabilities[label] = PortableMath.Exp(((long)scores[label] - top) * Table.Quantum);
        for (int label = 0; label < LabelCount; label++) probabilities[label] /= sum;
    }
}
