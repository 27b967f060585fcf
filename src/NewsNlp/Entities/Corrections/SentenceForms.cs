using NewsNlp.Documents.Layers;

namespace NewsNlp.Entities.Corrections;

/// <summary>The words of a text up to the end of a sentence, by token.</summary>
internal readonly ref struct SentenceForms(ReadOnlySpan<char> text, TokenLayer tokens, int end)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>The token behind the sentence's last.</summary>
    public int End => end;

    public ReadOnlySpan<char> this[int token] => _text.Slice(tokens.Starts[token], tokens.Lengths[token]);
}
