using System.Text;
using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Output;

/// <summary>
/// Where the output goes: standard output, or a file that is replaced only by a complete one. A temporary file beside it
/// takes the output until <see cref="Commit"/>.
/// </summary>
internal sealed class OutputTarget : RunOutput
{
    private const int BufferSize = 64 * 1024;

    // Of a file's name, in bytes, on every file system in use.
    private const int LongestName = 255;

    private readonly string? _target;
    private readonly FileStream? _file;
    private string? _temporary;

    private OutputTarget(Stream stream, string? target = null, FileStream? file = null, string? temporary = null)
    {
        Stream = stream;
        _target = target;
        _file = file;
        _temporary = temporary;
    }

    public override Stream Stream { get; }

    public override bool IsFile => _target is not null;

    /// <param name="path">The file; null or <c>-</c> for standard output.</param>
    /// <param name="inputs">What is read, and so must not be written.</param>
    /// <param name="host">Where standard output is.</param>
    /// <param name="isLaidOut">Whether what is written is for a terminal already, escape sequences and all; else they are made visible at one.</param>
    /// <exception cref="ToolException">The file cannot be written, or is one of the inputs.</exception>
    public static OutputTarget Open(string? path, IReadOnlyList<string> inputs, ToolHost host, bool isLaidOut = true)
    {
        try
        {
            if (path is null or "-" || InputGuard.IsStandardOutput(path))
            {
                InputGuard.CheckStandardOutput(inputs);
                var output = host.IsOutputTerminal && !isLaidOut ? new PrintableStream(host.Output) : host.Output;
                return new OutputTarget(new BufferedStream(output, BufferSize));
            }

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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
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

            // On the disk before it counts: else a power cut could leave the new name without what it names.
            (Stream as PackedStream)?.EndMember();
            _file!.Flush(flushToDisk: true);
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

        var target = InputGuard.Check(path, inputs);
        if (RealPath.IsDevice(target))
        {
            // By the path that was given: what a link in /proc says need not be a path at all.
            return new OutputTarget(OpenExisting(path), path);
        }

        if (File.Exists(target))
        {
            // Whoever may not write the file may not replace it either, even where the directory would let them.
            var existing = OpenExisting(target);
            if (!existing.CanSeek)
            {
                return new OutputTarget(existing, target);
            }

            existing.Dispose();
        }

        var temporary = TemporaryBeside(target);
        var file = new FileStream(temporary, Options(target));
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            // Once more, since what was asked for was cut by the user's mask.
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }

        Stream stream = Compression.KindOf(target) is not CompressionKind.None and var kind ? new PackedStream(file, kind) : file;
        return new OutputTarget(stream, target, file, temporary);
    }

    private static FileStreamOptions Options(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = BufferSize };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            // From the first byte on, so that nobody reads in between what they may not read in the end.
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        return options;
    }

    private static string TemporaryBeside(string target)
    {
        var name = $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp";
        return Path.Combine(Path.GetDirectoryName(target)!, Encoding.UTF8.GetByteCount(name) <= LongestName ? name : $".{Path.GetRandomFileName()}.tmp");
    }

    private static FileStream OpenExisting(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, BufferSize);

    private static string FirstSentence(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException => "no such directory",
        _ => exception.Message,
    };
}
