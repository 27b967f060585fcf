using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>
/// Where a piece of content may end too late or too early: at "and …" with a verb of its own, at a participle behind a
/// comma, at a dash. What stands inside the piece and what right behind it, as numbers for features.
/// </summary>
/// <param name="Behind">A conjunction right behind the piece: the comma before it, the word behind it, the next verb's form.</param>
/// <param name="Inside">The last conjunction inside, told in the same way, and how far it is from the piece's end.</param>
/// <param name="Participle">The last participle behind a comma or a dash inside: its cue group and distance from the end.</param>
/// <param name="FirstVerb">The form of the first verb or auxiliary of the piece.</param>
/// <param name="LastConjunction">The last conjunction inside; -1 where there is none near the end.</param>
internal readonly record struct ClauseEdges(ulong Behind, ulong Inside, ulong Participle, ulong FirstVerb, int LastConjunction)
{
    private const int Farthest = 48, Reach = 8;

    public static ClauseEdges Of(ArticleReader article, TokenRange piece, int sentenceEnd)
    {
        ulong behind = 0, inside = 0, participle = 0, first = 0;
        var e = piece.End;
        var comma = e < sentenceEnd && article.Classes[e] == TokenClass.Comma ? 1 : 0;
        if (e + comma < sentenceEnd && article.Classes[e + comma] == TokenClass.Conjunction)
        {
            behind = Conjunction(article, e + comma, sentenceEnd, comma);
        }

        var conjunction = -1;
        for (var i = piece.End - 1; i >= Math.Max(piece.First, piece.End - Farthest); i--)
        {
            var word = article.Classes[i];
            if (inside == 0 && word == TokenClass.Conjunction)
            {
                inside = Conjunction(article, i, piece.End, i > piece.First && article.Classes[i - 1] == TokenClass.Comma ? 1 : 0);
                conjunction = i;
            }

            if (participle == 0 && word == TokenClass.VerbIng && i > piece.First && article.Classes[i - 1] is TokenClass.Comma or TokenClass.Dash)
            {
                participle = 1 + (16ul * article.Groups[i]) + Math.Min(Bucket.Distance(piece.End - i) - 9, 15);
            }
        }

        for (var i = piece.First; i < Math.Min(piece.End, piece.First + Farthest) && first == 0; i++)
        {
            first = TokenClasses.IsVerbal(article.Classes[i]) ? (ulong)article.Classes[i] : 0;
        }

        return new ClauseEdges(behind, inside, participle, first, conjunction);
    }


    private static ulong Conjunction(ArticleReader article, int token, int end, int comma)
    {
        var next = token + 1 < end ? (ulong)article.Classes[token + 1] : 63;
        ulong verb = 0;
        for (var i = token + 1; i < Math.Min(end, token + Reach) && verb == 0; i++)
        {
            verb = TokenClasses.IsVerbal(article.Classes[i]) ? (ulong)article.Classes[i] : 0;
        }

        return 1 + (ulong)comma + (2 * next) + (128 * verb);
    }
}
