namespace NewsNlp.Training.Learning.Recurrent;

/// <summary>
/// Sentences that are learned from at the same time, in rows: the first tokens of all, then the second ones, and so on; longer
/// sentences stand before shorter ones, so that those that go on are always the first.
/// </summary>
internal sealed class SentenceBatch
{
    private readonly int[] _lengths;
    private readonly int[] _firstRows;
    private readonly int[] _counts;

    /// <summary>A batch of sentences of some lengths, in falling order, none of them empty.</summary>
    public SentenceBatch(int[] lengths)
    {
        _lengths = lengths;
        Steps = lengths.Length == 0 ? 0 : lengths[0];
        _firstRows = new int[Steps];
        _counts = new int[Steps];
        for (int step = 0; step < Steps; step++)
        {
            _firstRows[step] = Rows;
            _counts[step] = Array.FindLastIndex(lengths, length => length > step) + 1;
            Rows += _counts[step];
        }
    }

    /// <summary>How many sentences there are.</summary>
    public int Count => _lengths.Length;

    /// <summary>The tokens of the longest one.</summary>
    public int Steps { get; }

    /// <summary>The tokens of all.</summary>
    public int Rows { get; private set; }

    /// <summary>How many sentences have more than so many tokens.</summary>
    public int CountAt(int step) => _counts[step];

    /// <summary>The length of a sentence.</summary>
    public int LengthOf(int sentence) => _lengths[sentence];

    /// <summary>The row of a sentence's token, counted from its start.</summary>
    public int Row(int sentence, int token) => _firstRows[token] + sentence;

    /// <summary>The row of a sentence's token, counted from where a direction starts.</summary>
    public int Row(int sentence, int step, bool backwards) =>
        _firstRows[backwards ? _lengths[sentence] - 1 - step : step] + sentence;
}
