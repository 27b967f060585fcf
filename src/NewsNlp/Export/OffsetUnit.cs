namespace NewsNlp.Export;

/// <summary>What the offsets of an exported document count.</summary>
public enum OffsetUnit : byte
{
    /// <summary>UTF-16 code units: what C#, Java and JavaScript index strings by, and what documents use themselves.</summary>
    Utf16,

    /// <summary>Unicode code points: what Python indexes strings by. A lone surrogate counts as one.</summary>
    CodePoint,

    /// <summary>Bytes of UTF-8: what Go and Rust index strings by. A lone surrogate counts as three.</summary>
    Utf8,
}
