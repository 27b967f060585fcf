using NewsNlp.Export;
using NewsNlp.Tool.Commands;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Input;
using NewsNlp.Tool.Output;
using NewsNlp.Tool.Output.Report;

namespace NewsNlp.Tool.Processing;

/// <summary>One run of <c>newsnlp annotate</c>.</summary>
internal sealed class AnnotateRun(AnnotateSettings settings, ToolHost host)
{
    private readonly JobSource _source = new(settings, host);
    private readonly ProblemReporter _problems = new(host);

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
        using var target = OutputTarget.Open(settings.Output, settings.Inputs, host);
        var annotate = host.LoadPipeline(settings.Model);
        var writer = new OrderedWriter(target.Stream, format, _problems);
        var pump = new OrderedPump<Job, ArticleResult>(
            settings.Threads, job => job.Weight, (job, token) => ArticleWork.Run(job, annotate, format, token));
        try
        {
            await pump.RunAsync(_source.Read(inputs), writer.Take, writer.Flush, cancellationToken).ConfigureAwait(false);
            if (writer.Finish())
            {
                target.Commit();
            }
        }
        catch (OperationCanceledException)
        {
            // The lines that are complete may go.
            writer.Flush();
            throw;
        }
        catch (OutputException exception) when (!target.IsFile && OutputException.IsBrokenPipe(exception.InnerException!))
        {
            // Whoever reads has seen enough.
            return ExitCodes.Done;
        }
        catch (OutputException exception)
        {
            throw new ToolException($"{settings.Output ?? "standard output"}: cannot write: {exception.InnerException!.Message}");
        }

        _problems.Summarize();
        return _problems.Count > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    private List<string> ReadableInputs()
    {
        var inputs = new List<string>();
        foreach (var input in settings.Inputs)
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
        var json = new DocumentJsonOptions { OffsetUnit = settings.OffsetUnit, IncludeText = settings.IncludeText };
        return settings.Format switch
        {
            OutputFormat.Jsonl => new JsonFormat(JsonLayout.Lines, json),
            OutputFormat.Conllu => new ConlluFormat(),
            OutputFormat.Json => new JsonFormat(_source.IsSingle ? JsonLayout.Object : JsonLayout.Array, json),
            OutputFormat.Html => new HtmlFormat(!_source.IsSingle),
            _ => new TextFormat(host.Width, host.IsOutputTerminal && settings.Output is null && string.IsNullOrEmpty(host.NoColor), !_source.IsSingle),
        };
    }
}
