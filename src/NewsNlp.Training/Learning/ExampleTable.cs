namespace NewsNlp.Training.Learning;

/// <summary>Examples for trees: some numbers each, and whether the answer is yes.</summary>
internal sealed class ExampleTable(int numbers)
{
    private readonly List<float> _values = [];
    private readonly List<bool> _answers = [];

    /// <summary>How many numbers describe an example.</summary>
    public int Numbers => numbers;

    /// <summary>How many examples there are.</summary>
    public int Count => _answers.Count;

    /// <summary>Adds an example.</summary>
    public void Add(ReadOnlySpan<float> values, bool answer)
    {
        if (values.Length != numbers) throw new ArgumentException($"{values.Length} numbers, not {numbers}.", nameof(values));
        foreach (float value in values) _values.Add(value);
        _answers.Add(answer);
    }

    /// <summary>A number of an example.</summary>
    public float this[int example, int number] => _values[example * numbers + number];

    /// <summary>Whether an example's answer is yes.</summary>
    public bool Answer(int example) => _answers[example];
}
