namespace NewsNlp.Training.Learning;

/// <summary>Examples for trees: some numbers each, and how far the answer is yes, from 0 to 1.</summary>
internal sealed class ExampleTable(int numbers)
{
    private readonly List<float> _values = [];
    private readonly List<double> _answers = [];

    /// <summary>How many numbers describe an example.</summary>
    public int Numbers => numbers;

    /// <summary>How many examples there are.</summary>
    public int Count => _answers.Count;

    /// <summary>Adds an example with a plain answer.</summary>
    public void Add(ReadOnlySpan<float> values, bool answer) => Add(values, answer ? 1 : 0);

    /// <summary>Adds an example whose answer may lie between no, 0, and yes, 1.</summary>
    public void Add(ReadOnlySpan<float> values, double answer)
    {
        if (values.Length != numbers) throw new ArgumentException($"{values.Length} numbers, not {numbers}.", nameof(values));
        foreach (float value in values) _values.Add(value);
        _answers.Add(answer);
    }

    /// <summary>A number of an example.</summary>
    public float this[int example, int number] => _values[example * numbers + number];

    /// <summary>How far an example's answer is yes.</summary>
    public double Answer(int example) => _answers[example];
}
