using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>An attribution prepared for comparison.</summary>
internal sealed class ScoredAttribution(QuoteText text, Attribution attribution)
{
    public ScoredRole Source { get; } = new(text, attribution.Source);

    public ScoredRole Cue { get; } = new(text, attribution.Cue);

    public ScoredRole Content { get; } = new(text, attribution.Content);

    public QuoteKind Kind { get; } = KindOf(text, new ScoredRole(text, attribution.Content).Pieces);

    public IReadOnlyList<string> Speakers => attribution.Speakers;

    public IReadOnlyList<string>? Tags => attribution.Tags;

    public ScoredRole this[int role] => role switch { 0 => Source, 1 => Cue, _ => Content };

    // By the words alone: a mark outside or inside makes no difference.
    private static QuoteKind KindOf(QuoteText text, ScoredPiece[] pieces)
    {
        int inside = 0, outside = 0;
        foreach (var piece in pieces)
        {
            for (int i = piece.Start; i < piece.End;)
            {
                if (!QuoteText.IsWordCharacter(text[i]))
                {
                    i++;
                    continue;
                }

                if (text.IsQuoted(i)) inside++;
                else outside++;
                while (i < piece.End && QuoteText.IsWordCharacter(text[i])) i++;
            }
        }

        return inside == 0 ? QuoteKind.Indirect : outside == 0 ? QuoteKind.Direct : QuoteKind.Mixed;
    }
}
