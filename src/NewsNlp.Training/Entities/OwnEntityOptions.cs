namespace NewsNlp.Training.Entities;

/// <summary>How to train the entity recognizer on a user's own labels.</summary>
internal sealed record OwnEntityOptions
{
    /// <summary>The file to train on: <c>.tsv</c> with tokens and BIO labels, or <c>.jsonl</c> with texts and spans.</summary>
    public required string Training { get; init; }

    /// <summary>A file of the same kind to measure on; null for none.</summary>
    public string? Development { get; init; }

    /// <summary>What labels of the files are called in the model; others keep their names.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The licence of the data, for the model's metadata.</summary>
    public string License { get; init; } = "not stated";

    /// <summary>Passes over the data; null to go by its size.</summary>
    public int? Epochs { get; init; }

    public ulong Seed { get; init; } = 5;
}
