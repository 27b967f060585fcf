namespace NewsNlp.Documents.Sinks;

/// <summary>What sinks demand of spans.</summary>
internal static class SpanChecks
{
    // Most expressions are shorter: their last token is looked for right behind their first.
    private const int Near = 16;

    public static void InText(TextSpan span, string text, string what)
    {
        if (span.IsEmpty)
        {
            throw new ArgumentException($"The {what} {span} is empty.", nameof(span));
        }

        if (span.End > text.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(span), span, $"The {what} {span} reaches beyond the text, which is {text.Length} UTF-16 code units long.");
        }
    }

    public static void OnTokens(TextSpan span, Layers.TokenLayer tokens, string what)
    {
        var first = Array.BinarySearch(tokens.Starts, span.Start);
        if (first >= 0)
        {
            var count = first + Near < tokens.Count && tokens.Starts[first + Near] >= span.End ? Near : tokens.Count - first;
            var last = Array.BinarySearch(tokens.Starts, first, count, span.End - 1);
            last = last >= 0 ? last : ~last - 1;
            if (last >= first && tokens.Starts[last] + tokens.Lengths[last] == span.End)
            {
                return;
            }
        }

        throw new ArgumentException($"The {what} {span} does not begin and end with a token.", nameof(span));
    }

    public static void Tokens(int firstToken, int tokenCount, int endOfPrevious, int tokensInDocument, string what)
    {
        if (tokenCount < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(tokenCount), tokenCount, $"A {what} has at least one token.");
        }

        if (firstToken < 0 || firstToken > tokensInDocument - tokenCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(firstToken),
                firstToken,
                $"The {what} of {tokenCount} tokens at token {firstToken} reaches beyond the document's {tokensInDocument} tokens.");
        }

        if (firstToken < endOfPrevious)
        {
            throw new ArgumentException(
                $"The {what} at token {firstToken} begins before the previous one ends (at token {endOfPrevious}); add them in order.",
                nameof(firstToken));
        }
    }

    public static void Probability(float value, string name)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "A score lies between 0 and 1.");
        }
    }
}
