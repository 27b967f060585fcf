namespace NewsNlp.Documents.Values;

/// <summary>Which part of a period an expression means.</summary>
public enum DatePart : byte
{
    /// <summary>All of it, or some time in it.</summary>
    Whole,

    /// <summary>Its start: "early 2019", "the beginning of next month".</summary>
    Start,

    /// <summary>Its middle: "mid-2019".</summary>
    Middle,

    /// <summary>Its end: "late September", "the end of the year".</summary>
    End,
}
