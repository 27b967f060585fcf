namespace NewsNlp.Tokenization.Simd;

/// <summary>The classes of the ASCII characters, derived from the classes that the scalar definition uses.</summary>
internal static class UnitClasses
{
    /// <summary>The size of a table.</summary>
    public const int Count = 128;

    public static UnitClass Of(char c) => (SignOf(c) & ~SignClass.Comma) != 0 ? UnitClass.Sign : CharacterClasses.Of(c) switch
    {
        CharacterClass.Letter => UnitClass.Letter,
        CharacterClass.Digit => UnitClass.Digit,
        CharacterClass.Apostrophe => UnitClass.Apostrophe,
        CharacterClass.Hyphen => UnitClass.Hyphen,
        _ when c <= ' ' => UnitClass.Space,
        _ => c == '.' ? UnitClass.Period : UnitClass.Plain,
    };

    public static SignClass SignOf(char c)
    {
        var symbol = CharacterClasses.Of(c) == CharacterClass.Symbol ? SignClass.Symbol : SignClass.None;
        return symbol | c switch
        {
            '_' or '@' or '`' or '\u007F' => SignClass.Hard,
            '#' or '*' or '+' or '=' or '<' or '>' or '^' or '|' or '~' or '/' or '&' => SignClass.Lone,
            ':' => SignClass.Stop | SignClass.Colon,
            ';' => SignClass.Stop,
            '$' => SignClass.Dollar,
            ',' => SignClass.Comma,
            '!' or '?' => SignClass.Run,
            _ => SignClass.None,
        };
    }

    public static CliticClass CliticOf(char c) => char.ToLowerInvariant(c) switch
    {
        's' or 'm' or 'd' => CliticClass.Single,
        'n' => CliticClass.N,
        't' => CliticClass.T,
        'r' or 'v' => CliticClass.RV,
        'e' => CliticClass.E,
        'l' => CliticClass.L,
        'o' => CliticClass.O,
        _ => CliticClass.None,
    };
}
