using System.Text;

namespace NewsNlp.Training.Diagnostics;

/// <summary>What a development set has in common with a training set: figures on it would be too good.</summary>
/// <param name="Documents">How many documents of the development set have the same text as one of the training set.</param>
/// <param name="Passages">How many of its sentences or lines do.</param>
/// <param name="OfPassages">How many of its sentences or lines are long enough to be compared.</param>
internal readonly record struct DataOverlap(int Documents, int Passages, int OfPassages)
{
    // Greetings and credits recur in any two sets.
    private const int LeastLetters = 25;

    /// <summary>Compares two sets by their letters and digits alone, without case.</summary>
    public static DataOverlap Of(DataSet training, DataSet development)
    {
        var documents = training.Documents.Select(document => Letters(document.Text)).ToHashSet();
        var passages = training.Documents.SelectMany(document => document.Passages).Select(Letters).ToHashSet();
        string[] compared = [.. development.Documents.SelectMany(document => document.Passages).Select(Letters).Where(passage => passage.Length >= LeastLetters)];
        return new DataOverlap(
            development.Documents.Select(document => Letters(document.Text)).Count(text => text.Length >= LeastLetters && documents.Contains(text)),
            compared.Count(passages.Contains),
            compared.Length);
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char unit in text)
            if (char.IsLetterOrDigit(unit)) letters.Append(char.ToLowerInvariant(unit));
        return letters.ToString();
    }
}
