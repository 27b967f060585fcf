using NewsNlp.Documents;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>The UTF-16 offsets of the code points of a text.</summary>
internal sealed class CodePoints
{
    private readonly List<int> _offsets = [];

    public CodePoints(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            _offsets.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
        }

        _offsets.Add(text.Length);
    }

    /// <exception cref="GoldFormatException">The span does not lie in the text.</exception>
    public TextSpan Span(int start, int end) =>
        0 <= start && start <= end && end < _offsets.Count
            ? TextSpan.FromBounds(_offsets[start], _offsets[end])
            : throw new GoldFormatException($"the span [{start}, {end}) lies outside of the text, which has {_offsets.Count - 1} characters.");
}
