using System.Collections.Frozen;

namespace NewsNlp.Evaluation.Coreference;

/// <summary>Which words are pronouns.</summary>
internal static class PronounWords
{
    private static readonly FrozenSet<string> HeOrShe = Set("he", "him", "his", "himself", "she", "her", "hers", "herself");

    private static readonly FrozenSet<string> It = Set("it", "its", "itself");

    private static readonly FrozenSet<string> Others = Set(
        "i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself", "yourselves", "we", "us", "our", "ours", "ourselves",
        "they", "them", "their", "theirs", "themselves", "themself", "who", "whom", "whose", "which", "that", "this", "these", "those",
        "one", "oneself", "each other", "one another");

    public static bool IsHeOrShe(ReadOnlySpan<char> words) => Holds(HeOrShe, words);

    public static bool IsIt(ReadOnlySpan<char> words) => Holds(It, words);

    public static bool IsPronoun(ReadOnlySpan<char> words) => IsHeOrShe(words) || IsIt(words) || Holds(Others, words);

    private static bool Holds(FrozenSet<string> set, ReadOnlySpan<char> words) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
