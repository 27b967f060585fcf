namespace NewsNlp.Tokenization;

/// <summary>The built-in word lists that no option changes.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class WordLists
{
    private const int Letters = 26;

    private readonly ulong[] _contractionEnds = new ulong[Letters];

    public WordLists()
    {
        foreach (var (word, _) in LexiconFile.Read("contractions.txt"))
        {
            var first = (word[0] | 0x20) - 'a';
            var last = (word[^1] | 0x20) - 'a';
            if (first is >= 0 and < Letters && last is >= 0 and < Letters)
            {
                _contractionEnds[first] |= 1UL << last;
            }
        }
    }

    /// <summary>Words that are several tokens though no rule of apostrophes says so: <c>can|not</c>, <c>gon|na</c>.</summary>
    public Lexicon<byte[]> Contractions { get; } = LexiconFile.ReadSplits("contractions.txt");

    /// <summary>Words that start with an apostrophe: <c>'em</c>, <c>'t|is</c>.</summary>
    public Lexicon<byte[]> Elisions { get; } = LexiconFile.ReadSplits("elisions.txt");

    /// <summary>Prefixes that stay with what follows their hyphen: <c>non</c>.</summary>
    public Lexicon<bool> HyphenPrefixes { get; } = LexiconFile.ReadSet("hyphen-prefixes.txt");

    /// <summary>Endings that stay with what stands before their hyphen: <c>esque</c>.</summary>
    public Lexicon<bool> HyphenSuffixes { get; } = LexiconFile.ReadSet("hyphen-suffixes.txt");

    /// <summary>Whole words with a hyphen that are one token: <c>x-ray</c>.</summary>
    public Lexicon<bool> HyphenWords { get; } = LexiconFile.ReadSet("hyphen-words.txt");

    /// <summary>Whole words with a slash that are one token: <c>w/o</c>.</summary>
    public Lexicon<bool> SlashWords { get; } = LexiconFile.ReadSet("slash-words.txt");

    /// <summary>Units that are split from a number: <c>5|km</c>.</summary>
    public Lexicon<bool> Units { get; } = LexiconFile.ReadSet("units.txt");

    /// <summary>Units that are split from a number behind a currency sign only: <c>$5|M</c>.</summary>
    public Lexicon<bool> CurrencyUnits { get; } = LexiconFile.ReadSet("currency-units.txt");

    /// <summary>Letters before a currency sign that belong to it: <c>US$</c>.</summary>
    public Lexicon<bool> CurrencyPrefixes { get; } = LexiconFile.ReadSet("currency-prefixes.txt");

    /// <summary>The last parts of names of hosts: <c>com</c>.</summary>
    public Lexicon<bool> TopLevelDomains { get; } = LexiconFile.ReadSet("top-level-domains.txt");

    /// <summary>The endings of names of files: <c>pdf</c>.</summary>
    public Lexicon<bool> FileExtensions { get; } = LexiconFile.ReadSet("file-extensions.txt");

    /// <summary>Words that start a sentence when they stand right behind a period: <c>said.the</c>.</summary>
    public Lexicon<bool> RunOnWords { get; } = LexiconFile.ReadSet("run-on-words.txt");

    /// <summary>Faces made of punctuation: <c>:-)</c>.</summary>
    public Lexicon<bool> Emoticons { get; } = LexiconFile.ReadSet("emoticons.txt");

    /// <summary>A quick test that most words fail, by first and last letter.</summary>
    public bool CanBeContraction(char first, char last)
    {
        var row = (first | 0x20) - 'a';
        return (uint)row < Letters && (_contractionEnds[row] >> ((last | 0x20) - 'a') & 1) != 0;
    }
}
