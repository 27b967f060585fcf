using NewsNlp.Documents;

namespace NewsNlp.Sentences;

/// <summary>Finds the shape of a token.</summary>
internal static class TokenShapes
{
    private const int RuleLength = 4;

    public static TokenShape Of(ReadOnlySpan<char> token, TokenKind kind) => kind switch
    {
        TokenKind.Word => OfWord(token),
        TokenKind.Number => TokenShape.Number,
        TokenKind.Punctuation or TokenKind.Symbol => OfSign(token),
        TokenKind.Url or TokenKind.Email => TokenShape.Address,
        TokenKind.Emoji => TokenShape.Emoji,
        _ => TokenShape.Tag,
    };

    public static bool IsTerminal(TokenShape shape) => shape is TokenShape.Period or TokenShape.Exclamation or TokenShape.Ellipsis;

    public static bool EndsInOwnPeriod(TokenShape shape) =>
        shape is TokenShape.Abbreviation or TokenShape.Initial or TokenShape.Acronym;

    public static bool CanClose(TokenShape shape) =>
        shape is TokenShape.CloseQuote or TokenShape.StraightQuote or TokenShape.CloseBracket;

    public static bool CanOpen(TokenShape shape) =>
        shape is TokenShape.OpenQuote or TokenShape.StraightQuote or TokenShape.OpenBracket;

    /// <summary>Whether a text that ends in the token ends as sentences do.</summary>
    public static bool Ends(TokenShape shape) => IsTerminal(shape) || EndsInOwnPeriod(shape) || CanClose(shape);

    /// <summary>The shape of a word that ends in its own period.</summary>
    public static TokenShape OfOwnPeriod(ReadOnlySpan<char> word) =>
        word.Length == 2 && char.IsUpper(word[0]) ? TokenShape.Initial
        : word[..^1].Contains('.') ? TokenShape.Acronym
        : TokenShape.Abbreviation;

    private static TokenShape OfWord(ReadOnlySpan<char> word)
    {
        var first = word[0];
        if (word[^1] == '.' && word.Length > 1)
        {
            return OfOwnPeriod(word);
        }

        if (char.IsLower(first))
        {
            return TokenShape.Lower;
        }

        if (!char.IsUpper(first))
        {
            return TokenShape.Mixed;
        }

        if (word.Length == 1)
        {
            return TokenShape.Capital;
        }

        return char.IsLower(word[1]) ? TokenShape.Capitalized
            : char.IsUpper(word[1]) && char.IsUpper(word[^1]) ? TokenShape.Capitals
            : TokenShape.Mixed;
    }

    private static TokenShape OfSign(ReadOnlySpan<char> sign)
    {
        if (sign.Length >= RuleLength && sign[0] is not ('.' or '!' or '?'))
        {
            return TokenShape.Rule;
        }

        return sign[0] switch
        {
            '.' => sign.Length == 1 ? TokenShape.Period : sign[1] == '.' ? TokenShape.Ellipsis : TokenShape.Exclamation,
            '!' or '?' or '\u203D' => TokenShape.Exclamation,
            '\u2026' => TokenShape.Ellipsis,
            ':' => TokenShape.Colon,
            ';' => TokenShape.Semicolon,
            ',' => TokenShape.Comma,
            '\u201C' or '\u2018' or '\u00AB' or '`' or '\u201E' => TokenShape.OpenQuote,
            '\u201D' or '\u2019' or '\u00BB' => TokenShape.CloseQuote,
            '"' or '\'' => TokenShape.StraightQuote,
            '(' or '[' or '{' => TokenShape.OpenBracket,
            ')' or ']' or '}' => TokenShape.CloseBracket,
            '-' or '\u2013' or '\u2014' => TokenShape.Dash,
            '*' or '\u2022' or '\u00B7' or '\u25CF' or '\u25AA' or '\u25A0' or '\u25BA' => TokenShape.Bullet,
            _ => TokenShape.Sign,
        };
    }
}
