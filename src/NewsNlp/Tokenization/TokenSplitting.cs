namespace NewsNlp.Tokenization;

/// <summary>Whether a kind of word is taken apart or left whole.</summary>
public enum TokenSplitting
{
    /// <summary>Taken apart, as Universal Dependencies does.</summary>
    Split,

    /// <summary>Left whole.</summary>
    Keep,
}
