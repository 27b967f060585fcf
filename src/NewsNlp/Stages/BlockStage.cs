using NewsNlp.Documents;
using NewsNlp.Structure;

namespace NewsNlp.Stages;

internal sealed class BlockStage(IBlockDetector detector) : IStage
{
    public string Name => detector.GetType().Name;

    public IReadOnlyCollection<Layer> Requires { get; } = Requirements.Of(detector);

    public Layer? Writes => Layer.Blocks;

    public void Run(PipelineWorkspace workspace) =>
        workspace.Builder.AddBlocks(sink => detector.Detect(workspace.Document.Text, sink));
}
