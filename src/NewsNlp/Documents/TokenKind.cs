namespace NewsNlp.Documents;

/// <summary>What a token is, by its spelling alone.</summary>
public enum TokenKind : byte
{
    /// <summary>A word, or a part of one: <c>minister</c>, <c>U.S.</c>, <c>n't</c>.</summary>
    Word,

    /// <summary>A number in digits: <c>1,000,000</c>, <c>3.2</c>, <c>5:30</c>.</summary>
    Number,

    /// <summary>A punctuation mark, or a run of one: <c>,</c> <c>”</c> <c>...</c> <c>—</c>.</summary>
    Punctuation,

    /// <summary>A symbol: <c>$</c> <c>%</c> <c>+</c> <c>§</c>.</summary>
    Symbol,

    /// <summary>An address on the web.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A user name of a social network: <c>@newsdesk</c>.</summary>
    Handle,

    /// <summary>A hashtag: <c>#election</c>.</summary>
    Hashtag,

    /// <summary>An emoji, whole sequences included.</summary>
    Emoji,
}
