using NewsNlp.Documents;
using NewsNlp.Tagging;

namespace NewsNlp.Stages;

internal sealed class PartOfSpeechStage(IPartOfSpeechTagger tagger) : IStage
{
    public string Name => tagger.GetType().Name;

    public IReadOnlyCollection<Layer> Requires { get; } = Requirements.Of(tagger, Layer.Tokens, Layer.Sentences);

    public Layer? Writes => Layer.PartOfSpeech;

    public void Run(PipelineWorkspace workspace)
    {
        var document = workspace.Document;
        var tags = workspace.RentTags(document.Tokens.Count);
        foreach (var sentence in document.Sentences)
        {
            workspace.CancellationToken.ThrowIfCancellationRequested();
            tagger.Tag(sentence, tags.Slice(sentence.FirstToken, sentence.TokenCount));
        }

        workspace.Builder.AddPartOfSpeech(tags);
    }
}
