using System.Runtime.CompilerServices;
using System.Text;

namespace NewsNlp.Tests.Support;

/// <summary>
/// Compares output with an approved file in the folder <c>Approved</c> beside the test. On a mismatch it writes what came
/// out beside it; with UPDATE_SNAPSHOTS=1 it replaces the approved file instead.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string actual, string fileName, [CallerFilePath] string testFile = "") =>
        MatchesFile(actual, Path.Combine(Path.GetDirectoryName(testFile)!, "Approved", fileName));

    /// <summary>The same with a file that lies elsewhere, since it is of use beyond the test.</summary>
    public static void MatchesFile(string actual, string approved)
    {
        var extension = Path.GetExtension(approved);
        var received = Path.ChangeExtension(approved, ".received" + extension);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, actual, new UTF8Encoding(false));
            File.Delete(received);
            return;
        }

        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
        File.WriteAllText(received, actual, new UTF8Encoding(false));
        Assert.Fail($"{Path.GetFileName(approved)} differs at {Difference(expected, actual)}; see {Path.GetFileName(received)}, or approve it with UPDATE_SNAPSHOTS=1.");
    }

    private static string Difference(string expected, string actual)
    {
        var common = expected.AsSpan().CommonPrefixLength(actual);
        var line = 1 + expected.AsSpan(0, common).Count('\n');
        return $"line {line}: expected '{Excerpt(expected, common)}', got '{Excerpt(actual, common)}'";
    }

    private static string Excerpt(string text, int at)
    {
        var start = Math.Max(0, at - 20);
        return text[start..Math.Min(text.Length, at + 40)].ReplaceLineEndings("\\n");
    }
}
