namespace NewsNlp.Sentences;

/// <summary>What is known of a gap between two tokens. The numbers are part of the model's format.</summary>
internal enum Boundary : byte
{
    /// <summary>For the classifier to decide.</summary>
    Perhaps,

    /// <summary>Inside a sentence.</summary>
    No,

    /// <summary>A sentence ends here.</summary>
    Yes,

    /// <summary>In a table of cells: to be looked up with a word.</summary>
    ByWord,
}
