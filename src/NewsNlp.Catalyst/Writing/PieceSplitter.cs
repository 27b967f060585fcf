using System.Runtime.InteropServices;
using NewsNlp.Documents;

namespace NewsNlp.Catalyst.Writing;

/// <summary>
/// Takes tokens apart that have white space inside, since Catalyst removed the line break between two words, and cuts those that
/// would lie in two blocks.
/// </summary>
internal static class PieceSplitter
{
    /// <param name="text">The text.</param>
    /// <param name="pieces">The tokens, in order.</param>
    /// <param name="own">This library's tokens.</param>
    /// <param name="blocks">The blocks, in order; null where there are none.</param>
    public static List<Piece> Split(string text, List<Piece> pieces, OwnTokens own, List<TextSpan>? blocks)
    {
        var split = new List<Piece>(pieces.Count);
        foreach (var piece in CollectionsMarshal.AsSpan(pieces))
        {
            if (HasWhiteSpace(text.AsSpan(piece.Start, piece.End - piece.Start)))
            {
                TakeApart(piece, own, split);
            }
            else
            {
                split.Add(piece);
            }
        }

        return blocks is null ? split : CutAtBlocks(split, blocks);
    }

    private static bool HasWhiteSpace(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words keep Catalyst's tag, which stands for one of them; marks have their own.</summary>
    private static void TakeApart(in Piece piece, OwnTokens own, List<Piece> pieces)
    {
        for (var token = own.FirstBehind(piece.Start); token < own.Count && own.Start(token) < piece.End; token++)
        {
            pieces.Add(piece with
            {
                Start = Math.Max(own.Start(token), piece.Start),
                End = Math.Min(own.End(token), piece.End),
                Tag = own.Kind(token) == TokenKind.Word ? piece.Tag : own.Tag(token),
                Lemma = null,
            });
        }
    }

    private static List<Piece> CutAtBlocks(List<Piece> pieces, List<TextSpan> blocks)
    {
        var cut = new List<Piece>(pieces.Count);
        var block = 0;
        foreach (var piece in CollectionsMarshal.AsSpan(pieces))
        {
            var rest = piece;
            while (true)
            {
                while (block < blocks.Count && blocks[block].End <= rest.Start)
                {
                    block++;
                }

                if (block == blocks.Count || blocks[block].End >= rest.End)
                {
                    break;
                }

                cut.Add(rest with { End = blocks[block].End, Lemma = null });
                rest = rest with { Start = blocks[block].End, Lemma = null };
            }

            cut.Add(rest);
        }

        return cut;
    }
}
