using System.Runtime.InteropServices;

namespace NewsNlp.Catalyst.Writing;

/// <summary>
/// Brings back the characters that Catalyst's tokens lost: before an emoji the last letter of a word, behind a punctuation mark
/// the first half of an emoji. Where this library's token reaches over the loss, Catalyst's grows; else the loss is a token.
/// </summary>
internal static class LostText
{
    public static List<Piece> Restore(string text, List<Piece> pieces, OwnTokens own)
    {
        var restored = new List<Piece>(pieces.Count);
        var token = 0;
        foreach (var piece in pieces)
        {
            var whole = piece with { Start = Fill(piece.Start, piece.Sentence, restored, own, ref token) };
            restored.Add(whole);
        }

        Fill(text.Length, -1, restored, own, ref token);
        return restored;
    }

    /// <summary>Fills the gap between the pieces so far and the next one.</summary>
    /// <param name="next">Where the next one starts.</param>
    /// <param name="sentence">The next one's sentence.</param>
    /// <param name="pieces">The pieces so far.</param>
    /// <param name="own">This library's tokens.</param>
    /// <param name="token">The first of them that may lie in the gap.</param>
    /// <returns>Where the next one has to start.</returns>
    private static int Fill(int next, int sentence, List<Piece> pieces, OwnTokens own, ref int token)
    {
        var covered = pieces.Count > 0 ? pieces[^1].End : 0;
        while (token < own.Count && own.End(token) <= covered)
        {
            token++;
        }

        while (token < own.Count && own.Start(token) < next && covered < next)
        {
            var start = Math.Max(own.Start(token), covered);
            var end = Math.Min(own.End(token), next);
            if (own.Start(token) < covered)
            {
                CollectionsMarshal.AsSpan(pieces)[^1] = pieces[^1] with { End = end };
            }
            else if (own.End(token) > next)
            {
                return start;
            }
            else
            {
                pieces.Add(new Piece(start, end, -1, Sentence(pieces, start, sentence), own.Tag(token), null));
            }

            covered = end;
            if (own.End(token) > next)
            {
                break;
            }

            token++;
        }

        return next;
    }

    /// <summary>The sentence around the gap, or the one that the gap directly follows.</summary>
    private static int Sentence(List<Piece> pieces, int start, int next) =>
        pieces.Count > 0 && (pieces[^1].Sentence == next || pieces[^1].End == start) ? pieces[^1].Sentence : -1;
}
