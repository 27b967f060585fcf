using System.Globalization;
using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Output;

namespace NewsNlp.Tool.Archives;

/// <summary>
/// A file of JSON Lines that is written as <c>FILE.partial</c>, with a journal of what is safe beside it, until it is whole. A run that was
/// cut off at whatever point goes on behind the last checkpoint: what was written behind that is cut off and done again, so that no
/// record is lost or stands there twice.
/// </summary>
internal sealed class ResumableOutput : RunOutput
{
    private const int BufferSize = 64 * 1024;
    private const long CheckpointMilliseconds = 1000;

    private readonly string _path, _partial, _journalPath;
    private readonly FileStream _file;
    private readonly PackedStream? _packed;
    private readonly ResumeJournal _journal;
    private long _articles, _failed, _checkpoint = Environment.TickCount64;
    private bool _closed;

    private ResumableOutput(string path, FileStream file, ResumeJournal journal)
    {
        _path = path;
        _partial = PartialOf(path);
        _journalPath = JournalOf(path);
        _file = file;
        _journal = journal;
        (Done, FailedBefore) = (journal.Records, journal.Failed);
        var kind = Compression.KindOf(path);
        _packed = kind == CompressionKind.None ? null : new PackedStream(file, kind);
    }

    public override Stream Stream => (Stream?)_packed ?? _file;

    public override bool IsFile => true;

    public override long Done { get; }

    public override long FailedBefore { get; }

    /// <summary>Whether the output is whole already, and no input is newer.</summary>
    /// <exception cref="ToolException">The output is one of the inputs, or what is kept beside it is, or it is no place for a file.</exception>
    public static bool IsComplete(AnnotateSettings settings)
    {
        var path = Target(settings);
        if (!File.Exists(path) || File.Exists(PartialOf(path)))
        {
            return false;
        }

        var written = File.GetLastWriteTimeUtc(path);
        return settings.Inputs.All(input => input != "-" && File.GetLastWriteTimeUtc(input) <= written);
    }

    /// <summary>Starts the output, or goes on with it.</summary>
    /// <exception cref="ToolException">The file cannot be written, another process writes it, or what is there is of another run.</exception>
    public static ResumableOutput Open(AnnotateSettings settings)
    {
        var path = Target(settings);
        ResumeJournal? journal = null;
        FileStream? file = null;
        try
        {
            if (File.Exists(PartialOf(path)) && !File.Exists(JournalOf(path)))
            {
                // Not of our making: a run has its journal before it writes anything.
                throw new ToolException($"{path}: cannot resume: {PartialOf(path)} is there, but not the {JournalOf(path)} of a run; move it away to start afresh", ExitCodes.Usage);
            }

            journal = ResumeJournal.Open(JournalOf(path), RunOf(settings));
            if (!File.Exists(PartialOf(path)))
            {
                // Left by a run that put its output in its place and was cut off then, or by whoever wants to start afresh.
                journal.Restart(RunOf(settings));
            }
            else if (journal.Run != RunOf(settings))
            {
                throw new ToolException($"{path}: cannot resume: {PartialOf(path)} was begun with other inputs or options; delete it and {JournalOf(path)} to start afresh", ExitCodes.Usage);
            }

            file = new FileStream(PartialOf(path), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, BufferSize);
            if (file.Length < journal.Bytes)
            {
                throw new ToolException($"{path}: cannot resume: {PartialOf(path)} is shorter than it was; delete it and {JournalOf(path)} to start afresh");
            }

            file.SetLength(journal.Bytes);
            file.Position = journal.Bytes;
            return new ResumableOutput(path, file, journal);
        }
        catch (Exception exception)
        {
            file?.Dispose();
            journal?.Dispose();
            throw exception is IOException or UnauthorizedAccessException ? new ToolException($"{path}: cannot write: {exception.Message}") : exception;
        }
    }

    public override void Recorded(long articles, long failed)
    {
        (_articles, _failed) = (articles, failed);
        if (Environment.TickCount64 - _checkpoint >= CheckpointMilliseconds)
        {
            Checkpoint();
        }
    }

    public override void Suspend() => Checkpoint();

    public override void Commit()
    {
        try
        {
            Checkpoint();
            Close();
            File.Move(_partial, _path, overwrite: true);
            File.Delete(_journalPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(exception);
        }
    }

    public override void Dispose()
    {
        try
        {
            Close();
        }
        catch (IOException)
        {
            // What could not be written was reported when it was written, and counts for nothing.
        }
    }

    /// <summary>The file that the output's path leads to; that is replaced, not a link.</summary>
    private static string Target(AnnotateSettings settings)
    {
        var output = settings.Output!;
        try
        {
            var target = InputGuard.Check(output, settings.Read);
            if (RealPath.IsDevice(target) || Directory.Exists(target))
            {
                throw new ToolException($"{output}: cannot resume: it is no file", ExitCodes.Usage);
            }

            InputGuard.Check(PartialOf(target), settings.Read);
            InputGuard.Check(JournalOf(target), settings.Read);
            return target;
        }
        catch (IOException exception)
        {
            throw new ToolException($"{output}: cannot write: {exception.Message}");
        }
    }

    private static string PartialOf(string path) => path + ".partial";

    private static string JournalOf(string path) => path + ".journal";

    /// <summary>What a run may not change between its parts, in one line.</summary>
    private static string RunOf(AnnotateSettings settings)
    {
        var version = typeof(ResumableOutput).Assembly.GetName().Version;
        var options = string.Create(CultureInfo.InvariantCulture, $"newsnlp {version} {settings.Format} {settings.OffsetUnit} text={settings.IncludeText}");
        return string.Join(' ', [options, .. new[] { settings.Model ?? "" }.Concat(settings.Inputs).Select(Describe)]);
    }

    private static string Describe(string file) => file.Length == 0 || !File.Exists(file)
        ? Uri.EscapeDataString(file)
        : string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(file)}:{new FileInfo(file).Length}");

    private void Checkpoint()
    {
        try
        {
            _packed?.EndMember();
            _file.Flush(flushToDisk: true);
            _journal.Checkpoint(_file.Position, Done + _articles, FailedBefore + _failed);
            _checkpoint = Environment.TickCount64;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(exception);
        }
    }

    private void Close()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _journal.Dispose();
        Stream.Dispose();
    }
}
