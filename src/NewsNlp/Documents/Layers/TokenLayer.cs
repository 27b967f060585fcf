namespace NewsNlp.Documents.Layers;

/// <summary>Tokens as parallel arrays; offsets in UTF-16 code units.</summary>
internal sealed record TokenLayer(int[] Starts, int[] Lengths, TokenKind[] Kinds)
{
    public int Count => Starts.Length;

    public TextSpan Span(int index) => new(Starts[index], Lengths[index]);

    /// <summary>The span from the first token's start to the last one's end.</summary>
    public TextSpan Span(int first, int count) =>
        count == 0 ? default : TextSpan.FromBounds(Starts[first], Starts[first + count - 1] + Lengths[first + count - 1]);
}
