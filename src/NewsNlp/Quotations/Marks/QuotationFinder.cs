using NewsNlp.Quotations.Reading;
using NewsNlp.Threading;

namespace NewsNlp.Quotations.Marks;

/// <summary>
/// Pairs quotation marks, paragraph by paragraph: what goes wrong in one (a mark missing, one too many) stays there. An
/// opening mark without its fellow reaches to the paragraph's end where the next paragraph opens again, as news does for
/// speech that goes on. Each token is looked at a fixed number of times, whatever the marks. Scratch memory.
/// </summary>
internal sealed class QuotationFinder
{
    private const int ShortestSpeech = 6;

    private readonly List<Quotation> _quotations = [];
    private readonly List<Quotation> _doubles = [];
    private readonly List<Quotation> _singles = [];
    private readonly List<int> _marks = [];
    private readonly List<int> _roles = [];
    private bool _carried;
    private bool _hasCurlyMarks;

    /// <summary>The quotations that lie in no other, in order.</summary>
    public List<Quotation> Quotations => _quotations;

    /// <summary>Each token's quotation: an index into <see cref="Quotations"/>, or -1.</summary>
    public int[] Of { get; private set; } = [];

    /// <summary>Whether the token lies in a quotation inside a quotation.</summary>
    public bool[] Nested { get; private set; } = [];

    /// <summary>Whether a quotation begins with the token.</summary>
    public bool Opens(int token) => Of[token] is >= 0 and var quotation && _quotations[quotation].First == token;

    /// <summary>Whether a quotation ends with the token.</summary>
    public bool Closes(int token) => Of[token] is >= 0 and var quotation && _quotations[quotation].End == token + 1;

    /// <summary>Finds the quotations of an article.</summary>
    public void Find(ArticleReader article)
    {
        _quotations.Clear();
        _carried = false;
        _hasCurlyMarks = article.Marks.AsSpan(0, article.Count).Contains(MarkKind.DoubleOpen);
        if (Of.Length < article.Count)
        {
            var size = Math.Max(article.Count, (int)Math.Min(2L * Of.Length, Array.MaxLength));
            Of = new int[size];
            Nested = new bool[size];
        }

        InterruptibleMemory.Fill(Of.AsSpan(0, article.Count), -1, article.CancellationToken);
        InterruptibleMemory.Fill(Nested.AsSpan(0, article.Count), false, article.CancellationToken);
        var paragraphs = 0;
        for (var start = 0; start < article.Count;)
        {
            article.Look(paragraphs++);
            var end = article.EndOfParagraph(start);
            FindInParagraph(article, start, end);
            start = end;
        }

        UnifyMarks(article);
    }

    // Where a paper quotes speech between single marks, they are to the models what double marks are elsewhere.
    private void UnifyMarks(ArticleReader article)
    {
        int doubles = 0, spoken = 0;
        foreach (var quotation in _quotations)
        {
            var single = quotation.Has(QuotationTraits.Single);
            doubles += single ? 0 : 1;
            spoken += single && quotation.Length >= ShortestSpeech && IsSpoken(article, quotation) ? 1 : 0;
        }

        if (spoken <= doubles)
        {
            return;
        }

        foreach (var quotation in _quotations)
        {
            if (quotation.Has(QuotationTraits.Single))
            {
                article.SetDoubleMark(quotation.First);
                if (MarkKinds.IsSingle(article.Marks[quotation.End - 1]))
                {
                    article.SetDoubleMark(quotation.End - 1);
                }
            }
        }
    }

    private static bool IsSpoken(ArticleReader article, Quotation quotation) =>
        quotation.Has(QuotationTraits.Unclosed)
        || TokenClasses.IsPunctuation(article.Classes[quotation.End - 2])
        || (quotation.End < article.Count && article.Classes[quotation.End] == TokenClass.Comma);

