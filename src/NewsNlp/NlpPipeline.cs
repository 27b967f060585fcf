using System.Collections.Immutable;
using NewsNlp.Documents;
using NewsNlp.Stages;
using NewsNlp.Threading;

namespace NewsNlp;

/// <summary>
/// Reads an English news article: turns a string into a <see cref="Document"/> with its tokens, sentences, entities,
/// quotes and speakers.
/// </summary>
/// <remarks>
/// Building a pipeline costs far more than a call; build one and keep it. Nothing needs disposing, nothing is written to
/// disk, nothing is fetched.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads, without locks.</threadsafety>
public sealed partial class NlpPipeline
{
    private readonly ImmutableArray<IStage> _stages;
    private readonly WorkspacePool<PipelineWorkspace> _workspaces = new(() => new PipelineWorkspace());

    internal NlpPipeline(ImmutableArray<IStage> stages, int maxTextLength)
    {
        _stages = stages;
        MaxTextLength = maxTextLength;
    }

    /// <summary>The longest text that <see cref="Process"/> takes, in UTF-16 code units.</summary>
    public int MaxTextLength { get; }

    /// <summary>The layers that the pipeline computes, in the order in which it does.</summary>
    public IReadOnlyList<Layer> Layers => [.. _stages.Select(stage => stage.Writes).OfType<Layer>()];

    /// <summary>A pipeline with every built-in stage and the model that comes with the library.</summary>
    public static NlpPipeline CreateDefault() => NlpPipelineBuilder.CreateDefault().Build();

    /// <summary>Reads one article, on the calling thread.</summary>
    /// <param name="text">The article; any string, well-formed or not, up to <see cref="MaxTextLength"/>.</param>
    /// <param name="metadata">What is known of the article beside its text; travels with the document.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The annotated document; it keeps <paramref name="text"/> itself, not a copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> is longer than <see cref="MaxTextLength"/>.</exception>
    /// <exception cref="StageException">A custom stage threw.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Document Process(string text, DocumentMetadata metadata = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckLength(text, nameof(text));
        var workspace = _workspaces.Rent();
        workspace.Begin(text, metadata, cancellationToken);
        foreach (var stage in _stages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Run(stage, workspace);
        }

        return Finish(workspace);
    }

    private static void Run(IStage stage, PipelineWorkspace workspace)
    {
        try
        {
            stage.Run(workspace);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new StageException(stage.Name, exception);
        }
    }

    private Document Finish(PipelineWorkspace workspace)
    {
        var document = workspace.Document;

        // A workspace whose stage threw is not put back: it may be half written.
        if (workspace.IsWorthKeeping)
        {
            workspace.End();
            _workspaces.Return(workspace);
        }

        return document;
    }

    private void CheckLength(string text, string parameter)
    {
        if (text.Length > MaxTextLength)
        {
            throw new ArgumentException(
                $"The text has {text.Length} UTF-16 code units and the limit is {MaxTextLength}; split it, or raise "
                + $"{nameof(NewsNlpOptions)}.{nameof(NewsNlpOptions.MaxTextLength)}.",
                parameter);
        }
    }
}
