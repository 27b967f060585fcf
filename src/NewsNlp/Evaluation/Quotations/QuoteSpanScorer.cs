namespace NewsNlp.Evaluation.Quotations;

/// <summary>Scores the spans of one role. A piece that several attributions share counts once.</summary>
internal static class QuoteSpanScorer
{
    public static QuoteSpanScores Score(
        QuoteText text, IReadOnlyList<ScoredAttribution> gold, IReadOnlyList<ScoredAttribution> system, int role)
    {
        var (goldPieces, systemPieces) = (TokensByPiece(text, gold, role), TokensByPiece(text, system, role));
        HashSet<ScoredPiece> goldTrimmed = [.. gold.SelectMany(a => a[role].Trimmed)], systemTrimmed = [.. system.SelectMany(a => a[role].Trimmed)];
        HashSet<int> goldTokens = [.. gold.SelectMany(a => a[role].Tokens)], systemTokens = [.. system.SelectMany(a => a[role].Tokens)];
        return new QuoteSpanScores(
            new PrecisionRecall(goldPieces.Count(g => systemPieces.Exists(s => s.Piece == g.Piece)), systemPieces.Count, goldPieces.Count),
            new PrecisionRecall(goldTrimmed.Count(systemTrimmed.Contains), systemTrimmed.Count, goldTrimmed.Count),
            new PrecisionRecall(Covered(systemPieces, goldPieces), systemPieces.Count, Covered(goldPieces, systemPieces), goldPieces.Count),
            new PrecisionRecall(Paired(goldPieces, systemPieces), systemPieces.Count, goldPieces.Count),
            new PrecisionRecall(goldTokens.Count(systemTokens.Contains), systemTokens.Count, goldTokens.Count));
    }

    private static List<(ScoredPiece Piece, HashSet<int> Tokens)> TokensByPiece(
        QuoteText text, IReadOnlyList<ScoredAttribution> attributions, int role)
    {
        var seen = new HashSet<ScoredPiece>();
        var pieces = new List<(ScoredPiece, HashSet<int>)>();
        foreach (var attribution in attributions)
            foreach (var piece in attribution[role].Pieces)
                if (seen.Add(piece)) pieces.Add((piece, [.. ScoredRole.TokensOf(text, piece)]));
        return pieces;
    }

    private static double Covered(List<(ScoredPiece, HashSet<int> Tokens)> pieces, List<(ScoredPiece, HashSet<int> Tokens)> others)
    {
        double sum = 0;
        foreach (var (_, tokens) in pieces)
        {
            if (tokens.Count == 0) continue;
            int most = 0;
            foreach (var (_, other) in others) most = Math.Max(most, tokens.Count(other.Contains));
            sum += (double)most / tokens.Count;
        }

        return sum;
    }

    private static int Paired(List<(ScoredPiece Piece, HashSet<int> Tokens)> gold, List<(ScoredPiece Piece, HashSet<int> Tokens)> system)
    {
        var candidates = new List<(int, ScoredPiece Gold, ScoredPiece System)>();
        foreach (var (goldPiece, goldTokens) in gold)
        {
            foreach (var (systemPiece, systemTokens) in system)
                if (goldTokens.Count(systemTokens.Contains) is > 0 and var shared) candidates.Add((-shared, goldPiece, systemPiece));
        }

        candidates.Sort();
        HashSet<ScoredPiece> takenGold = [], takenSystem = [];
        foreach (var (_, goldPiece, systemPiece) in candidates)
        {
            if (takenGold.Contains(goldPiece) || takenSystem.Contains(systemPiece)) continue;
            takenGold.Add(goldPiece);
            takenSystem.Add(systemPiece);
        }

        return takenGold.Count;
    }
}
