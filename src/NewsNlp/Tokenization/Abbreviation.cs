namespace NewsNlp.Tokenization;

/// <summary>When the period behind a word belongs to it.</summary>
internal enum AbbreviationUse : byte
{
    /// <summary>Always: <c>Mr.</c></summary>
    Always,

    /// <summary>Before a number: <c>No. 5</c>.</summary>
    BeforeNumber,

    /// <summary>Where the sentence clearly goes on: before a lower-case letter, a digit, a comma or the like.</summary>
    Inside,

    /// <summary>As <see cref="Inside"/>, and before a capital letter: <c>Roe v. Wade</c>.</summary>
    BeforeName,
}

/// <summary>A word that can be an abbreviation.</summary>
/// <param name="Spelling">The exact spelling that is needed; null where case does not matter.</param>
/// <param name="Use">When the period belongs to it.</param>
internal sealed record Abbreviation(string? Spelling, AbbreviationUse Use)
{
    /// <summary>Whether a word found without case is spelt as it must be; all capitals do for one that needs a capital.</summary>
    public bool Matches(ReadOnlySpan<char> word) =>
        Spelling is null
        || word.SequenceEqual(Spelling)
        || (char.IsAsciiLetterUpper(Spelling[0]) && !CharacterClasses.HasSmallLetter(word));
}
