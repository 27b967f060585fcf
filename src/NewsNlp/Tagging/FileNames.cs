using System.Collections.Frozen;
using NewsNlp.Features;
using NewsNlp.Lexicons;

namespace NewsNlp.Tagging;

/// <summary>
/// Tells names of files ("budget-2.pdf") by their endings: however odd, they are all used alike, so the tagger sees them as
/// the same word. A change here, or of the list of endings, must raise the section's feature version.
/// </summary>
internal static class FileNames
{
    private const int LongestEnding = 4;

    private static readonly FrozenSet<string> Endings = EmbeddedLines.Read("Tagging/Resources/file-endings.txt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndingsOfSpans = Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What stands for all names of files in features.</summary>
    public static readonly ulong Hash = FeatureHash.Of("file.name");

    /// <summary>Whether a token is the name of a file; addresses in the Web are none.</summary>
    public static bool Is(ReadOnlySpan<char> form)
    {
        int dot = form.LastIndexOf('.');
        int length = form.Length - dot - 1;
        if (dot < 1 || length is < 2 or > LongestEnding || !char.IsLetterOrDigit(form[0]) || form.ContainsAny('/', '@')) return false;
        Span<char> ending = stackalloc char[LongestEnding];
        form[(dot + 1)..].ToLowerInvariant(ending);
        return EndingsOfSpans.Contains(ending[..length]);
    }
}
