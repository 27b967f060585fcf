using System.Runtime.InteropServices;

namespace NewsNlp.Structure;

/// <summary>Decides what a piece is by its neighbours: captions behind labels, names under headlines, lists of links.</summary>
internal static class PageContext
{
    private const int LongestCaption = 600;
    private const int LongestLink = 140;
    private const int LongestPromotion = 8;
    private const int MostLinks = 32;
    private const string EndOfPromotion = "after newsletter promotion";

    public static void Apply(ReadOnlySpan<char> text, List<Piece> pieces, CancellationToken cancellationToken)
    {
        var all = CollectionsMarshal.AsSpan(pieces);
        var top = true;
        var texts = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i % 256 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            ref var piece = ref all[i];
            if (i > 0 && all[i - 1].Kind == PieceKind.Byline && piece.Kind is PieceKind.Text or PieceKind.Credit && piece.Before == PieceBreak.Line && BylineRules.IsContinuation(piece.Of(text)))
            {
                piece.Kind = PieceKind.Byline;
                continue;
            }

            // Live pages sign each entry: "Ann Lee" on a line, "Weather correspondent" on the next.
            if (!top && i > 0 && piece.Kind == PieceKind.Text && all[i - 1].Kind == PieceKind.Text && BylineRules.IsName(all[i - 1].Of(text)) && BylineRules.IsRole(piece.Of(text)))
            {
                piece.Kind = all[i - 1].Kind = PieceKind.Byline;
                continue;
            }

            switch (piece.Kind)
            {
                case PieceKind.CaptionLabel:
                    piece.Kind = PieceKind.Furniture;
                    MarkNext(all, i, PieceKind.Caption, LongestCaption);
                    break;
                case PieceKind.CreditLabel:
                    piece.Kind = PieceKind.Credit;
                    if (i + 1 < all.Length && !LineShape.EndsSentence(all[i + 1].Of(text)))
                    {
                        MarkNext(all, i, PieceKind.Credit, 60);
                    }

                    break;
                case PieceKind.Credit:
                    MarkCaptionBefore(text, all, i);
                    break;
                case PieceKind.ListHeader:
                    piece.Kind = PieceKind.Furniture;
                    MarkList(text, all, i + 1);
                    break;
                case PieceKind.Timestamp:
                    piece.Kind = top ? PieceKind.Dateline : PieceKind.Furniture;
                    break;
                case PieceKind.Text when top && texts == 0 && i + 1 < all.Length && StructureLexicon.Default.Sections.Contains(piece.Of(text)):
                    piece.Kind = PieceKind.Furniture;
                    break;
                case PieceKind.Furniture when piece.Of(text).Equals(EndOfPromotion, StringComparison.OrdinalIgnoreCase):
                    MarkPromotion(text, all, i);
                    break;
                case PieceKind.Text when IsBiography(piece.Of(text)):
                    piece.Kind = PieceKind.Furniture;
                    if (i > 0 && all[i - 1].Kind == PieceKind.Text && BylineRules.IsName(all[i - 1].Of(text)))
                    {
                        all[i - 1].Kind = PieceKind.Furniture;
                    }

                    break;
                case PieceKind.Text when top:
                    var line = piece.Of(text);
                    texts++;
                    top = !IsArticleText(line);
                    if (top && texts > 1 && DatelineRules.IsDatelineLine(line))
                    {
                        piece.Kind = PieceKind.Dateline;
                    }
                    else if (top && texts is > 1 and <= 5 && BylineRules.IsBareByline(line))
                    {
                        piece.Kind = PieceKind.Byline;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Running text, as opposed to a heading or a line of the page's head.</summary>
    public static bool IsArticleText(ReadOnlySpan<char> line) =>
        line.Length > 200 || (line.Length >= 40 && LineShape.EndsSentence(line) && !LineShape.IsTitleCase(line));

    /// <summary>"Lee covers Idaho for The Associated Press."</summary>
    private static bool IsBiography(ReadOnlySpan<char> line) =>
        line.Length <= 300 && line.EndsWith(" for The Associated Press.", StringComparison.Ordinal)
        && (line.Contains(" covers ", StringComparison.Ordinal) || line.Contains(" is a ", StringComparison.Ordinal) || line.Contains(" is the ", StringComparison.Ordinal) || line.Contains(" reports on ", StringComparison.Ordinal));

    /// <summary>What stands between "Sign up to ..." and "after newsletter promotion".</summary>
    private static void MarkPromotion(ReadOnlySpan<char> text, Span<Piece> all, int end)
    {
        for (var start = end - 1; start >= 0 && end - start <= LongestPromotion; start--)
        {
            if (all[start].Kind == PieceKind.Furniture && all[start].Of(text).StartsWith("Sign up ", StringComparison.OrdinalIgnoreCase))
            {
                for (var i = start + 1; i < end; i++)
                {
                    all[i].Kind = PieceKind.Furniture;
                }

                return;
            }
        }
    }

    /// <summary>Lines straight under a header, where the article's paragraphs are set apart by blank lines.</summary>
    private static bool IsOneOfLinks(Span<Piece> all, int i)
    {
        // Not followed to the end of a text of lines, which would take the square of its length.
        var farthest = Math.Min(all.Length, i + MostLinks);
        while (i < farthest && all[i].Before == PieceBreak.Line)
        {
            i++;
        }

        return i < farthest && (i + 1 == all.Length || all[i + 1].Before == PieceBreak.Blank);
    }

    private static void MarkNext(Span<Piece> all, int i, PieceKind kind, int longest)
    {
        if (i + 1 < all.Length && all[i + 1].Kind == PieceKind.Text && all[i + 1].Length <= longest)
        {
            all[i + 1].Kind = kind;
        }
    }

    /// <summary>
    /// A line straight above a credit is its caption where the article's paragraphs are set apart by blank lines, and these two
    /// lines are not; and where it is no sentence that the article might hold.
    /// </summary>
    private static void MarkCaptionBefore(ReadOnlySpan<char> text, Span<Piece> all, int i)
    {
        if (i > 1 && all[i].Before == PieceBreak.Line && all[i - 1].Kind == PieceKind.Text && all[i - 1].Before == PieceBreak.Blank
            && all[i - 1].Length <= 300 && !LineShape.EndsSentence(all[i - 1].Of(text)))
        {
            all[i - 1].Kind = PieceKind.Caption;
        }
    }

    /// <summary>
    /// Links behind a header such as "Related stories": all lines to the end of the text where no article text follows,
    /// otherwise only what is plainly a topic, or a bullet, straight under the header.
    /// </summary>
    private static void MarkList(ReadOnlySpan<char> text, Span<Piece> all, int first)
    {
        var end = first;
        while (end < all.Length && all[end].Kind != PieceKind.ListHeader && (all[end].Kind != PieceKind.Text || IsLink(all[end].Of(text))))
        {
            end++;
        }

        var isTail = end == all.Length || all[end].Kind == PieceKind.ListHeader;
        for (var i = first; i < end; i++)
        {
            if (all[i].Kind != PieceKind.Text)
            {
                if (!isTail)
                {
                    return;
                }

                continue;
            }

            var line = all[i].Of(text);
            if (!isTail && !LineShape.StartsWithBullet(line) && (all[i].Before != PieceBreak.Line || (LineShape.CountWords(line) > 4 && !IsOneOfLinks(all, i))))
            {
                return;
            }

            all[i].Kind = PieceKind.Furniture;
        }
    }

    private static bool IsLink(ReadOnlySpan<char> line) =>
        line.Length <= LongestLink && LineShape.Ending(line) is not ('.' or '!' or ':' or ';' or ',' or '…');
}
