namespace NewsNlp.Quotations.Marks;

/// <summary>What a token is as a quotation mark, by its characters alone.</summary>
internal enum MarkKind : byte
{
    /// <summary>No quotation mark.</summary>
    None,

    /// <summary>A double mark that opens: <c>“ „ `` «</c>.</summary>
    DoubleOpen,

    /// <summary>A double mark that closes: <c>” »</c>.</summary>
    DoubleClose,

    /// <summary>A double mark that does either: <c>" ''</c>.</summary>
    DoublePlain,

    /// <summary>A single mark that opens, or an apostrophe typed badly: <c>‘</c>.</summary>
    SingleOpen,

    /// <summary>A single mark that closes, or an apostrophe: <c>’</c>.</summary>
    SingleClose,

    /// <summary>A single mark that does either, or an apostrophe: <c>' `</c>.</summary>
    SinglePlain,
}

/// <summary>Tells quotation marks by their characters.</summary>
internal static class MarkKinds
{
    /// <summary>The kind of a token; runs of the same mark count as one, <c>''</c> and <c>``</c> as double marks.</summary>
    public static MarkKind Of(ReadOnlySpan<char> token)
    {
        if (token.Length is 0 or > 3)
        {
            return MarkKind.None;
        }

        var kind = Of(token[0]);
        if (kind == MarkKind.None || token.Length == 1)
        {
            return kind;
        }

        if (token.ContainsAnyExcept(token[0]))
        {
            return MarkKind.None;
        }

        return kind switch
        {
            MarkKind.SinglePlain => token[0] == '`' ? MarkKind.DoubleOpen : MarkKind.DoublePlain,
            MarkKind.SingleOpen => MarkKind.DoubleOpen,
            MarkKind.SingleClose => MarkKind.DoubleClose,
            _ => kind,
        };
    }

    /// <summary>Whether the kind is a double mark.</summary>
    public static bool IsDouble(MarkKind kind) => kind is MarkKind.DoubleOpen or MarkKind.DoubleClose or MarkKind.DoublePlain;

    /// <summary>Whether the kind is a single mark.</summary>
    public static bool IsSingle(MarkKind kind) => kind >= MarkKind.SingleOpen;

    private static MarkKind Of(char character) => character switch
    {
        '"' or '\u201F' or '\uFF02' => MarkKind.DoublePlain,
        '\u201C' or '\u201E' or '\u00AB' => MarkKind.DoubleOpen,
        '\u201D' or '\u00BB' => MarkKind.DoubleClose,
        '\'' or '`' or '\uFF07' => MarkKind.SinglePlain,
        '\u2018' or '\u201A' or '\u2039' => MarkKind.SingleOpen,
        '\u2019' or '\u203A' => MarkKind.SingleClose,
        _ => MarkKind.None,
    };
}
