using System.Buffers;

namespace NewsNlp.Structure;

/// <summary>
/// Cuts a text into lines, and a line into pieces where a page's markers are glued to text: alt text before <c>Image source,</c>,
/// a credit behind a caption, a sign-off behind a paragraph.
/// </summary>
internal static class PieceCutter
{
    private const int LongestCredit = 80;
    private const int LongestCaption = 600;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u0085\u2028\u2029\f\v");

    private static readonly SearchValues<string> Markers = SearchValues.Create(
        ["Image source,", "Image caption,", "Image copyright", "Media caption,", "Media source,", "Video caption,", "Video source,", "Figure caption,"],
        StringComparison.Ordinal);

    /// <summary>Adds the pieces of a text, each with what it is when it stands alone.</summary>
    public static void Cut(ReadOnlySpan<char> text, List<Piece> pieces, CancellationToken cancellationToken = default)
    {
        var before = PieceBreak.Blank;
        var lines = 0;
        for (var next = 0; next < text.Length;)
        {
            if (++lines % 256 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var start = next;
            var length = text[start..].IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            next = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                next++;
            }

            var from = start;
            while (from < end && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (end > from && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (from == end)
            {
                before = PieceBreak.Blank;
                continue;
            }

            CutLine(text, new Piece(from, end, PieceKind.Text, before, from - start >= 2), pieces);
            before = PieceBreak.Line;
        }
    }

    private static void CutLine(ReadOnlySpan<char> text, Piece line, List<Piece> pieces)
    {
        var marker = line.Of(text).IndexOfAny(Markers);
        if (marker < 0)
        {
            AddText(text, line, pieces);
            return;
        }

        if (marker > 0)
        {
            Add(text, line with { End = line.Start + marker, Kind = marker <= LongestCaption ? PieceKind.Caption : PieceKind.Text }, pieces);
            line = line with { Before = PieceBreak.None };
        }

        for (var at = line.Start + marker; at < line.End;)
        {
            var following = text[(at + 1)..line.End].IndexOfAny(Markers);
            var end = following < 0 ? line.End : at + 1 + following;
            AddMarked(text, line with { Start = at, End = end }, pieces);
            line = line with { Before = PieceBreak.None };
            at = end;
        }
    }

    /// <summary>A marker and what follows it, up to the next marker or the line's end.</summary>
    private static void AddMarked(ReadOnlySpan<char> text, Piece piece, List<Piece> pieces)
    {
        var words = piece.Of(text);
        var isCaption = words[words.IndexOf(' ')..].StartsWith(" caption", StringComparison.Ordinal);
        var labelLength = words.IndexOf(',') is var comma && isCaption ? comma + 1 : words.StartsWith("Image copyright", StringComparison.Ordinal) ? 15 : comma + 1;
        var rest = words[labelLength..].Trim();
        if (isCaption)
        {
            Add(text, piece with { End = piece.Start + labelLength, Kind = PieceKind.CaptionLabel }, pieces);
            Add(text, piece with { Start = piece.Start + labelLength, Kind = rest.Length <= LongestCaption ? PieceKind.Caption : PieceKind.Text, Before = PieceBreak.None }, pieces);
        }
        else if (rest.IsEmpty)
        {
            Add(text, piece with { Kind = PieceKind.CreditLabel }, pieces);
        }
        else if (rest.Length <= LongestCredit)
        {
            Add(text, piece with { Kind = PieceKind.Credit }, pieces);
        }
        else
        {
            // The rest of the text on one line: only the label is surely not the article's.
            Add(text, piece with { End = piece.Start + labelLength, Kind = PieceKind.Credit }, pieces);
            Add(text, piece with { Start = piece.Start + labelLength, Kind = PieceKind.Text, Before = PieceBreak.None }, pieces);
        }
    }

    private static void AddText(ReadOnlySpan<char> text, Piece line, List<Piece> pieces)
    {
        var words = line.Of(text);
        var kind = Classify(words);
        if (kind is PieceKind.Text or PieceKind.Caption)
        {
            var signOff = BylineRules.FindTrailing(words);
            var cut = signOff > 0 ? signOff : CreditRules.FindTrailing(words);
            if (cut > 0)
            {
                var first = signOff > 0 || cut > LongestCaption ? PieceKind.Text : PieceKind.Caption;
                Add(text, line with { End = line.Start + cut, Kind = first }, pieces);
                Add(text, line with { Start = line.Start + cut, Kind = signOff > 0 ? PieceKind.Byline : PieceKind.Credit, Before = PieceBreak.None }, pieces);
                return;
            }
        }

        pieces.Add(line with { Kind = kind });
    }

    private static PieceKind Classify(ReadOnlySpan<char> line)
    {
        var kind = FurnitureRules.Classify(line);
        if (kind != PieceKind.Text)
        {
            return kind;
        }

        var date = DateShape.Read(line);
        if (date.HasLabel ? date.HasDate || date.HasTime || date.IsAge : date.IsAge)
        {
            return PieceKind.Furniture;
        }

        if (date.HasDate)
        {
            return date.HasTime ? PieceKind.Timestamp : PieceKind.Dateline;
        }

        if (date.HasTime && line.Length <= 25)
        {
            return PieceKind.Furniture;
        }

        if (CreditRules.IsCredit(line))
        {
            return PieceKind.Credit;
        }

        if (BylineRules.IsByline(line))
        {
            return PieceKind.Byline;
        }

        return StructureLexicon.Default.CaptionOpeners.Match(line) > 0 && line.Length <= LongestCaption ? PieceKind.Caption : PieceKind.Text;
    }

    private static void Add(ReadOnlySpan<char> text, Piece piece, List<Piece> pieces)
    {
        while (piece.Start < piece.End && char.IsWhiteSpace(text[piece.Start]))
        {
            piece.Start++;
        }

        while (piece.End > piece.Start && char.IsWhiteSpace(text[piece.End - 1]))
        {
            piece.End--;
        }

        if (piece.Length > 0)
        {
            pieces.Add(piece);
        }
    }
}
