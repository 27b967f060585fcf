namespace NewsNlp.Tokenization.Simd;

/// <summary>The class of each ASCII character, derived from the classes that the scalar definition uses.</summary>
internal static class UnitClasses
{
    public const int Count = 128;

    /// <summary>A copy of the table.</summary>
    public static byte[] ToArray()
    {
        var table = new byte[Count];
        for (var c = 0; c < Count; c++)
        {
            table[c] = (byte)Of((char)c);
        }

        return table;
    }

    public static UnitClass Of(char c)
    {
        var found = c switch
        {
            '_' or '@' or '`' or '\u007F' => UnitClass.Hard,
            '.' => UnitClass.Period,
            ',' => UnitClass.Comma,
            ':' or ';' => UnitClass.Stop,
            '!' or '?' => UnitClass.Run,
            '$' => UnitClass.Dollar,
            '#' or '*' or '+' or '=' or '<' or '>' or '^' or '|' or '~' or '/' or '&' => UnitClass.Lone,
            _ => CharacterClasses.Of(c) switch
            {
                CharacterClass.Letter => UnitClass.Letter,
                CharacterClass.Digit => UnitClass.Digit,
                CharacterClass.Apostrophe => UnitClass.Apostrophe,
                CharacterClass.Hyphen => UnitClass.Hyphen,
                _ => UnitClass.Plain,
            },
        };
        return CharacterClasses.Of(c) == CharacterClass.Symbol && found != UnitClass.Hard ? found | UnitClass.Symbol : found;
    }
}
