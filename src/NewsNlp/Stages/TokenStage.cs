using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Threading;
using NewsNlp.Tokenization;

namespace NewsNlp.Stages;

internal sealed class TokenStage(ITokenizer tokenizer) : IStage
{
    public string Name => tokenizer.GetType().Name;

    public IReadOnlyCollection<Layer> Requires { get; } = Requirements.Of(tokenizer);

    public Layer? Writes => Layer.Tokens;

    public void Run(PipelineWorkspace workspace)
    {
        var document = workspace.Document;
        var tokens = workspace.Tokens;
        var start = 0;
        tokens.CancellationToken = workspace.CancellationToken;
        if (document.Has(Layer.Blocks))
        {
            // The tokenizer sees as much text at once as it can. Only where a block ends inside a run of characters
            // ("2023|Image source") is it called anew, so that no token lies in two blocks.
            var text = document.Text;
            foreach (var block in document.Blocks)
            {
                var cut = block.Span.Start;
                if (cut > start && !char.IsWhiteSpace(text[cut]) && !char.IsWhiteSpace(text[cut - 1]))
                {
                    Tokenize(text, start, cut, tokens);
                    start = cut;
                }
            }
        }

        Tokenize(document.Text, start, document.Text.Length, tokens);
        tokens.CancellationToken = default;
        workspace.Builder.AddTokens(new TokenLayer(
            InterruptibleMemory.ToArray(tokens.Starts, workspace.CancellationToken),
            InterruptibleMemory.ToArray(tokens.Lengths, workspace.CancellationToken),
            InterruptibleMemory.ToArray(tokens.Kinds, workspace.CancellationToken)));
    }

    private void Tokenize(string text, int start, int end, TokenBuffer tokens)
    {
        tokens.BeginSegment(start, end - start);
        tokenizer.Tokenize(text.AsSpan(start, end - start), tokens);
    }
}
