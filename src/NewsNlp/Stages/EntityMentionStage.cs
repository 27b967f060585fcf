using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Values.Reading;

namespace NewsNlp.Stages;

internal sealed class EntityMentionStage(IEntityRecognizer recognizer) : IStage
{
    public string Name => recognizer.GetType().Name;

    public IReadOnlyCollection<Layer> Requires { get; } = Requirements.Of(recognizer, Layer.Tokens, Layer.Sentences);

    public Layer? Writes => Layer.EntityMentions;

    public void Run(PipelineWorkspace workspace) =>
        workspace.Builder.AddEntityMentions(sink => recognizer.Recognize(workspace.Document, sink), EnglishValueReader.Instance);
}
