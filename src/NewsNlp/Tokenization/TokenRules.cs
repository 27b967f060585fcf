namespace NewsNlp.Tokenization;

/// <summary>The choices and word lists of one tokenizer, made ready for the scanner.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class TokenRules
{
    private const int MaxNeverSplitLength = 256;

    private static readonly Lazy<Lexicon<Abbreviation>> DefaultAbbreviations = new(() => new(BuiltInAbbreviations()));
    private static readonly Lazy<WordLists> SharedLists = new(() => new WordLists());

    public TokenRules(TokenizerOptions options)
    {
        Validate(options);
        SplitContractions = options.Contractions == TokenSplitting.Split;
        SplitCompounds = options.HyphenatedCompounds == TokenSplitting.Split;
        Abbreviations = options.Abbreviations.Count == 0 ? DefaultAbbreviations.Value : WithOwn(options.Abbreviations);
        NeverSplit = options.NeverSplit.Count == 0 ? null : new NeverSplitStrings(options.NeverSplit);
    }

    public bool SplitContractions { get; }

    public bool SplitCompounds { get; }

    public Lexicon<Abbreviation> Abbreviations { get; }

    /// <summary>The user's strings; null where there are none.</summary>
    public NeverSplitStrings? NeverSplit { get; }

    public WordLists Words { get; } = SharedLists.Value;

    private static Dictionary<string, Abbreviation> BuiltInAbbreviations()
    {
        var entries = new Dictionary<string, Abbreviation>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, value) in LexiconFile.Read("abbreviations.txt"))
        {
            var use = value switch
            {
                null or "lower" => AbbreviationUse.Always,
                "number" => AbbreviationUse.BeforeNumber,
                "inside" => AbbreviationUse.Inside,
                "name" => AbbreviationUse.BeforeName,
                _ => throw new InvalidOperationException($"abbreviations.txt gives '{word}' the unknown use '{value}'."),
            };
            var spelling = value == "lower" || word.ContainsAnyInRange('A', 'Z') ? word : null;
            entries.Add(word, new Abbreviation(spelling, use));
        }

        return entries;
    }

    private static Lexicon<Abbreviation> WithOwn(IEnumerable<string> own)
    {
        var entries = BuiltInAbbreviations();
        foreach (var word in own)
        {
            entries[word.TrimEnd('.')] = new Abbreviation(null, AbbreviationUse.Always);
        }

        return new(entries);
    }

    private static void Validate(TokenizerOptions options)
    {
        var problems = new List<string>();
        foreach (var word in options.Abbreviations)
        {
            if (string.IsNullOrEmpty(word?.TrimEnd('.')) || word.AsSpan().ContainsAny(" \t\r\n"))
            {
                problems.Add($"The abbreviation '{word}' has no letters, or white space.");
            }
        }

        foreach (var word in options.NeverSplit)
        {
            if (string.IsNullOrEmpty(word) || word.Length > MaxNeverSplitLength || word.Any(c => CharacterClasses.Of(c) == CharacterClass.Gap))
            {
                problems.Add($"The never-split string '{word}' is empty, longer than {MaxNeverSplitLength}, or has white space or control characters.");
            }
        }

        if (!Enum.IsDefined(options.HyphenatedCompounds) || !Enum.IsDefined(options.Contractions))
        {
            problems.Add("HyphenatedCompounds and Contractions must be Split or Keep.");
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        }
    }
}
