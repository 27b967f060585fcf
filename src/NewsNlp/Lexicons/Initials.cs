namespace NewsNlp.Lexicons;

/// <summary>Initials as one number, so that "AL" and "Ann Lee" can be compared: two to four capitals of ASCII.</summary>
internal static class Initials
{
    /// <summary>The most letters.</summary>
    public const int Most = 4;

    /// <summary>The number of a form that is initials, <c>AL</c>; 0 for any other.</summary>
    public static uint Of(ReadOnlySpan<char> form)
    {
        uint initials = 0;
        if (form.Length is < 2 or > Most)
        {
            return 0;
        }

        foreach (var c in form)
        {
            if (!TryAdd(ref initials, c))
            {
                return 0;
            }
        }

        return initials;
    }

    /// <summary>Adds the first letter of a name's next word; false where it is none that initials have.</summary>
    public static bool TryAdd(ref uint initials, char first)
    {
        initials = initials << 8 | first;
        return char.IsAsciiLetterUpper(first);
    }
}
