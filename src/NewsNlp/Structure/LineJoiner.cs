using System.Runtime.InteropServices;

namespace NewsNlp.Structure;

/// <summary>
/// Makes paragraphs of lines. A text is hard-wrapped where most of its line ends come because the next word would not have
/// fitted; in any other text a line is a paragraph, unless it breaks off in mid-sentence.
/// </summary>
internal static class LineJoiner
{
    private const int WidestWrap = 100;
    private const int NarrowestWrap = 40;
    private const int ShortestBrokenLine = 60;

    /// <summary>Joins the pieces of running text in place.</summary>
    public static void Join(ReadOnlySpan<char> text, List<Piece> pieces, CancellationToken cancellationToken)
    {
        if (pieces.Count < 2)
        {
            return;
        }

        var all = CollectionsMarshal.AsSpan(pieces);
        var width = WrapWidth(text, all);
        var spaced = BlankLines(all) * 2 >= all.Length;
        var kept = 0;
        var lastLine = all[0];
        for (var i = 1; i < all.Length; i++)
        {
            if (i % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var piece = all[i];
            if (Joins(all[kept]) && piece.Kind == PieceKind.Text && piece.Before == PieceBreak.Line && Continues(text, lastLine, piece, width, spaced))
            {
                all[kept].End = piece.End;
            }
            else
            {
                all[++kept] = piece;
            }

            lastLine = piece;
        }

        CollectionsMarshal.SetCount(pieces, kept + 1);
    }

    /// <summary>A caption that was hard-wrapped goes on, too.</summary>
    private static bool Joins(Piece piece) => piece.Kind is PieceKind.Text or PieceKind.Caption;

    private static int BlankLines(ReadOnlySpan<Piece> pieces)
    {
        var count = 0;
        foreach (var piece in pieces)
        {
            count += piece.Before == PieceBreak.Blank ? 1 : 0;
        }

        return count;
    }

    /// <summary>The width at which the text is wrapped; 0 where it is not.</summary>
    private static int WrapWidth(ReadOnlySpan<char> text, ReadOnlySpan<Piece> pieces)
    {
        int width = 0, tooLong = 0, pairs = 0;
        for (var i = 1; i < pieces.Length; i++)
        {
            if (IsPair(pieces, i))
            {
                pairs++;
                var length = pieces[i - 1].Length;
                tooLong += length > WidestWrap ? 1 : 0;
                width = Math.Max(width, Math.Min(length, WidestWrap));
            }
        }

        if (pairs < 2 || width < NarrowestWrap || tooLong * 10 > pairs)
        {
            return 0;
        }

        var full = 0;
        for (var i = 1; i < pieces.Length; i++)
        {
            full += IsPair(pieces, i) && IsFull(text, pieces[i - 1], pieces[i], width) ? 1 : 0;
        }

        return full * 10 >= pairs * 7 ? width : 0;
    }

    private static bool IsPair(ReadOnlySpan<Piece> pieces, int i) =>
        pieces[i].Before == PieceBreak.Line && pieces[i].Kind == PieceKind.Text && pieces[i - 1].Kind == PieceKind.Text;

    /// <summary>Whether the next line's first word would not have fitted on the line; a few columns of slack for ragged wrapping.</summary>
    private static bool IsFull(ReadOnlySpan<char> text, Piece line, Piece next, int width)
    {
        var words = new WordWalker(next.Of(text));
        words.MoveNext();
        return line.Length + 1 + words.Current.Length > width - 4;
    }

    private static bool Continues(ReadOnlySpan<char> text, Piece line, Piece next, int width, bool spaced)
    {
        var nextText = next.Of(text);
        if (LineShape.StartsWithBullet(nextText))
        {
            return false;
        }

        var lineText = line.Of(text);
        if (width > 0)
        {
            return (IsFull(text, line, next, width) && !(next.Indented && !line.Indented)) || (LineShape.StartsLower(nextText) && !LineShape.EndsSentence(lineText));
        }

        var ending = LineShape.Ending(lineText);
        if (!char.IsLetterOrDigit(ending) && ending is not (',' or '-'))
        {
            return false;
        }

        return LineShape.StartsLower(nextText)
            || (spaced && line.Length >= ShortestBrokenLine && char.IsLetter(nextText[0]) && (ending == ',' || line.Length >= 2 * ShortestBrokenLine || EndsInSmallWord(lineText)));
    }

    /// <summary>Whether the last word needs another behind it.</summary>
    private static bool EndsInSmallWord(ReadOnlySpan<char> line) =>
        line[(line.LastIndexOf(' ') + 1)..] is "a" or "an" or "the" or "of" or "in" or "on" or "at" or "to" or "for" or "by" or "with" or "from" or "and" or "or"
            or "that" or "as" or "is" or "was" or "were" or "had" or "has" or "have" or "his" or "her" or "its" or "their" or "said" or "who" or "which" or "be" or "than" or "into";
}
