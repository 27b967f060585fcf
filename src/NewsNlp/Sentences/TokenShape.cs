namespace NewsNlp.Sentences;

/// <summary>What a token looks like to the sentence splitter.</summary>
internal enum TokenShape : byte
{
    /// <summary>Beyond the first or last token of the text.</summary>
    None,

    /// <summary>A word in small letters.</summary>
    Lower,

    /// <summary>A word with a capital and small letters behind it.</summary>
    Capitalized,

    /// <summary>Two capitals or more.</summary>
    Capitals,

    /// <summary>One capital by itself.</summary>
    Capital,

    /// <summary>Any other word.</summary>
    Mixed,

    /// <summary>A word that ends in its own period, without another one inside: <c>Inc.</c></summary>
    Abbreviation,

    /// <summary>One capital and its period: <c>J.</c></summary>
    Initial,

    /// <summary>Letters with a period each: <c>U.S.</c></summary>
    Acronym,

    /// <summary>A number in digits.</summary>
    Number,

    /// <summary>A period that is a token.</summary>
    Period,

    /// <summary>Question or exclamation marks.</summary>
    Exclamation,

    /// <summary>Three periods or more, or the sign for them.</summary>
    Ellipsis,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A quotation mark that only opens.</summary>
    OpenQuote,

    /// <summary>A quotation mark that only closes.</summary>
    CloseQuote,

    /// <summary>A quotation mark that does either.</summary>
    StraightQuote,

    /// <summary>An opening bracket.</summary>
    OpenBracket,

    /// <summary>A closing bracket.</summary>
    CloseBracket,

    /// <summary>A hyphen or dash.</summary>
    Dash,

    /// <summary>A sign that starts the item of a list.</summary>
    Bullet,

    /// <summary>A run of a sign, as used for a ruled line.</summary>
    Rule,

    /// <summary>Any other sign.</summary>
    Sign,

    /// <summary>An address: URL, e-mail.</summary>
    Address,

    /// <summary>A user name or hashtag.</summary>
    Tag,

    /// <summary>An emoji or emoticon.</summary>
    Emoji,
}
