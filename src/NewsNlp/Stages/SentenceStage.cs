using NewsNlp.Documents;
using NewsNlp.Sentences;

namespace NewsNlp.Stages;

internal sealed class SentenceStage(ISentenceSplitter splitter) : IStage
{
    public string Name => splitter.GetType().Name;

    public IReadOnlyCollection<Layer> Requires { get; } = Requirements.Of(splitter, Layer.Tokens);

    public Layer? Writes => Layer.Sentences;

    public void Run(PipelineWorkspace workspace) =>
        workspace.Builder.AddSentences(sink => splitter.Split(workspace.Document, sink));
}
