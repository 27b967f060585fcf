using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Lexicons;

/// <summary>One table of all words that coreference knows, so that each token is looked up once.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class CoreferenceLexicon
{
    private const int FilterBits = 15;
    private const int Capacity = 4000;

    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly Dictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>> _words;

    private CoreferenceLexicon()
    {
        // Not frozen: few look-ups pass the filter, and freezing takes a large part of the time to the first document.
        var words = new Dictionary<string, WordEntry>(Capacity, StringComparer.OrdinalIgnoreCase);
        AddPronouns(words);
        AddPeople(words);
        AddOthers(words);
        AddSynonyms(words);
        foreach (var word in words.Keys.Where(word => word.Length > 1))
        {
            var hash = FilterHash(word);
            _filter[hash >> 6] |= 1ul << (hash & 63);
        }

        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static CoreferenceLexicon Default { get; } = new();

    /// <summary>What the lists say of a word in any case; null where they do not have it.</summary>
    public WordEntry? Find(ReadOnlySpan<char> word) => IsLikely(word) && _words.TryGetValue(word, out var entry) ? entry : null;

    /// <summary>False for most words that the lists do not have, without a look into the table: by length, first and last two letters.</summary>
    private bool IsLikely(ReadOnlySpan<char> word)
    {
        if (word.Length < 2)
        {
            return word is "I" or "i";
        }

        var hash = FilterHash(word);
        return (_filter[hash >> 6] >> (hash & 63) & 1) != 0;
    }

    /// <summary>A number below the filter's size, the same for a word in any case.</summary>
    private static int FilterHash(ReadOnlySpan<char> word)
    {
        // Bit 5 tells small letters from capitals; other characters that it maps together only cost a look.
        uint hash = (uint)word.Length;
        hash = (hash * 33) + (word[0] & 0xFFDFu);
        hash = (hash * 33) + (word[1] & 0xFFDFu);
        hash = (hash * 33) + (word[^2] & 0xFFDFu);
        hash = (hash * 33) + (word[^1] & 0xFFDFu);
        return (int)((hash * 0x9E3779B1u) >> (32 - FilterBits));
    }

    internal static IEnumerable<string[]> Rows(string list) =>
        EmbeddedLines.Read($"Coreference/Resources/{list}.txt").Select(line => line.Split('\t'));

    private static void AddPronouns(Dictionary<string, WordEntry> words)
    {
        foreach (var row in Rows("pronouns"))
        {
            var flags = WordFlags.Pronoun | (row[2] == "p" ? WordFlags.Plural : WordFlags.None);
            var use = row[4] switch
            {
                "s" => PronounUse.Subject,
                "o" => PronounUse.Object,
                "p" => PronounUse.Possessive,
                "r" => PronounUse.Reflexive,
                _ => PronounUse.Relative,
            };
            words[row[0]] = new WordEntry(row[0], flags, GenderOf(row[3]), (byte)(row[1][0] - '0'), use);
        }
    }

    private static void AddPeople(Dictionary<string, WordEntry> words)
    {
        foreach (var row in Rows("role-nouns"))
        {
            Add(words, row[0], row[0], WordFlags.Role, GenderOf(row[1]));
            Add(words, PluralOf(row[0]), row[0], WordFlags.Role | WordFlags.Plural, GenderOf(row[1]));
        }

        foreach (var row in Rows("person-nouns"))
        {
            Add(words, row[0], row[0], WordFlags.Person | (row[2] == "p" ? WordFlags.Plural : WordFlags.None), GenderOf(row[1]));
        }

        foreach (var row in Rows("family-nouns"))
        {
            Add(words, row[0], row[0], WordFlags.Family | WordFlags.Person, Gender.Person);
        }

        foreach (var row in Rows("titles"))
        {
            Add(words, row[0], row[0].TrimEnd('.'), WordFlags.Title | TitleFlagsOf(row.Length > 2 ? row[2] : string.Empty), GenderOf(row[1]));
        }

        foreach (var row in Rows("role-modifiers"))
        {
            Add(words, row[0], row[0], WordFlags.RoleModifier, Gender.Unknown);
        }

        foreach (var row in Rows("family-name-first"))
        {
            Add(words, row[0], row[0], WordFlags.FamilyNameFirst, Gender.Unknown);
        }
    }

    private static void AddOthers(Dictionary<string, WordEntry> words)
    {
        foreach (var row in Rows("organization-nouns"))
        {
            // "police" has no plural, since it is one.
            var flags = WordFlags.Organization | (row[1] == "c" ? WordFlags.Company : WordFlags.None);
            var isPlural = row.Length > 2;
            Add(words, row[0], row[0], isPlural ? flags | WordFlags.Plural : flags, Gender.Neuter);
            if (isPlural)
            {
                continue;
            }

            Add(words, PluralOf(row[0]), row[0], flags | WordFlags.Plural, Gender.Neuter);
        }

        foreach (var row in Rows("place-nouns"))
        {
            var flags = WordFlags.Place | row[1] switch { "n" => WordFlags.Country, "t" => WordFlags.Town, _ => WordFlags.None };
            Add(words, row[0], row[0], flags, Gender.Neuter);
            Add(words, PluralOf(row[0]), row[0], flags | WordFlags.Plural, Gender.Neuter);
        }

        foreach (var row in Rows("no-entity-nouns"))
        {
            Add(words, row[0], row[0], WordFlags.NoEntity, Gender.Unknown);
            Add(words, PluralOf(row[0]), row[0], WordFlags.NoEntity, Gender.Unknown);
        }

        foreach (var row in Rows("organization-suffixes"))
        {
            Add(words, row[0], row[0].TrimEnd('.'), WordFlags.Suffix, Gender.Unknown);
        }
    }

    private static void AddSynonyms(Dictionary<string, WordEntry> words)
    {
        foreach (var row in Rows("role-synonyms"))
        {
            var group = row[0].Split(' ');
            foreach (var word in group)
            {
                if (words.TryGetValue(word, out var entry))
                {
                    words[word] = entry with { Synonyms = [.. (entry.Synonyms ?? []).Concat(group).Distinct().Where(other => other != word)] };
                }
            }
        }
    }

    /// <summary>Adds a word, or another use of one: the gender that tells more stays.</summary>
    private static void Add(Dictionary<string, WordEntry> words, string word, string lemma, WordFlags flags, Gender gender)
    {
        if (!words.TryGetValue(word, out var entry))
        {
            words[word] = new WordEntry(lemma, flags, gender);
        }
        else if (!entry.Is(WordFlags.Pronoun))
        {
            var both = entry.Flags | flags;
            both &= (flags & WordFlags.AnyNoun) == 0 || (entry.Flags & flags & WordFlags.Plural) != 0 || !both.HasFlag(WordFlags.Plural) ? both : both & ~WordFlags.Plural;
            words[word] = entry with { Flags = both, Gender = MoreSpecific(entry.Gender, gender) };
        }
    }

    /// <summary>What is a person in one use and a body in another ("the owner") keeps a person's gender.</summary>
    private static Gender MoreSpecific(Gender known, Gender other) =>
        known == Gender.Unknown || (known == Gender.Person && other is Gender.Male or Gender.Female) ? other : known;

    private static string PluralOf(string noun)
    {
        if (noun.EndsWith("man", StringComparison.Ordinal) && noun is not ("human" or "ombudsman"))
        {
            return noun[..^2] + "en";
        }

        return noun switch
        {
            [.., 'c' or 's' or 't' or 'n' or 'p' or 'm' or 'r' or 'l' or 'd' or 'g' or 'b' or 'v' or 'z', 'y'] => noun[..^1] + "ies",
            [.., 's' or 'x'] or [.., 'c' or 's', 'h'] => noun + "es",
            _ => noun + "s",
        };
    }

    private static WordFlags TitleFlagsOf(string letters) =>
        (letters.Contains('r') ? WordFlags.RoleTitle : WordFlags.None) | (letters.Contains('g') ? WordFlags.GivenNameTitle : WordFlags.None);

    private static Gender GenderOf(string letter) => letter switch
    {
        "m" => Gender.Male,
        "f" => Gender.Female,
        "n" => Gender.Neuter,
        "p" => Gender.Person,
        _ => Gender.Unknown,
    };
}
