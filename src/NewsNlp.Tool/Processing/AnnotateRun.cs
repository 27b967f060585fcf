using System.Diagnostics;
using NewsNlp.Export;
using NewsNlp.Tool.Archives;
using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Input;
using NewsNlp.Tool.Output;
using NewsNlp.Tool.Output.Report;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Processing;

/// <summary>One run of <c>newsnlp annotate</c> or <c>newsnlp quotes</c>.</summary>
internal sealed class AnnotateRun
{
    private readonly AnnotateSettings _settings;
    private readonly ToolHost _host;
    private readonly JobSource _source;
    private readonly ProgressLine _progress;
    private readonly ProblemReporter _problems;
    private readonly InputMeter _meter = new();

    public AnnotateRun(AnnotateSettings settings, ToolHost host)
    {
        _settings = settings;
        _host = host;
        _source = new JobSource(settings, host, _meter);
        var time = Stopwatch.StartNew();
        var isFree = host.IsErrorTerminal && (settings.Output is not null || !host.IsOutputTerminal);
        _progress = new ProgressLine(host, isFree, () => time.Elapsed, _meter);
        _problems = new ProblemReporter(host, _progress);
    }

    /// <returns>The exit code.</returns>
    /// <exception cref="ToolException">The run cannot start or go on.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var inputs = ReadableInputs();
        if (inputs.Count == 0)
        {
            return ExitCodes.Failed;
        }

        var format = CreateFormat();
        if (_settings.Resume && (_problems.Count > 0 || ResumableOutput.IsComplete(_settings)))
        {
            CommandLine.Report(_host, _problems.Count > 0 ? "nothing was done, since --resume needs all inputs" : $"{_settings.Output} is complete, and newer than what it was made of");
            return _problems.Count > 0 ? ExitCodes.Failed : ExitCodes.Done;
        }

        using RunOutput target = _settings.Resume
            ? ResumableOutput.Open(_settings)
            : OutputTarget.Open(_settings.Output, _settings.Read, _host, isLaidOut: _settings.Format is not (OutputFormat.Json or OutputFormat.Jsonl or OutputFormat.Conllu or OutputFormat.Html));
        var annotate = _host.LoadPipeline(_settings.Model);
        var writer = new OrderedWriter(target, format, _problems, _progress, _settings.Resume);
        var pump = new OrderedPump<Job, ArticleResult>(
            _settings.Threads, job => job.Weight, (job, token) => ArticleWork.Run(job, annotate, format, token));
        try
        {
            await WriteAllAsync(token => pump.RunAsync(_source.Read(inputs, target.Done), writer.Take, writer.Flush, token), writer, target, cancellationToken).ConfigureAwait(false);
        }
        catch (OutputException exception) when (!target.IsFile && OutputException.IsBrokenPipe(exception.InnerException!))
        {
            // Whoever reads has seen enough; it may be a signal that ended both.
            cancellationToken.ThrowIfCancellationRequested();
            return ExitCodes.Done;
        }
        catch (OutputException exception)
        {
            throw new ToolException($"{_settings.Output ?? "standard output"}: cannot write: {exception.InnerException!.Message}");
        }
        finally
        {
            _progress.Clear();
        }

        _problems.Summarize();
        return _problems.Count > 0 || target.FailedBefore > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    /// <exception cref="OutputException">The output cannot be written to, at whatever moment.</exception>
    private async Task WriteAllAsync(Func<CancellationToken, Task> pump, OrderedWriter writer, RunOutput target, CancellationToken cancellationToken)
    {
        try
        {
            await pump(cancellationToken).ConfigureAwait(false);
            if (writer.Finish())
            {
                target.Commit();
            }
        }
        catch (OperationCanceledException)
        {
            // The lines that are complete may go.
            writer.Flush();
            target.Suspend();
            throw;
        }
        catch (ToolException) when (_settings.Resume)
        {
            target.Suspend();
            throw;
        }
    }

    private List<string> ReadableInputs()
    {
        var inputs = new List<string>();
        foreach (var input in _settings.Inputs)
        {
            if (JobSource.Check(input) is { } problem)
            {
                _problems.Report(problem);
            }
            else
            {
                inputs.Add(input);
            }
        }

        return inputs;
    }

    private IDocumentFormat CreateFormat()
    {
        var json = new DocumentJsonOptions { OffsetUnit = _settings.OffsetUnit, IncludeText = _settings.IncludeText };
        return _settings.Format switch
        {
            OutputFormat.Jsonl => new JsonFormat(JsonLayout.Lines, json),
            OutputFormat.Conllu => new ConlluFormat(),
            OutputFormat.Json => new JsonFormat(_source.IsSingle ? JsonLayout.Object : JsonLayout.Array, json),
            OutputFormat.Html => new HtmlFormat(!_source.IsSingle),
            OutputFormat.Quotes => new QuotesFormat(_host.Width, HasColour, !_source.IsSingle, null),
            OutputFormat.ExplainedQuotes => new QuotesFormat(_host.Width, HasColour, !_source.IsSingle, PipelineLoader.LoadAttributor(_settings.Model)),
            _ => new TextFormat(_host.Width, HasColour, !_source.IsSingle),
        };
    }

    private bool HasColour => _host.IsOutputTerminal && _settings.Output is null && string.IsNullOrEmpty(_host.NoColor);
}
