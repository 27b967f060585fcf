namespace NewsNlp.Batches;

/// <summary>What a batch does when an article fails.</summary>
public enum BatchErrorHandling
{
    /// <summary>Ends with the article's exception, once the results before it are taken.</summary>
    Throw,

    /// <summary>Hands the exception over in the article's place and goes on.</summary>
    Capture,
}
