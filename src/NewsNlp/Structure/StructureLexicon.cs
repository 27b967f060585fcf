using System.Collections.Frozen;
using NewsNlp.Lexicons;

namespace NewsNlp.Structure;

/// <summary>The phrase lists that the block detector stands on.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class StructureLexicon
{
    private StructureLexicon()
    {
        Furniture = new PhraseSet(Read("furniture"));
        ListHeaders = new PhraseSet(Read("furniture-lists"));
        FurnitureOpeners = new OpenerSet(Read("furniture-prefixes"));
        CreditOpeners = new OpenerSet(Read("credit-openers"));
        CaptionOpeners = new OpenerSet(Read("caption-openers"));
        BylineOpeners = new OpenerSet(Read("byline-openers"));
        PictureAgencies = new PhraseSet(Read("picture-agencies"));
        Agencies = new PhraseSet(Read("agencies"));
        Places = new PhraseSet(Read("places"));
        Sections = new PhraseSet(Read("sections"));
        NotPlaces = new PhraseSet(Read("not-places"));
        BylineWords = Words("byline-words");
        DateWords = Words("date-words");
        OutletWords = Words("outlet-words");
    }

    public static StructureLexicon Default { get; } = new();

    public PhraseSet Furniture { get; }

    public PhraseSet ListHeaders { get; }

    public OpenerSet FurnitureOpeners { get; }

    public OpenerSet CreditOpeners { get; }

    public OpenerSet CaptionOpeners { get; }

    public OpenerSet BylineOpeners { get; }

    public PhraseSet PictureAgencies { get; }

    public PhraseSet Agencies { get; }

    public PhraseSet Places { get; }

    public PhraseSet Sections { get; }

    public PhraseSet NotPlaces { get; }

    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BylineWords { get; }

    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DateWords { get; }

    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OutletWords { get; }

    private static List<string> Read(string list) => [.. EmbeddedLines.Read($"Structure/Resources/{list}.txt")];

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        EmbeddedLines.ReadSet($"Structure/Resources/{list}.txt", StringComparer.OrdinalIgnoreCase);
}
