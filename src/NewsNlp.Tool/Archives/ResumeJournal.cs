using System.Globalization;
using System.Text;

namespace NewsNlp.Tool.Archives;

/// <summary>
/// What a run has safely written, in a file beside its output: a line that says which run it is, then a line for each checkpoint with
/// the bytes, the records and the failed ones that were on the disk before the line was. A line that lacks its end counts for nothing.
/// </summary>
internal sealed class ResumeJournal : IDisposable
{
    private readonly FileStream _file;

    private ResumeJournal(FileStream file, string run, long bytes, long records)
    {
        _file = file;
        Run = run;
        Bytes = bytes;
        Records = records;
    }

    /// <summary>Which run it belongs to.</summary>
    public string Run { get; private set; }

    /// <summary>How many bytes of the output are safe.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many records those are.</summary>
    public long Records { get; private set; }

    /// <summary>How many of the records are errors.</summary>
    public long Failed { get; private set; }

    /// <summary>Opens the journal of a run that was interrupted, or starts one; for one process at a time.</summary>
    /// <exception cref="IOException">Another process has it, or it cannot be read or written.</exception>
    public static ResumeJournal Open(string path, string run)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var content = new byte[file.Length];
            file.ReadExactly(content);
            var lines = Encoding.UTF8.GetString(content).Split('\n');
            var journal = new ResumeJournal(file, lines.Length > 1 ? lines[0] : run, 0, 0);

            // The last piece is what stands behind the last line's end.
            long length = lines.Length > 1 ? Encoding.UTF8.GetByteCount(lines[0]) + 1 : 0;
            foreach (var line in lines.Skip(1).SkipLast(1))
            {
                if (!journal.TryTake(line))
                {
                    break;
                }

                length += line.Length + 1;
            }

            file.SetLength(length);
            file.Position = length;
            if (length == 0)
            {
                journal.Append(run);
            }

            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Forgets what was noted, and starts the journal of a run.</summary>
    public void Restart(string run)
    {
        (Run, Bytes, Records, Failed) = (run, 0, 0, 0);
        _file.SetLength(0);
        Append(run);
    }

    /// <summary>Notes that so much is safe; what it speaks of must be on the disk already.</summary>
    public void Checkpoint(long bytes, long records, long failed)
    {
        Append(string.Create(CultureInfo.InvariantCulture, $"{bytes} {records} {failed}"));
        (Bytes, Records, Failed) = (bytes, records, failed);
    }

    public void Dispose() => _file.Dispose();

    private bool TryTake(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 3
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long records)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out long failed)
            || bytes < Bytes || records < Records)
        {
            return false;
        }

        (Bytes, Records, Failed) = (bytes, records, failed);
        return true;
    }

    private void Append(string line)
    {
        _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush(flushToDisk: true);
    }
}
