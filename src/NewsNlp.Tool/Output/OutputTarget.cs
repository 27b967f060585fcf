using System.Text;
using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Hosting;

namespace NewsNlp.Tool.Output;

/// <summary>
/// Where the output goes: standard output, or a file that is replaced only by a complete one. A temporary file beside it
/// takes the output until <see cref="Commit"/>.
/// </summary>
internal sealed class OutputTarget : RunOutput
{
    private const int BufferSize = 64 * 1024;

    private readonly string? _target;
    private string? _temporary;

    private OutputTarget(Stream stream, string? target, string? temporary)
    {
        Stream = stream;
        _target = target;
        _temporary = temporary;
    }

    public override Stream Stream { get; }

    public override bool IsFile => _target is not null;

    /// <exception cref="ToolException">The file cannot be written, or is one of the inputs.</exception>
    public static OutputTarget Open(string? path, IReadOnlyList<string> inputs, ToolHost host)
    {
        if (path is null or "-")
        {
            return new OutputTarget(new BufferedStream(host.Output, BufferSize), null, null);
        }

        try
        {
            return OpenFile(path, inputs);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"{path}: cannot write: {FirstSentence(exception)}");
        }
    }

    /// <summary>Writes a short text to standard output; a reader who has gone away is no error.</summary>
    /// <exception cref="ToolException">Standard output cannot be written to.</exception>
    public static void WriteAtOnce(ToolHost host, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        try
        {
            host.Output.Write(Encoding.UTF8.GetBytes(text));
            host.Output.Flush();
        }
        catch (IOException exception) when (OutputException.IsBrokenPipe(exception))
        {
            // Whoever reads has seen enough.
        }
        catch (IOException exception)
        {
            throw new ToolException($"standard output: cannot write: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public override void Commit()
    {
        try
        {
            Stream.Flush();
            if (_temporary is null)
            {
                return;
            }

            Stream.Dispose();
            File.Move(_temporary, _target!, overwrite: true);
            _temporary = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(exception);
        }
    }

    public override void Dispose()
    {
        if (_target is null)
        {
            // Standard output is not ours to close.
            return;
        }

        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written was reported when it was written; the file is given up.
        }

        if (_temporary is not null)
        {
            File.Delete(_temporary);
        }
    }

    private static OutputTarget OpenFile(string path, IReadOnlyList<string> inputs)
    {
        if (Directory.Exists(path))
        {
            throw new ToolException($"{path}: cannot write: it is a directory");
        }

        // A device, or what the shell puts there for a process, cannot be replaced.
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        {
            return new OutputTarget(OpenExisting(path), path, null);
        }

        var target = CheckTarget(path, inputs);
        if (File.Exists(target))
        {
            // Whoever may not write the file may not replace it either, even where the directory would let them.
            var existing = OpenExisting(target);
            if (!existing.CanSeek)
            {
                return new OutputTarget(existing, target, null);
            }

            existing.Dispose();
        }

        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        Stream stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);
        if (Compression.KindOf(target) is not CompressionKind.None and var kind)
        {
            stream = new PackedStream(stream, kind);
        }

        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }

        return new OutputTarget(stream, target, temporary);
    }

    /// <summary>The file that a path leads to: that is replaced, not the link.</summary>
    /// <exception cref="ToolException">It is one of the inputs.</exception>
    public static string CheckTarget(string path, IReadOnlyList<string> inputs)
    {
        var target = Resolve(path);
        foreach (var input in inputs)
        {
            if (input != "-" && File.Exists(input) && Resolve(input) == target)
            {
                throw new ToolException($"{path}: is an input, too; write to another file", ExitCodes.Usage);
            }
        }

        return target;
    }

    private static FileStream OpenExisting(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, BufferSize);

    private static string Resolve(string path)
    {
        var file = new FileInfo(path);
        return Path.GetFullPath((file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName);
    }

    private static string FirstSentence(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException => "no such directory",
        _ => exception.Message,
    };
}
