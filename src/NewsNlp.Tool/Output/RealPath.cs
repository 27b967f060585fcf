namespace NewsNlp.Tool.Output;

/// <summary>Where a path leads when every symbolic link on the way is followed, so that two paths to one file are seen to be one.</summary>
internal static class RealPath
{
    // What Linux allows, too.
    private const int MostLinks = 40;

    // Lists every open file of a process, devices and pipes among them; /dev/shm holds ordinary files.
    private static readonly string[] Special = ["/dev/", "/proc/", "/sys/"];

    private const string SharedMemory = "/dev/shm/";

    /// <summary>Compares two real paths; as equal where a file system may take them for one.</summary>
    public static StringComparison Comparison { get; } = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The path without links; what does not exist stays as it is.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path)
    {
        // Not GetFullPath: ".." behind a link is the parent of where the link leads.
        var whole = Path.Combine(Environment.CurrentDirectory, path);
        var current = Path.GetPathRoot(whole)!;
        var rest = new Stack<string>();
        Push(whole[current.Length..]);
        var links = 0;
        while (rest.TryPop(out var part))
        {
            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, part);
            if (new FileInfo(next).LinkTarget is not { } link)
            {
                current = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException("too many symbolic links");
            }

            if (Path.IsPathRooted(link))
            {
                current = Path.GetPathRoot(link)!;
                link = link[current.Length..];
            }

            Push(link);
        }

        return current;

        void Push(string parts)
        {
            foreach (var part in parts.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse())
            {
                if (part is not ("" or "."))
                {
                    rest.Push(part);
                }
            }
        }
    }

    /// <summary>Whether a real path is that of a device, or of what the shell puts there for a process: written to, never replaced.</summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && Special.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
        && !path.StartsWith(SharedMemory, StringComparison.Ordinal);
}
