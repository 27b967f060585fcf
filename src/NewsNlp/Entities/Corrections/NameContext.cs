namespace NewsNlp.Entities.Corrections;

/// <summary>What the words right beside a name say of it.</summary>
internal static class NameContext
{
    /// <summary><c>in Lumo</c>: what lies in a company is no place; it has much "of" it, "to" it and "from" it.</summary>
    public static bool IsInside(in SentenceForms forms, int token) =>
        token > 0 && forms[token - 1] is "in" or "In" or "near" or "across" or "outside" or "around";

    /// <summary>Behind a preposition that places have: <c>to Lumo</c>.</summary>
    public static bool IsBehindPreposition(in SentenceForms forms, int token) =>
        IsInside(forms, token) || (token > 0 && forms[token - 1] is "at" or "to" or "from" or "From" or "of");

    /// <summary>Behind an article or a comma, too: <c>the Thames</c>, <c>Harwick, Norland</c>.</summary>
    public static bool MayBePlace(in SentenceForms forms, int token) =>
        IsBehindPreposition(forms, token) || (token > 0 && forms[token - 1] is "the" or ",");

    /// <summary>"Israel said", "said Israel", "Israel also ...", and not "an Israel that said ..." or "the English said".</summary>
    public static bool Speaks(in SentenceForms forms, int token)
    {
        if (token > 0 && forms[token - 1] is "a" or "an" or "the" or "A" or "An" or "The" or "-") return false;
        return (token > 0 && forms[token - 1] is "said" or "says" or "asked" or "added")
            || (token + 1 < forms.End && forms[token + 1] is "said" or "says" or "told" or "added" or "also" or "wrote" or "asked" or "replied" or "argued"
                or "explained" or "insisted" or "recalled" or "joked" or "noted" or "complained" or "demurred" or "declined" or "seemed" or "tweeted");
    }

    /// <summary>Whether a word says that a storm's name follows.</summary>
    public static bool IsStorm(ReadOnlySpan<char> word) => word is "Storm" or "storm" or "Hurricane" or "hurricane" or "Typhoon" or "typhoon" or "Cyclone" or "cyclone";
}
