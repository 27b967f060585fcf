using NewsNlp.Documents;

namespace NewsNlp.Stages;

internal sealed class AnnotatorStage(IAnnotator annotator) : IStage
{
    public string Name => annotator.GetType().Name;

    public IReadOnlyCollection<Layer> Requires => annotator.Requires;

    public Layer? Writes => null;

    public IAnnotator Annotator => annotator;

    public void Run(PipelineWorkspace workspace) =>
        workspace.Builder.AddAnnotations(annotator.Writes, sink => annotator.Annotate(workspace.Document, sink));
}
