namespace NewsNlp.Training;

/// <summary>A data set, or the part of it that a profile may use.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="License">Its licence, as far as stated.</param>
/// <param name="Documents">How the identifiers of the documents begin that may be used; empty where all may be.</param>
internal sealed record DataSource(string Name, string License, IReadOnlyList<string> Documents)
{
    /// <summary>Whether a document may be used.</summary>
    public bool Has(string id) =>
        Documents.Count == 0 || Documents.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal));
}
