namespace NewsNlp.Tokenization.Simd;

/// <summary>The classes of the ASCII characters, derived from the classes that the scalar definition uses.</summary>
internal static class UnitClasses
{
    /// <summary>The size of a table.</summary>
    public const int Count = 128;

    public static UnitClass Of(char c)
    {
        var found = CharacterClasses.Of(c);
        var symbol = found == CharacterClass.Symbol ? UnitClass.Symbol : UnitClass.Plain;
        if ((SignOf(c) & ~SignClass.Comma) != 0)
        {
            return UnitClass.Sign | symbol;
        }

        return c switch
        {
            '.' => UnitClass.Period,
            '!' or '?' => UnitClass.Run,
            _ => found switch
            {
                CharacterClass.Letter => UnitClass.Letter,
                CharacterClass.Digit => UnitClass.Digit,
                CharacterClass.Apostrophe => UnitClass.Apostrophe,
                CharacterClass.Hyphen => UnitClass.Hyphen,
                _ => symbol,
            },
        };
    }

    public static SignClass SignOf(char c) => c switch
    {
        '_' or '@' or '`' or '\u007F' => SignClass.Hard,
        '#' or '*' or '+' or '=' or '<' or '>' or '^' or '|' or '~' or '/' or '&' => SignClass.Lone,
        ':' => SignClass.Stop | SignClass.Colon,
        ';' => SignClass.Stop,
        '$' => SignClass.Dollar,
        ',' => SignClass.Comma,
        _ => SignClass.None,
    };
}
