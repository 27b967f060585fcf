using NewsNlp.Features;

namespace NewsNlp.Sentences;

/// <summary>
/// The features of a gap that can be a boundary: the words and shapes on both sides, seen past closing and opening marks,
/// line breaks and where they stand in the line, quotation marks and brackets that are open, the length so far.
/// </summary>
/// <remarks>Whoever changes anything here raises the features' version of the model's section.</remarks>
internal static class BoundaryFeatures
{
    /// <summary>No gap has more features than this.</summary>
    public const int Most = 48;

    private const int MaxForm = 24;
    private const int MaxMarks = 3;

    public static int Extract(SentenceText text, in BoundaryState state, int token, int end, int breaks, Span<uint> features)
    {
        var list = new FeatureList(features);

        // Left: closing marks, the terminal, the word before it. Right: opening marks, the first word.
        var left = text.Shape(token);
        var terminal = token;
        while (terminal > state.FirstToken && token - terminal < MaxMarks && TokenShapes.CanClose(text.Shape(terminal)))
        {
            terminal--;
        }

        var terminalShape = text.Shape(terminal);
        var core = terminal > state.FirstToken && IsMark(terminalShape) ? terminal - 1 : terminal;
        var coreShape = text.Shape(core);
        var right = token + 1;
        var rightShape = text.Shape(right);
        var word = right;
        while (word + 1 < end && word - right < MaxMarks && (TokenShapes.CanOpen(text.Shape(word)) || text.Shape(word) == TokenShape.Ellipsis))
        {
            word++;
        }

        var wordShape = text.Shape(word);
        var coreForm = Lower(text, core);
        var wordForm = Lower(text, word);
        var afterForm = word + 1 < end ? Lower(text, word + 1) : 0;
        var afterShape = word + 1 < end ? text.Shape(word + 1) : TokenShape.None;
        var beforeForm = core > state.FirstToken ? Lower(text, core - 1) : 1;
        var beforeShape = core > state.FirstToken ? text.Shape(core - 1) : TokenShape.None;

        var gap = text.Start(right) - text.End(token);
        var kind = Pack((int)left, (int)terminalShape, Math.Min(breaks, 1), Math.Min(gap, 2));
        var shapes = Pack((int)terminalShape, (int)coreShape, (int)wordShape, Math.Min(breaks, 1));
        var signs = Pack((int)terminalShape, (int)left, (int)rightShape, Math.Min(breaks, 1));
        var line = Line(text, state, token, right, breaks);
        var length = Bucket(token + 1 - state.FirstToken);
        var open = Pack(state.InStraightQuote ? 1 : 0, state.InCurlyQuote ? 1 : 0, state.BracketDepth, 0);
        var wrapped = text.Layout.WrapColumn > 0 ? 1UL : 0;

        list.Add(0, kind);
        list.Add(1, kind, (ulong)wordShape);
        list.Add(2, signs, (ulong)wordShape);
        list.Add(3, shapes);
        list.Add(4, shapes, length);
        list.Add(5, coreForm, (ulong)terminalShape);
        list.Add(6, coreForm, (ulong)wordShape, (ulong)Math.Min(breaks, 1));
        list.Add(7, wordForm, (ulong)wordShape, (ulong)terminalShape);
        list.Add(8, wordForm, (ulong)wordShape, (ulong)coreShape);
        list.Add(9, coreForm, beforeForm);
        list.Add(10, coreForm, wordForm);
        list.Add(11, wordForm, afterForm);
        list.Add(12, Pack((int)wordShape, (int)afterShape, (int)terminalShape, (int)coreShape));
        list.Add(13, Pack((int)beforeShape, (int)coreShape, (int)terminalShape, (int)wordShape));
        list.Add(14, kind, open);
        list.Add(15, signs, open);
        list.Add(16, kind, length);
        list.Add(17, line, (ulong)terminalShape);
        list.Add(18, line, (ulong)wordShape, (ulong)coreShape);
        list.Add(19, wordForm, line);
        list.Add(20, FeatureHash.Of(text.Form(token)), FeatureHash.Of(text.Form(right)));
        list.Add(21, FeatureHash.Of(text.Form(token)), (ulong)wordShape, (ulong)rightShape);
        list.Add(22, FeatureHash.Of(text.Form(right)), (ulong)left, (ulong)terminalShape);
        list.Add(23, (ulong)Math.Min(text.Form(core).Length, 8), (ulong)coreShape, (ulong)wordShape);
        list.Add(24, Lower(text, state.FirstToken), (ulong)terminalShape, (ulong)wordShape);
        list.Add(25, (ulong)text.Shape(state.FirstToken), length, signs);
        list.Add(26, Suffix(text.Form(core)), (ulong)terminalShape, (ulong)wordShape);
        list.Add(27, wrapped, kind);
        var style = text.Style.Code;
        list.Add(28, style, kind, (ulong)wordShape);
        list.Add(29, style, wordForm, (ulong)terminalShape);
        list.Add(30, style, shapes);
        list.Add(31, style, coreForm, (ulong)wordShape);
        list.Add(32, word + 2 < end ? Lower(text, word + 2) : 0, (ulong)wordShape, (ulong)terminalShape);
        list.Add(33, core - 1 > state.FirstToken ? Lower(text, core - 2) : 1, (ulong)coreShape, (ulong)wordShape);
        list.Add(34, NextStop(text, right, end), (ulong)terminalShape, (ulong)wordShape);
        list.Add(35, NextStop(text, right, end), length, kind);
        list.Add(36, state.AtParagraphStart ? 1UL : 0, length, shapes);
        return list.Count;
    }

