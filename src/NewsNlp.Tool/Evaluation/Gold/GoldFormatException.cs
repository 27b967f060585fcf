namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>A file of gold annotations is not what it should be.</summary>
internal sealed class GoldFormatException(string message) : Exception(message)
{
    /// <summary>Names the line, counted from 1.</summary>
    public GoldFormatException(int line, string message)
        : this($"line {line}: {message}")
    {
    }
}
