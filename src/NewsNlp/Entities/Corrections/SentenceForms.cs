using NewsNlp.Documents.Layers;

namespace NewsNlp.Entities.Corrections;

/// <summary>The words of a text up to the end of a sentence, by token.</summary>
internal readonly ref struct SentenceForms(ReadOnlySpan<char> text, TokenLayer tokens, int end)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>The token behind the sentence's last.</summary>
    public int End => end;

    public ReadOnlySpan<char> this[int token] => tokens.Span(token).Of(_text);

    /// <summary>The text from a token up to another one.</summary>
    public ReadOnlySpan<char> Words(int first, int end) => tokens.Span(first, end - first).Of(_text);
}
