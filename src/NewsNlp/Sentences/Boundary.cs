namespace NewsNlp.Sentences;

/// <summary>What a gap between two tokens can be.</summary>
internal enum Boundary : byte
{
    /// <summary>Inside a sentence, without a look at the model.</summary>
    No,

    /// <summary>For the model to decide.</summary>
    Perhaps,

    /// <summary>A blank line: always a boundary.</summary>
    Yes,
}
