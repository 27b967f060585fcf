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
            var own = tags.Slice(sentence.FirstToken, sentence.TokenCount);
            if (tagger is LearnedPartOfSpeechTagger learned)
            {
                learned.Tag(sentence, own, workspace.CancellationToken);
            }
            else
            {
                tagger.Tag(sentence, own);
            }
        }

        workspace.Builder.AddPartOfSpeech(tags);
    }
}
