using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Output;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Processing;

/// <summary>
/// Writes results to the output as they come in order. The stream gathers small ones while more are ready; they leave when
/// there is nothing to wait for but input.
/// </summary>
internal sealed class OrderedWriter(RunOutput target, IDocumentFormat format, ProblemReporter problems, ProgressLine progress, bool recordsOnly)
{
    private readonly Stream _stream = target.Stream;
    private bool _started = target.Done > 0;
    private bool _dirty;
    private long _articles;

    public void Take(ArticleResult result)
    {
        using var output = result.Output;
        if (recordsOnly && output.IsEmpty)
        {
            // Without its place in the output, a later run could not tell where to go on.
            throw new ToolException($"{result.Problem}; run this again to go on from here");
        }

        if (!output.IsEmpty)
        {
            Guard(() =>
            {
                _stream.Write(_started ? format.Separator : format.Start);
                output.WriteTo(_stream);
            });
            _started = true;
            _dirty = true;
        }

        if (result.Problem is not null)
        {
            problems.Report(result.Problem);
        }

        if (result.Warning is not null)
        {
            problems.Warn(result.Warning);
        }

        target.Recorded(++_articles, problems.Count);
        progress.Report(_articles);
    }

    public void Flush()
    {
        if (_dirty)
        {
            Guard(_stream.Flush);
            _dirty = false;
        }
    }

    /// <summary>Writes the end.</summary>
    /// <returns>False where there is no output, because of problems that were reported.</returns>
    public bool Finish()
    {
        if (!_started && problems.Count > 0)
        {
            return false;
        }

        Guard(() =>
        {
            if (!_started)
            {
                _stream.Write(format.Start);
            }

            _stream.Write(format.End);
        });
        _dirty = true;
        Flush();
        return true;
    }

    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The latter where the descriptor is closed.
            throw new OutputException(exception);
        }
    }
}
