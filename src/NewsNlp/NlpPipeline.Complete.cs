using NewsNlp.Documents;
using NewsNlp.Stages;

namespace NewsNlp;

public sealed partial class NlpPipeline
{
    /// <summary>
    /// Adds to a document that was annotated elsewhere the layers that it lacks and this pipeline computes: what it holds
    /// already is kept as it is, and the stages stand on it.
    /// </summary>
    /// <remarks>
    /// Layers that cannot be added any more stay absent: blocks behind tokens, and entity mentions and quotes behind
    /// coreference. Annotators of which the document holds an annotation already are passed over.
    /// </remarks>
    /// <param name="document">The document, up to <see cref="MaxTextLength"/> UTF-16 code units; it is not changed.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>A document with the same text, metadata and layers, and the added ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException">The document's text is longer than <see cref="MaxTextLength"/>.</exception>
    /// <exception cref="InvalidOperationException">A stage needs a layer that is absent and cannot be added any more.</exception>
    /// <exception cref="StageException">A custom stage threw.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Document Complete(Document document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        CheckLength(document.Text, nameof(document));
        var workspace = _workspaces.Rent();
        workspace.Begin(document, cancellationToken);
        foreach (var stage in _stages.Where(stage => CanAdd(stage, document)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckRequired(stage, workspace.Document);
            Run(stage, workspace);
        }

        return Finish(workspace);
    }

    private static bool CanAdd(IStage stage, Document document) => stage switch
    {
        AnnotatorStage { Annotator: var annotator } => !annotator.Writes.Any(document.Has),
        { Writes: Layer.Blocks } => !document.Has(Layer.Blocks) && !document.Has(Layer.Tokens),
        { Writes: Layer.EntityMentions or Layer.Quotes } when document.Has(Layer.Coreference) => false,
        _ => !document.Has(stage.Writes!.Value),
    };

    private static void CheckRequired(IStage stage, Document document)
    {
        var missing = stage.Requires.Where(layer => !document.Has(layer)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException(
                $"{stage.Name} needs {string.Join(", ", missing)}, which the document does not have and which cannot be added to it "
                + "any more; add it when the document is made.");
        }
    }
}
