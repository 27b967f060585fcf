using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Lexicons;

/// <summary>What the word lists say of a word.</summary>
/// <param name="Lemma">Its singular, in lower case; the word itself where it has none.</param>
/// <param name="Flags">What it can be.</param>
/// <param name="Gender">The gender that it tells.</param>
/// <param name="Person">Of a pronoun: 1, 2 or 3; else 0.</param>
/// <param name="Use">Of a pronoun: how it stands.</param>
/// <param name="Synonyms">The other role nouns that may take its place; null where there are none.</param>
internal sealed record WordEntry(
    string Lemma,
    WordFlags Flags,
    Gender Gender = Gender.Unknown,
    byte Person = 0,
    PronounUse Use = PronounUse.None,
    string[]? Synonyms = null)
{
    public bool Is(WordFlags flags) => (Flags & flags) != 0;
}
