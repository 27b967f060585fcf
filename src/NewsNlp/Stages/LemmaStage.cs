using NewsNlp.Documents;
using NewsNlp.Tagging;

namespace NewsNlp.Stages;

internal sealed class LemmaStage(Lemmatizer lemmatizer) : IStage
{
    public string Name => nameof(Lemmatizer);

    public IReadOnlyCollection<Layer> Requires { get; } = [Layer.Tokens, Layer.Sentences, Layer.PartOfSpeech];

    public Layer? Writes => Layer.Lemmas;

    public void Run(PipelineWorkspace workspace)
    {
        var document = workspace.Document;
        var lemmas = new string[document.Tokens.Count];
        lemmatizer.Lemmatize(document, lemmas, workspace.CancellationToken);
        workspace.Builder.AddOwnLemmas(lemmas);
    }
}
