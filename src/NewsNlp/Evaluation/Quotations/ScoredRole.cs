using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>One role of an attribution (source, cue or content), prepared for comparison.</summary>
internal sealed class ScoredRole
{
    private const string Edge = " \t\r\n\u00A0\"\u201C\u201D\u2018\u2019'`\u00AB\u00BB,.;:!?-\u2013\u2014()[]";

    public ScoredRole(QuoteText text, IReadOnlyList<TextSpan> spans)
    {
        Pieces = Merge(text, spans);
        Trimmed = [.. Pieces.Select(piece => Trim(text, piece)).Where(piece => piece.Start < piece.End)];
        Tokens = [.. Pieces.SelectMany(piece => TokensOf(text, piece))];
    }

    /// <summary>The pieces without the white space at their ends; those that only white space parts are one.</summary>
    public ScoredPiece[] Pieces { get; }

    /// <summary>The pieces without the punctuation at their ends.</summary>
    public ScoredPiece[] Trimmed { get; }

    public HashSet<int> Tokens { get; }

    public bool IsEmpty => Pieces.Length == 0;

    public int SharedTokens(ScoredRole other) => Tokens.Count(other.Tokens.Contains);

    /// <summary>Whether the two have a token in common, or neither has any.</summary>
    public bool Agrees(ScoredRole other) => Tokens.Overlaps(other.Tokens) || Tokens.Count == 0 && other.Tokens.Count == 0;

    public static IEnumerable<int> TokensOf(QuoteText text, ScoredPiece piece)
    {
        int last = -1;
        for (int i = piece.Start; i < piece.End; i++)
        {
            int token = text.TokenAt(i);
            if (token < 0 || token == last) continue;
            last = token;
            yield return token;
        }
    }

    private static ScoredPiece[] Merge(QuoteText text, IReadOnlyList<TextSpan> spans)
    {
        var merged = new List<ScoredPiece>(spans.Count);
        foreach (var span in spans.Order())
        {
            var (start, end) = text.ToCharacters(span);
            while (start < end && text.IsSpace(start)) start++;
            while (end > start && text.IsSpace(end - 1)) end--;
            if (start >= end) continue;
            if (merged.Count > 0 && IsBlank(text, merged[^1].End, start))
                merged[^1] = new ScoredPiece(merged[^1].Start, Math.Max(end, merged[^1].End));
            else
                merged.Add(new ScoredPiece(start, end));
        }

        return [.. merged];
    }

    private static bool IsBlank(QuoteText text, int start, int end)
    {
        for (int i = start; i < end; i++)
            if (!text.IsSpace(i)) return false;
        return true;
    }

    private static ScoredPiece Trim(QuoteText text, ScoredPiece piece)
    {
        var (start, end) = (piece.Start, piece.End);
        while (start < end && IsEdge(text[start])) start++;
        while (end > start && IsEdge(text[end - 1])) end--;
        return new ScoredPiece(start, end);
    }

    private static bool IsEdge(int c) => c <= char.MaxValue && Edge.Contains((char)c);
}
