using NewsNlp.Documents;
using NewsNlp.Quotations;

namespace NewsNlp.Stages;

internal sealed class QuoteStage(IQuoteAttributor attributor) : IStage
{
    public string Name => attributor.GetType().Name;

    public IReadOnlyCollection<Layer> Requires { get; } = Requirements.Of(attributor, Layer.Tokens, Layer.Sentences);

    public Layer? Writes => Layer.Quotes;

    public void Run(PipelineWorkspace workspace) =>
        workspace.Builder.AddQuotes(sink => attributor.Attribute(workspace.Document, sink));
}