    private void FindInParagraph(ArticleReader article, int start, int end)
    {
        _doubles.Clear();
        _singles.Clear();
        if (article.Sentences[start] < 0)
        {
            // Furniture between two paragraphs of a speech does not end it.
            return;
        }

        FindDoubles(article, start, end);
        FindSingles(article, start, end);
        Merge(article);
    }

    private void FindDoubles(ArticleReader article, int start, int end)
    {
        var context = new MarkContext(article, start, end);
        _marks.Clear();
        _roles.Clear();
        for (var i = start; i < end; i++)
        {
            article.Look(i);
            if (MarkKinds.IsDouble(article.Marks[i]))
            {
                _marks.Add(i);
                _roles.Add(context.RoleOfDouble(i));
            }
        }

        var carried = _carried;
        _carried = false;
        var nests = IsBalancedNesting();
        int open = -1, depth = 0;
        for (var m = 0; m < _marks.Count; m++)
        {
            article.Look(m);
            int mark = _marks[m], role = _roles[m];
            if (role == 0 || (mark == start && role < 0 && context.IsFollowedByWord(mark)))
            {
                role = open < 0 ? 1 : -1;
            }

            if (role > 0)
            {
                depth = open >= 0 && nests ? depth + 1 : 0;
                open = depth > 0 ? open : mark;
            }
            else if (open >= 0)
            {
                if (depth > 0)
                {
                    depth--;
                    continue;
                }

                var traits = carried && open == start ? QuotationTraits.Continuation : QuotationTraits.None;
                _doubles.Add(new Quotation(open, mark + 1, traits));
                open = -1;
            }
            else if (carried && m == 0)
            {
                _doubles.Add(new Quotation(start, mark + 1, QuotationTraits.Continuation));
            }
        }

        if (open >= 0)
        {
            CloseAtParagraphEnd(article, start, end, open, carried);
        }
    }

    private void CloseAtParagraphEnd(ArticleReader article, int start, int end, int open, bool carried)
    {
        var single = MarkKinds.IsSingle(article.Marks[open]);
        var begins = open == start || article.Classes[open - 1] is TokenClass.Comma or TokenClass.Colon or TokenClass.FullStop
            or TokenClass.QuestionMark or TokenClass.DoubleMark;
        // A straight mark among curly ones is what an excerpt's paragraphs begin with, or a slip: it opens no speech.
        var reaches = single ? IsSingleMarkNext(article, end)
            : article.Marks[open] == MarkKind.DoubleOpen
                || (begins && !article.HasSpaceAfter(open) && !_hasCurlyMarks);
        if (open + 1 == end || !reaches)
        {
            return;
        }

        var traits = QuotationTraits.Unclosed;
        traits |= single ? QuotationTraits.Single : QuotationTraits.None;
        traits |= carried && open == start ? QuotationTraits.Continuation : QuotationTraits.None;
        (single ? _singles : _doubles).Add(new Quotation(open, end, traits));
        _carried = true;
    }

    /// <summary>Whether the next paragraph, save for furniture, begins with a single mark that may open.</summary>
    private static bool IsSingleMarkNext(ArticleReader article, int next)
    {
        while (next < article.Count && article.Sentences[next] < 0)
        {
            next++;
        }

        return next < article.Count && article.Marks[next] is MarkKind.SingleOpen or MarkKind.SinglePlain;
    }

    // Whether the marks nest and all find their fellows, with at least one inside another.
    private bool IsBalancedNesting()
    {
        int depth = 0, deepest = 0;
        foreach (var role in _roles)
        {
            depth += role;
            deepest = Math.Max(deepest, depth);
            if (role == 0 || depth < 0)
            {
                return false;
            }
        }

        return depth == 0 && deepest > 1;
    }

