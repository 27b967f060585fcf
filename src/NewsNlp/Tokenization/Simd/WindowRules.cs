using System.Runtime.CompilerServices;
using System.Text;

namespace NewsNlp.Tokenization.Simd;

/// <summary>A tokenizer's rules as the window tokenizer needs them: tables in memory that does not move, and masks.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed unsafe class WindowRules
{
    private const int CacheLine = 64;

    // Pinned, so that the addresses hold as long as this object does.
    private readonly byte[] _tables;

    public WindowRules(TokenRules rules)
    {
        Scalar = rules;
        Filter = new WordFilter(rules);
        var words = rules.Words;
        var contractions = words.Contractions.Entries.Keys.Where(word => word.All(char.IsAsciiLetter));
        var suffixes = words.HyphenSuffixes.Entries.Keys.Select(suffix => suffix[..3]);
        byte[] tables =
        [
            .. Table(c => (byte)UnitClasses.Of(c)),
            .. Table(c => (byte)UnitClasses.SignOf(c)),
            .. Table(c => (byte)UnitClasses.CliticOf(c)),
            .. EndingTables.Build(contractions.Select(EndingTables.PatternOf).Concat(suffixes.Select(suffix => $"-{suffix}"))),
            .. NibbleTables.Classes(),
            .. NibbleTables.Endings(contractions.Concat(suffixes)),
        ];
        _tables = GC.AllocateArray<byte>(tables.Length + CacheLine, pinned: true);
        Classes = (byte*)(((nuint)Unsafe.AsPointer(ref _tables[0]) + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        tables.CopyTo(new Span<byte>(Classes, tables.Length));
        HardCompounds = rules.SplitCompounds ? 0 : ulong.MaxValue;
        HardContractions = rules.SplitContractions ? 0 : ulong.MaxValue;
        EasyNames = words.Contractions.Entries.Keys.Any(word => word.StartsWith("o'", StringComparison.OrdinalIgnoreCase)) ? 0 : ulong.MaxValue;
        HardNonAscii = rules.Abbreviations.Entries.Keys.All(word => Ascii.IsValid(word)) ? 0 : ulong.MaxValue;
        JoinsAreHard = rules.Abbreviations.Entries.Keys.Any(word => word.Contains('-', StringComparison.Ordinal));
    }

    public TokenRules Scalar { get; }

    public WordFilter Filter { get; }

    /// <summary>The table of <see cref="UnitClass"/>.</summary>
    public byte* Classes { get; }

    /// <summary>The table of <see cref="SignClass"/>.</summary>
    public byte* Signs => Classes + UnitClasses.Count;

    /// <summary>The table of <see cref="CliticClass"/>.</summary>
    public byte* Clitics => Signs + UnitClasses.Count;

    /// <summary>The tables for <see cref="WindowMasks.Special"/>.</summary>
    public byte* Special => Clitics + UnitClasses.Count;

    /// <summary>The tables of <see cref="NibbleTables"/>: of the classes, and of what <see cref="Special"/> finds.</summary>
    public byte* Nibbles => Special + (EndingTables.Length * EndingTables.Size);

    /// <summary>All ones where compounds are kept: then the scalar definition reads those with letters on both sides.</summary>
    public ulong HardCompounds { get; }

    /// <summary>All ones where contractions are kept.</summary>
    public ulong HardContractions { get; }

    /// <summary>All ones where no contraction starts as the names of O'Brien and others do.</summary>
    public ulong EasyNames { get; }

    /// <summary>All ones where an abbreviation of the user is not ASCII.</summary>
    public ulong HardNonAscii { get; }

    /// <summary>Whether a listed abbreviation has a hyphen, so that what a prefix is joined with must be looked up as a whole.</summary>
    public bool JoinsAreHard { get; }

    /// <summary>Whether these rules can be read by masks at all: a user's own strings can be anything.</summary>
    public static bool CanRead(TokenRules rules) => rules.NeverSplit is null;

    private static IEnumerable<byte> Table(Func<char, byte> of) => Enumerable.Range(0, UnitClasses.Count).Select(c => of((char)c));
}
