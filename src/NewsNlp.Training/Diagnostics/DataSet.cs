using NewsNlp.Training.Data;

namespace NewsNlp.Training.Diagnostics;

/// <summary>A data file, read to be looked at.</summary>
/// <param name="File">Its name relative to the data folder.</param>
/// <param name="Documents">Its documents.</param>
internal sealed record DataSet(string File, IReadOnlyList<DataDocument> Documents)
{
    /// <summary>Whether the file can be read, by its name.</summary>
    public static bool CanRead(string file) => Path.GetExtension(file) is ".conllu" or ".jsonl" || IsBio(file);

    /// <summary>Reads a file.</summary>
    /// <exception cref="TrainingException">It is not there, or of no known format.</exception>
    public static DataSet Read(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        if (!System.IO.File.Exists(path)) throw new TrainingException($"There is no data file {path}; give the data folder with --data.");
        IEnumerable<DataDocument> documents = Path.GetExtension(file) switch
        {
            ".conllu" => ConlluReader.Read(path).Select(LabelledTokens.Of),
            ".jsonl" => System.IO.File.ReadLines(path).Where(line => line.Length > 0).Select(MarkedArticle.Of),
            _ when IsBio(file) => BioReader.Read(path).Select(LabelledTokens.Of),
            _ => throw new TrainingException($"{file} is of no format that can be looked at: .conllu, .jsonl, or .tsv with BIO labels."),
        };
        return new DataSet(file, [.. documents]);
    }

    // Lexicons are tables as well.
    private static bool IsBio(string file) => Path.GetExtension(file) == ".tsv" && !file.StartsWith("lexicons", StringComparison.Ordinal);
}
