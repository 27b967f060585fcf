namespace NewsNlp.Training.Sentences;

/// <summary>How much a text counts in training: news, which the product reads, more than the rest.</summary>
internal static class TextWeights
{
    private const int News = 3;

    public static int Copies(string id) =>
        id.Contains("news", StringComparison.OrdinalIgnoreCase) && !id.Contains("newsgroup", StringComparison.OrdinalIgnoreCase) ? News : 1;
}
