using System.Text;

namespace NewsNlp.Tokenization.Simd;

/// <summary>A tokenizer's rules as the window tokenizer needs them: tables in memory that does not move, and masks.</summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed unsafe class WindowRules
{
    // Pinned, so that the addresses hold as long as this object does.
    private readonly byte[] _tables;

    public WindowRules(TokenRules rules)
    {
        Scalar = rules;
        Filter = new WordFilter(rules);
        var classes = UnitClasses.ToArray();
        var endings = ContractionEndings.Build(rules.Words.Contractions.Entries.Keys.Where(word => word.All(char.IsAsciiLetter)));
        _tables = GC.AllocateArray<byte>(classes.Length + endings.Length, pinned: true);
        classes.CopyTo(_tables, 0);
        endings.CopyTo(_tables, classes.Length);
        HardCompounds = rules.SplitCompounds ? 0 : ulong.MaxValue;
        HardContractions = rules.SplitContractions ? 0 : ulong.MaxValue;
        HardNonAscii = rules.Abbreviations.Entries.Keys.All(word => Ascii.IsValid(word)) ? 0 : ulong.MaxValue;
    }

    /// <summary>Whether these rules can be read by masks at all: a user's own strings can be anything.</summary>
    public static bool CanRead(TokenRules rules) => rules.NeverSplit is null;

    public TokenRules Scalar { get; }

    public WordFilter Filter { get; }

    /// <summary>The table of <see cref="UnitClasses"/>.</summary>
    public byte* Classes => (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _tables[0]);

    /// <summary>The tables of <see cref="ContractionEndings"/>.</summary>
    public byte* Endings => Classes + UnitClasses.Count;

    /// <summary>All ones where compounds are kept: then the scalar definition reads those with letters on both sides.</summary>
    public ulong HardCompounds { get; }

    /// <summary>All ones where contractions are kept.</summary>
    public ulong HardContractions { get; }

    /// <summary>All ones where an abbreviation of the user is not ASCII.</summary>
    public ulong HardNonAscii { get; }
}
