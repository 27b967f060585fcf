using NewsNlp.Coreference;
using NewsNlp.Documents;

namespace NewsNlp.Stages;

internal sealed class CoreferenceStage(ICoreferenceResolver resolver) : IStage
{
    public string Name => resolver.GetType().Name;

    public IReadOnlyCollection<Layer> Requires { get; } = Requirements.Of(resolver, Layer.Tokens, Layer.Sentences);

    public Layer? Writes => Layer.Coreference;

    public void Run(PipelineWorkspace workspace) =>
        workspace.Builder.AddCoreference(sink => resolver.Resolve(workspace.Document, sink));
}
