namespace NewsNlp.Sentences;

/// <summary>The class of what stands behind a gap; below 16.</summary>
internal enum GapRight
{
    /// <summary>Any other sign.</summary>
    Other,

    /// <summary>One capital by itself.</summary>
    Capital,

    /// <summary>A word with a capital.</summary>
    Capitalized,

    /// <summary>A word with two capitals at least.</summary>
    Capitals,

    /// <summary>A word with a small letter.</summary>
    Lower,

    /// <summary>A number.</summary>
    Digit,

    /// <summary>A straight quotation mark with a capital behind it.</summary>
    StraightQuoteCapital,

    /// <summary>A straight quotation mark.</summary>
    StraightQuote,

    /// <summary>An opening quotation mark with a capital behind it.</summary>
    OpenQuoteCapital,

    /// <summary>An opening quotation mark.</summary>
    OpenQuote,

    /// <summary>A closing quotation mark or bracket.</summary>
    Close,

    /// <summary>An opening bracket.</summary>
    OpenBracket,

    /// <summary>A hyphen, a dash, the sign of a list's item.</summary>
    Dash,

    /// <summary>A full stop or its like.</summary>
    Stop,

    /// <summary>A comma, a semicolon, a colon.</summary>
    Comma,
}
