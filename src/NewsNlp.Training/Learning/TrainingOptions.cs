namespace NewsNlp.Training.Learning;

/// <summary>How to train a chain or a classifier. The same data, options and seed give the same model, bit for bit.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>AdaGrad's step.</summary>
    public float LearningRate { get; init; } = 0.1f;

    /// <summary>What AdaGrad's sums of squares start from.</summary>
    public float InitialAccumulator { get; init; } = 1e-2f;

    /// <summary>Pull towards zero, applied where a feature is seen.</summary>
    public float L2 { get; init; } = 2e-4f;

    /// <summary>The share of features left out at each position, in training only.</summary>
    public float Dropout { get; init; }

    /// <summary>Features that occur less often get no weight.</summary>
    public int MinimumCount { get; init; } = 2;

    /// <summary>
    /// The most features that get weights; 0 for no limit. Where there are more, those that matter most after a first
    /// training of <see cref="SelectionEpochs"/> are kept, and training starts again with them alone.
    /// </summary>
    public int MaxFeatures { get; init; }

    /// <summary>Passes over the data to find out which features matter.</summary>
    public int SelectionEpochs { get; init; } = 4;

    /// <summary>Weights are averaged over the epochs from this share of them on; 1 for no averaging.</summary>
    public double AverageFrom { get; init; } = 0.5;

    /// <summary>Positions whose gradient is smaller than this everywhere are not updated.</summary>
    public float GradientFloor { get; init; } = 1e-3f;

    /// <summary>Epochs without a better validation loss before training stops; 0 for never. Needs a validation set.</summary>
    public int Patience { get; init; }

    /// <summary>Weights smaller than this become zero in the packed model.</summary>
    public float Prune { get; init; } = 0.02f;

    public ulong Seed { get; init; } = 5;

    /// <summary>
    /// How many chains are trained, from as many seeds, on the same features, to be averaged: the mean has less of what chance
    /// put into each.
    /// </summary>
    public int Seeds { get; init; } = 1;
}

/// <summary>What happened in an epoch: the mean negative log-likelihood a position, and on the validation set if there is one.</summary>
internal readonly record struct EpochReport(int Epoch, double Loss, double? ValidationLoss, TimeSpan Elapsed);
