using NewsNlp.Documents.Layers;

namespace NewsNlp.Documents.Sinks;

/// <summary>What a document demands of its tokens.</summary>
internal static class TokenChecks
{
    public static void Check(TokenLayer tokens, string text, BlockLayer? blocks, CancellationToken cancellationToken)
    {
        var end = 0;
        var block = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var start = tokens.Starts[i];
            var length = tokens.Lengths[i];
            if (length <= 0 || start < end || length > text.Length - start)
            {
                throw new ArgumentException(
                    $"Token {i} at {start}, {length} long, is empty, begins before {end}, where the previous one ends, "
                    + $"or reaches beyond the text's {text.Length} UTF-16 code units.");
            }

            end = start + length;
            if (blocks is null)
            {
                continue;
            }

            while (block < blocks.Spans.Length && blocks.Spans[block].End <= start)
            {
                block++;
            }

            if (block == blocks.Spans.Length || blocks.Spans[block].Start > start || blocks.Spans[block].End < end)
            {
                throw new ArgumentException($"Token {i} at [{start}, {end}) does not lie in one block.");
            }
        }
    }
}