    private void FindSingles(ArticleReader article, int start, int end)
    {
        var context = new MarkContext(article, start, end);
        for (var i = start; i < end; i++)
        {
            article.Look(i);
            if (!MarkKinds.IsSingle(article.Marks[i]) || !context.CanOpenSingle(i))
            {
                continue;
            }

            var close = FindClosing(article, context, i, end);
            if (close >= 0)
            {
                _singles.Add(new Quotation(i, close + 1, QuotationTraits.Single));
                i = close;
            }
            else if (i == start)
            {
                CloseAtParagraphEnd(article, start, end, i, carried: false);
            }
        }
    }

    // The search ends at the next mark that opens, so that no token is searched twice.
    private static int FindClosing(ArticleReader article, MarkContext context, int open, int end)
    {
        var apostrophe = -1;
        for (var i = open + 2; i < end; i++)
        {
            article.Look(i);
            if (!MarkKinds.IsSingle(article.Marks[i]))
            {
                continue;
            }

            if (context.CanOpenSingle(i))
            {
                break;
            }

            if (!context.CanCloseSingle(i))
            {
                continue;
            }

            if (!context.MayBeApostrophe(i))
            {
                var brief = apostrophe >= 0 && apostrophe - open <= 7 && context.IsInsidePhrase(open);
                return brief ? apostrophe : i;
            }

            apostrophe = apostrophe < 0 ? i : apostrophe;
        }

        return apostrophe;
    }

    // Both lists are in order. A single quotation around double ones takes them in; inside one it is nested; across
    // the edge of one it is none.
    private void Merge(ArticleReader article)
    {
        var d = 0;
        foreach (var single in _singles)
        {
            while (d < _doubles.Count && _doubles[d].End <= single.First)
            {
                Add(article, _doubles[d++]);
            }

            if (d < _doubles.Count && _doubles[d].First < single.First)
            {
                if (single.End <= _doubles[d].End)
                {
                    Array.Fill(Nested, true, single.First, single.Length);
                }

                continue;
            }

            var within = d;
            while (within < _doubles.Count && _doubles[within].End <= single.End)
            {
                within++;
            }

            if (within < _doubles.Count && _doubles[within].First < single.End)
            {
                continue;
            }

            for (; d < within; d++)
            {
                Array.Fill(Nested, true, _doubles[d].First, _doubles[d].Length);
            }

            Add(article, single);
        }

        while (d < _doubles.Count)
        {
            Add(article, _doubles[d++]);
        }
    }

    private void Add(ArticleReader article, Quotation quotation)
    {
        article.Look(_quotations.Count);
        quotation = quotation with { Traits = quotation.Traits | TraitsOfWords(article, quotation) };
        Array.Fill(Of, _quotations.Count, quotation.First, quotation.Length);
        _quotations.Add(quotation);
    }

    private static QuotationTraits TraitsOfWords(ArticleReader article, Quotation quotation)
    {
        int first = quotation.First + 1, end = quotation.Has(QuotationTraits.Unclosed) ? quotation.End : quotation.End - 1;
        if (end - first is < 1 or > 12)
        {
            return QuotationTraits.None;
        }

        var capitals = 0;
        for (var i = first; i < end; i++)
        {
            var form = article.Form(i);
            if (form is [var c, ..] && char.IsUpper(c))
            {
                capitals++;
            }
            else if (form.Length > 3 && char.IsLetter(form[0]))
            {
                return QuotationTraits.None;
            }
        }

        if (capitals == 0)
        {
            return QuotationTraits.None;
        }

        var betweenNames = end - first <= 4 && quotation.First > 0 && quotation.End < article.Count
            && article.Sentences[quotation.First - 1] == article.Sentences[quotation.End]
            && IsName(article, quotation.First - 1) && IsName(article, quotation.End);
        return betweenNames ? QuotationTraits.Nickname
            : capitals > 1 ? QuotationTraits.Title
            : QuotationTraits.None;
    }

    private static bool IsName(ArticleReader article, int token) =>
        article.Classes[token] is TokenClass.ProperNoun
        || (article.Classes[token] is TokenClass.Other && char.IsUpper(article.Form(token)[0]));
}
