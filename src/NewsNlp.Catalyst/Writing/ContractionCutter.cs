using NewsNlp.Catalyst.Reading;

namespace NewsNlp.Catalyst.Writing;

/// <summary>
/// Puts the cuts of contractions right. Catalyst gives each part but the last of a contraction one character, whatever the part
/// is (<c>d|on't</c> for "do" and "not"), and says by its replacements what the parts are.
/// </summary>
internal static class ContractionCutter
{
    /// <summary>Catalyst's tokens, with contractions cut as this library cuts them.</summary>
    public static List<Piece> Cut(string text, IReadOnlyList<RawToken> tokens, OwnTokens own)
    {
        var pieces = new List<Piece>(tokens.Count);
        for (var first = 0; first < tokens.Count; first++)
        {
            var last = first;
            while (last + 1 < tokens.Count && Continues(text, tokens[last], tokens[last + 1]))
            {
                last++;
            }

            if (last == first)
            {
                pieces.Add(Piece.Of(tokens[first], first));
                continue;
            }

            Cut(text, tokens, first, last, own, pieces);
            first = last;
        }

        return pieces;
    }

    private static bool Continues(string text, in RawToken token, in RawToken next) =>
        token.End - token.Start == 1
        && next.Start == token.End
        && next.Sentence == token.Sentence
        && next.Replacement is not null
        && (token.Replacement is not null || char.IsLetter(text[token.Start]));

    private static void Cut(
        string text, IReadOnlyList<RawToken> tokens, int first, int last, OwnTokens own, List<Piece> pieces)
    {
        var start = tokens[first].Start;
        var end = tokens[last].End;
        var begin = own.FirstBehind(start);
        var count = last - first + 1;
        if (begin + count <= own.Count && own.Start(begin) == start && own.End(begin + count - 1) == end)
        {
            for (var i = 0; i < count; i++)
            {
                pieces.Add(Piece.Of(tokens[first + i], first + i) with { Start = own.Start(begin + i), End = own.End(begin + i) });
            }

            return;
        }

        var common = count == 2 ? Common(text.AsSpan(start, end - start), tokens[first].Replacement) : 0;
        pieces.Add(Piece.Of(tokens[first], first) with { End = common > 0 ? start + common : end });
        if (common > 0)
        {
            pieces.Add(Piece.Of(tokens[last], last) with { Start = start + common });
        }
    }

    /// <summary>How many characters a misspelt contraction (<c>dont</c>) shares with its first part; 0 for none or all.</summary>
    private static int Common(ReadOnlySpan<char> text, string? part)
    {
        var count = 0;
        while (count < text.Length && count < (part?.Length ?? 0)
            && char.ToLowerInvariant(text[count]) == char.ToLowerInvariant(part![count]))
        {
            count++;
        }

        return count < text.Length ? count : 0;
    }
}
