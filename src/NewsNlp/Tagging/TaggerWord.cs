using NewsNlp.Features;

namespace NewsNlp.Tagging;

/// <summary>What the tagger's features take from one token, whatever its neighbours.</summary>
internal struct TaggerWord
{
    /// <summary>What stands before the first and after the last token of a sentence.</summary>
    public static readonly TaggerWord Outside = new() { Exact = 1, Plain = 1, Shape = 1, Suffix2 = 1, Suffix3 = 1, Tags = 255, Usage = 255 };

    private static readonly TaggerWord FileName = new()
    {
        Exact = FileNames.Hash,
        Plain = FileNames.Hash,
        Shape = FileNames.Hash,
        Suffix2 = FileNames.Hash,
        Suffix3 = FileNames.Hash,
    };

    public ulong Exact;
    public ulong Plain;
    public ulong Shape;
    public ulong Suffix2;
    public ulong Suffix3;
    public WordClass Class;
    public byte Tags;
    public byte Usage;
    public bool Capital;
    public bool Small;

    /// <summary>Looks at a token.</summary>
    public static TaggerWord Of(ReadOnlySpan<char> form, ulong exact, TaggerLexicon lexicon)
    {
        var word = FileNames.Is(form) ? FileName : new TaggerWord
        {
            Exact = exact,
            Plain = WordHash.Plain(form),
            Shape = WordHash.Shape(form),
            Suffix2 = WordHash.Suffix(form, 2),
            Suffix3 = WordHash.Suffix(form, 3),
            Capital = char.IsUpper(form[0]),
            Small = char.IsLower(form[0]),
        };
        word.Class = lexicon.Clusters.Find(word.Plain);
        word.Tags = lexicon.Dictionary.Find(word.Exact, word.Plain);
        word.Usage = lexicon.Usage.Find(word.Exact, word.Plain);
        return word;
    }

    /// <summary>The hashes that dictionaries know a spelling by: as it is, and in plain form.</summary>
    public static (ulong Exact, ulong Plain) Hashes(ReadOnlySpan<char> form) =>
        FileNames.Is(form) ? (FileNames.Hash, FileNames.Hash) : (FeatureHash.Of(form), WordHash.Plain(form));
}
