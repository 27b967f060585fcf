namespace NewsNlp.Tests.Support;

/// <summary>The project's own files, as they lie in the checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Built = ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// The files below <paramref name="folder"/> (relative, with slashes) that fit <paramref name="pattern"/>, without what a
    /// build leaves there; relative to the root, with slashes, in ordinal order.
    /// </summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var start = new DirectoryInfo(Path.Combine(Root, folder));
        return !start.Exists ? [] :
        [
            .. Walk(start)
                .Where(file => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, file.Name, ignoreCase: false))
                .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The text of a file, by its path relative to the root.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(
            folder.EnumerateDirectories()
                .Where(child => !Built.Contains(child.Name) && !child.Name.StartsWith(".git", StringComparison.Ordinal))
                .SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsNlp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not lie inside a checkout: no NewsNlp.sln above them.");
    }
}
