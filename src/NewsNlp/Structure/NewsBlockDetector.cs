using System.Runtime.InteropServices;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Structure;

/// <summary>
/// Says what the parts of a news page are, from its raw text: headline, subheadings, byline, datelines, captions, credits,
/// page furniture and paragraphs, in the shapes that the large sites and agencies print.
/// </summary>
/// <remarks>
/// <para>
/// It works by rules over lines: a line is furniture or a credit only if it is a known phrase or has a form that no sentence
/// has, since these blocks hold no sentences. Where a page's markers are glued to text the line is cut: alt text before
/// "Image source, Reuters" is a caption. An inline dateline ("LONDON (AP) —") is a block of its own, as treebanks make it a
/// sentence of its own. Hard-wrapped lines are joined to paragraphs; in other texts every line is one.
/// </para>
/// <para>Time and memory are linear in the length of the text. Every text has an answer.</para>
/// </remarks>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public sealed class NewsBlockDetector : IBlockDetector
{
    private const int LargestKeptScratch = 1 << 14;

    private List<Piece>? _spare;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="sink"/> is null.</exception>
    public void Detect(ReadOnlySpan<char> text, BlockSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var pieces = Interlocked.Exchange(ref _spare, null) ?? [];
        PieceCutter.Cut(text, pieces, sink.CancellationToken);
        PageContext.Apply(text, pieces, sink.CancellationToken);
        LineJoiner.Join(text, pieces, sink.CancellationToken);
        AddBlocks(text, CollectionsMarshal.AsSpan(pieces), sink);
        ReadByline(text, CollectionsMarshal.AsSpan(pieces), sink);
        if (pieces.Capacity <= LargestKeptScratch)
        {
            pieces.Clear();
            _spare = pieces;
        }
    }

    private static void AddBlocks(ReadOnlySpan<char> text, ReadOnlySpan<Piece> pieces, BlockSink sink)
    {
        bool afterHeadline = false, any = false;
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            if (piece.Kind != PieceKind.Text)
            {
                sink.Add(TextSpan.FromBounds(piece.Start, piece.End), KindOf(piece.Kind));
                if (piece.Kind == PieceKind.Dateline && DatelineReader.Read(piece.Of(text), sink.Published) is { } dateline)
                {
                    sink.SetFirstDateline(dateline);
                }

                continue;
            }

            var kind = HeadingRules.Classify(text, pieces, i, ref afterHeadline, ref any);
            var start = kind == BlockKind.Paragraph ? AddDateline(text, piece, sink) : piece.Start;
            sink.Add(TextSpan.FromBounds(start, piece.End), kind);
        }
    }

    /// <summary>Adds the dateline that a paragraph begins with, if it has one.</summary>
    /// <returns>Where the rest begins.</returns>
    private static int AddDateline(ReadOnlySpan<char> text, Piece piece, BlockSink sink)
    {
        var length = DatelineRules.Measure(piece.Of(text));
        if (length == 0)
        {
            return piece.Start;
        }

        sink.Add(new TextSpan(piece.Start, length), BlockKind.Dateline);
        if (DatelineReader.Read(text.Slice(piece.Start, length), sink.Published) is { } dateline)
        {
            sink.SetFirstDateline(dateline);
        }

        var start = piece.Start + length;
        while (char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>The byline under the headline, with the lines that continue it; the sign-off only where there is no other.</summary>
    private static void ReadByline(ReadOnlySpan<char> text, ReadOnlySpan<Piece> pieces, BlockSink sink)
    {
        BylineReader? reader = null;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Kind == PieceKind.Byline)
            {
                reader ??= new BylineReader();
                reader.Read(pieces[i].Of(text));
            }
            else if (reader is not null)
            {
                break;
            }
        }

        if (reader?.ToByline() is { } byline)
        {
            sink.SetByline(byline);
        }
    }

    private static BlockKind KindOf(PieceKind kind) => kind switch
    {
        PieceKind.Credit => BlockKind.Credit,
        PieceKind.Caption => BlockKind.Caption,
        PieceKind.Byline => BlockKind.Byline,
        PieceKind.Dateline => BlockKind.Dateline,
        PieceKind.Text => BlockKind.Paragraph,
        _ => BlockKind.Furniture,
    };
}
