using System.Runtime.CompilerServices;
using NewsNlp.Documents;

namespace NewsNlp.Sentences;

/// <summary>
/// The features of a gap that can be a boundary: the words and shapes on both sides, seen past closing and opening marks,
/// line breaks and where they stand in the line, quotation marks and brackets that are open, the length so far. A feature
/// is a place in <see cref="BoundaryClassifier"/>'s weights.
/// </summary>
/// <remarks>Whoever changes anything here raises the features' version of the model's section.</remarks>
internal static class BoundaryFeatures
{
    /// <summary>No gap has more features than this.</summary>
    public const int Most = 48;

    private const int MaxMarks = 3;

    /// <summary>Lists the features of a gap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="state">What stands before; read to the gap.</param>
    /// <param name="gap">The gap.</param>
    /// <param name="nextStop">How far the next mark or line break is, see <see cref="BoundaryWalker"/>.</param>
    /// <param name="end">The index behind the last token of the region.</param>
    /// <param name="scratch">Takes them.</param>
    /// <returns>How many there are.</returns>
    public static int Extract(
        in SentenceText text, in BoundaryState state, Gap gap, ulong nextStop, int end, BoundaryScratch scratch)
    {
        var list = new BoundaryFeatureList(scratch);
        var token = gap.Token;
        var breaks = Math.Min((int)gap.Breaks, 1);

        // Left: closing marks, the terminal, the word before it. Right: opening marks, the first word.
        var left = text.Shape(token);
        var terminal = token;
        var terminalShape = left;
        while (terminal > state.FirstToken && token - terminal < MaxMarks && TokenShapes.CanClose(terminalShape))
        {
            terminalShape = text.Shape(--terminal);
        }

        var core = terminal;
        var coreShape = terminalShape;
        if (terminal > state.FirstToken && IsMark(terminalShape))
        {
            coreShape = text.Shape(--core);
        }

        var right = token + 1;
        var rightShape = text.Shape(right);
        var word = right;
        var wordShape = rightShape;
        while (word + 1 < end && word - right < MaxMarks && (TokenShapes.CanOpen(wordShape) || wordShape == TokenShape.Ellipsis))
        {
            wordShape = text.Shape(++word);
        }

        var hasAfter = word + 1 < end;
        var hasBefore = core > state.FirstToken;
        var coreForm = Plain(text, core);
        var wordForm = Plain(text, word);
        var afterForm = hasAfter ? Plain(text, word + 1) : 0;
        var beforeForm = hasBefore ? Plain(text, core - 1) : 1;
        var afterShape = (ulong)(hasAfter ? text.Shape(word + 1) : TokenShape.None);
        var beforeShape = (ulong)(hasBefore ? text.Shape(core - 1) : TokenShape.None);
        var exactLeft = text.Hash(text.Start(token), text.Length(token));
        var exactRight = text.Hash(text.Start(right), text.Length(right));

        var space = (ulong)Math.Min(text.Start(right) - text.End(token), 2);
        var kind = Pack((int)left, (int)terminalShape, breaks, (int)space);
        var shapes = Pack((int)terminalShape, (int)coreShape, (int)wordShape, breaks);
        var signs = Pack((int)terminalShape, (int)left, (int)rightShape, breaks);
        var line = Line(text, gap, right);
        var length = Bucket(token + 1 - state.FirstToken);
        var open = (state.InStraightQuote ? 1UL : 0) | (state.InCurlyQuote ? 2UL : 0) | ((ulong)state.BracketDepth << 2);
        var wrapped = text.Layout.WrapColumn > 0 ? 1UL : 0;
        var style = text.Style.Code;
        var (stop, before, behind) = ((ulong)terminalShape, (ulong)coreShape, (ulong)wordShape);

        list.Add(kind);
        list.Add(kind, behind);
        list.Add(signs, behind);
        list.Add(shapes);
        list.Add(shapes, length);
        list.Add(coreForm, stop);
        list.Add(coreForm, behind, (ulong)breaks);
        list.Add(wordForm, behind, stop);
        list.Add(wordForm, behind, before);
        list.Add(coreForm, beforeForm);
        list.Add(coreForm, wordForm);
        list.Add(wordForm, afterForm);
        list.Add(behind, afterShape, stop | (before << 8));
        list.Add(beforeShape, before, stop | (behind << 8));
        list.Add(kind, open);
        list.Add(signs, open);
        list.Add(kind, length);
        list.Add(line, stop);
        list.Add(line, behind, before);
        list.Add(wordForm, line);
        list.Add(exactLeft, exactRight);
        list.Add(exactLeft, behind, (ulong)rightShape);
        list.Add(exactRight, (ulong)left, stop);
        list.Add((ulong)Math.Min(text.Length(core), 8), before, behind);
        list.Add(Plain(text, state.FirstToken), stop, behind);
        list.Add((ulong)text.Shape(state.FirstToken), length, signs);
        list.Add(Suffix(text, core), stop, behind);
        list.Add(wrapped, kind);
        list.Add(style, kind, behind);
        list.Add(style, wordForm, stop);
        list.Add(style, shapes);
        list.Add(style, coreForm, behind);
        list.Add(word + 2 < end ? Plain(text, word + 2) : 0, behind, stop);
        list.Add(core - 1 > state.FirstToken ? Plain(text, core - 2) : 1, before, behind);
        list.Add(nextStop, stop, behind);
        list.Add(nextStop, length, kind);
        list.Add(state.AtParagraphStart ? 1UL : 0, length, shapes);
        list.Hash();
        return list.Count;
    }

    /// <summary>A count in steps that grow with it; below 64.</summary>
    public static ulong Bucket(int count) => count < 6 ? (ulong)count : 4 + (ulong)System.Numerics.BitOperations.Log2((uint)count);

    private static bool IsMark(TokenShape shape) => TokenShapes.IsTerminal(shape) || shape is TokenShape.Colon or TokenShape.Semicolon;

    /// <summary>Where a line break stands: in wrapped text, whether the next word would still have fitted.</summary>
    private static ulong Line(in SentenceText text, Gap gap, int right)
    {
        if (gap.Breaks == 0)
        {
            return 0;
        }

        var length = text.End(gap.Token) - 1 - text.Text[..text.Start(gap.Token)].LastIndexOfAny(LineLayout.LineEnds);
        var column = text.Layout.WrapColumn;
        if (column == 0)
        {
            return 1 + Bucket(length / 8);
        }

        var fits = length + 1 + text.Length(right) <= column;
        return 100 + (ulong)((long)length * 10 / column * 2) + (fits ? 1UL : 0);
    }

    private static ulong Pack(int a, int b, int c, int d) => (uint)a | ((ulong)(uint)b << 8) | ((ulong)(uint)c << 16) | ((ulong)(uint)d << 24);

    private static ulong Suffix(in SentenceText text, int token)
    {
        const int Longest = 3;
        var length = Math.Min(Longest, text.Length(token));
        return text.Hash(text.End(token) - length, length);
    }

    /// <summary>A word without regard to case; numbers by their length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Plain(in SentenceText text, int token) =>
        text.Kind(token) == TokenKind.Number ? (ulong)Math.Min(text.Length(token), 8) : text.PlainHash(text.Start(token), text.Length(token));
}
