namespace NewsNlp.PackageTests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class SourceTree
{
    private static readonly string[] Built = ["bin", "obj"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Copies what packing needs, and nothing that a build has left.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in new DirectoryInfo(Root).EnumerateFiles())
        {
            file.CopyTo(Path.Combine(folder, file.Name));
        }

        CopyFolder(new DirectoryInfo(Path.Combine(Root, "src")), Path.Combine(folder, "src"));
    }

    private static void CopyFolder(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var child in from.EnumerateDirectories().Where(child => !Built.Contains(child.Name)))
        {
            CopyFolder(child, Path.Combine(to, child.Name));
        }
    }

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