    private static bool IsMark(TokenShape shape) => TokenShapes.IsTerminal(shape) || shape is TokenShape.Colon or TokenShape.Semicolon;

    /// <summary>Where a line break stands: in wrapped text, whether the next word would still have fitted.</summary>
    private static ulong Line(SentenceText text, in BoundaryState state, int token, int right, int breaks)
    {
        if (breaks == 0)
        {
            return 0;
        }

        var length = text.End(token) - state.LineStart;
        var column = text.Layout.WrapColumn;
        if (column == 0)
        {
            return 1 + (ulong)Bucket(length / 8);
        }

        var fits = length + 1 + text.Form(right).Length <= column;
        return 100 + (ulong)(length * 10 / column * 2) + (fits ? 1UL : 0);
    }

    /// <summary>How far the next full stop or line break is, and which it is.</summary>
    private static ulong NextStop(SentenceText text, int token, int end)
    {
        const int Far = 24;
        for (var next = token; next < Math.Min(end, token + Far); next++)
        {
            var shape = text.Shape(next);
            if (TokenShapes.IsTerminal(shape))
            {
                return Bucket(next - token);
            }

            if (next + 1 == end || SentenceText.LineBreaks(text.Gap(next)) > 0)
            {
                return 32 + Bucket(next - token);
            }
        }

        return 64;
    }

    private static ulong Bucket(int count) => count < 6 ? (ulong)count : 4 + (ulong)System.Numerics.BitOperations.Log2((uint)count);

    private static ulong Pack(int a, int b, int c, int d) => (uint)a | ((ulong)(uint)b << 8) | ((ulong)(uint)c << 16) | ((ulong)(uint)d << 24);

    private static ulong Suffix(ReadOnlySpan<char> form)
    {
        const int Length = 3;
        return FeatureHash.Of(form.Length <= Length ? form : form[^Length..]);
    }

    private static ulong Lower(SentenceText text, int token)
    {
        var form = text.Form(token);
        Span<char> lower = stackalloc char[MaxForm];
        var length = Math.Min(form.Length, MaxForm);
        for (var i = 0; i < length; i++)
        {
            lower[i] = char.IsAsciiDigit(form[i]) ? '0' : char.ToLowerInvariant(form[i]);
        }

        return FeatureHash.Of(lower[..length]);
    }

    private ref struct FeatureList(Span<uint> features)
    {
        private readonly Span<uint> _features = features;

        public int Count { get; private set; }

        public void Add(int template, ulong value) => _features[Count++] = FeatureHash.Feature(template, value);

        public void Add(int template, ulong first, ulong second) =>
            _features[Count++] = FeatureHash.Feature(template, first, second);

        public void Add(int template, ulong first, ulong second, ulong third) =>
            _features[Count++] = FeatureHash.Feature(template, first, second, third);
    }
}
