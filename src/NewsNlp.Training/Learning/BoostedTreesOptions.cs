namespace NewsNlp.Training.Learning;

/// <summary>How to train boosted trees. The same examples, options and seed give the same trees, bit for bit.</summary>
internal sealed record BoostedTreesOptions
{
    public int Trees { get; init; } = 150;

    /// <summary>The most leaves of a tree.</summary>
    public int Leaves { get; init; } = 16;

    /// <summary>The fewest examples of a leaf.</summary>
    public int LeastExamples { get; init; } = 40;

    /// <summary>How much of its best value a leaf takes.</summary>
    public double Rate { get; init; } = 0.08;

    /// <summary>Pull of a leaf's value towards zero.</summary>
    public double L2 { get; init; } = 5;

    /// <summary>The share of the numbers that a tree may ask for.</summary>
    public double NumberShare { get; init; } = 0.4;

    /// <summary>The share of the examples that a tree is grown on.</summary>
    public double ExampleShare { get; init; } = 0.7;

    public ulong Seed { get; init; } = 7;
}
