namespace NewsNlp.Tool.Input;

/// <summary>One article cannot be read or annotated; the others can.</summary>
/// <param name="code">What is wrong, for programs: <see cref="ErrorCodes"/>.</param>
/// <param name="message">What is wrong, for people.</param>
internal sealed class InputException(string code, string message) : Exception(message)
{
    public string Code => code;

    /// <summary>The article's id as far as it could be read.</summary>
    public string? Id { get; init; }
}

/// <summary>The codes of errors in JSON output; programs rely on them.</summary>
internal static class ErrorCodes
{
    public const string MalformedJson = "malformed-json";
    public const string NotAnObject = "not-an-object";
    public const string MissingText = "missing-text";
    public const string InvalidId = "invalid-id";
    public const string InvalidUtf8 = "invalid-utf8";
    public const string LineTooLong = "line-too-long";
    public const string TextTooLong = "text-too-long";
    public const string Unreadable = "unreadable";
    public const string Empty = "empty";
    public const string TooDeep = "too-deep";
    public const string NoArticle = "no-article";
    public const string Internal = "internal";
}
