using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>How much of what is in a piece; of a long one, its last words.</summary>
internal readonly record struct PieceCounts(ulong Verbs, ulong Commas, ulong Dashes, ulong Brackets)
{
    private const int Farthest = 64;

    public static PieceCounts Of(ArticleReader article, TokenRange piece)
    {
        ulong verbs = 0, commas = 0, dashes = 0, brackets = 0;
        for (var i = Math.Max(piece.First, piece.End - Farthest); i < piece.End; i++)
        {
            var word = article.Classes[i];
            verbs += TokenClasses.IsVerb(word) ? 1ul : 0;
            commas += word == TokenClass.Comma ? 1ul : 0;
            dashes += word == TokenClass.Dash && article.HasSpaceBefore(i) ? 1ul : 0;
            brackets += word == TokenClass.Bracket ? 1ul : 0;
        }

        return new PieceCounts(verbs, commas, dashes, brackets);
    }
}
