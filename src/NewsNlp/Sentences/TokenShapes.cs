using NewsNlp.Documents;

namespace NewsNlp.Sentences;

/// <summary>Finds the shape of a token.</summary>
internal static class TokenShapes
{
    private const int RuleLength = 4;

    // For a word of one letter, in place of its second character's kind.
    private const int NoCharacter = CharacterKinds.Count - 1;

    // Up to the end of general punctuation's quotation marks, dashes and ellipses.
    private const int TableLength = 0x2040;

    // By the kinds of a word's first two characters.
    private static readonly byte[] Words = [.. Enumerable.Range(0, CharacterKinds.Count * CharacterKinds.Count)
        .Select(i => (byte)FindWord((CharacterKind)(i / CharacterKinds.Count), i % CharacterKinds.Count))];

    private static readonly byte[] Signs = [.. Enumerable.Range(0, TableLength).Select(c => (byte)FindSign((char)c))];

    /// <summary>The shape of a token.</summary>
    /// <remarks>By tables as far as it goes: a processor cannot guess what stands around a gap.</remarks>
    public static TokenShape Of(ReadOnlySpan<char> token, TokenKind kind) => kind switch
    {
        TokenKind.Word => OfWord(token),
        TokenKind.Punctuation or TokenKind.Symbol => token.Length == 1 && token[0] < Signs.Length ? (TokenShape)Signs[token[0]] : OfSign(token),
        TokenKind.Number => TokenShape.Number,
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
        var last = word[^1];
        if (last == '.' && word.Length > 1)
        {
            return OfOwnPeriod(word);
        }

        var second = word.Length > 1 ? (int)CharacterKinds.Of(word[1]) : NoCharacter;
        var shape = (TokenShape)Words[((int)CharacterKinds.Of(word[0]) * CharacterKinds.Count) | second];
        return shape == TokenShape.Capitals && !char.IsUpper(last) ? TokenShape.Mixed : shape;
    }

    private static TokenShape FindWord(CharacterKind first, int second) =>
        first == CharacterKind.Lower ? TokenShape.Lower
        : first != CharacterKind.Upper ? TokenShape.Mixed
        : second == NoCharacter ? TokenShape.Capital
        : second == (int)CharacterKind.Lower ? TokenShape.Capitalized
        : second == (int)CharacterKind.Upper ? TokenShape.Capitals
        : TokenShape.Mixed;

    private static TokenShape OfSign(ReadOnlySpan<char> sign)
    {
        if (sign.Length >= RuleLength && sign[0] is not ('.' or '!' or '?'))
        {
            return TokenShape.Rule;
        }

        return sign[0] == '.' && sign.Length > 1
            ? sign[1] == '.' ? TokenShape.Ellipsis : TokenShape.Exclamation
            : FindSign(sign[0]);
    }

    private static TokenShape FindSign(char sign) => sign switch
    {
        '.' => TokenShape.Period,
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
