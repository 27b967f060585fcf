using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>
/// What can belong to one cue, as a row of units: the words of its sentence, and of sentences that quotations tie to it.
/// A quotation is one unit, however long, and so is the cue; this is what keeps a chain from breaking inside quotations.
/// Scratch memory, one cue at a time.
/// </summary>
internal sealed class UnitWindow
{
    // Words farther from the cue than this are not its content, save in texts without an end.
    private const int MaxBefore = 160;
    private const int MaxBehind = 240;

    // So many steps over sentences or quotations is a window extended at most.
    private const int MaxStepsBack = 10;
    private const int MaxStepsAhead = 16;

    private ArticleReader _article = null!;
    private QuotationFinder _quotations = null!;

    /// <summary>The number of units.</summary>
    public int Count { get; private set; }

    /// <summary>The cue's unit.</summary>
    public int CueUnit { get; private set; }

    /// <summary>Each unit's first token.</summary>
    public int[] First { get; private set; } = new int[256];

    /// <summary>The token behind each unit's last.</summary>
    public int[] End { get; private set; } = new int[256];

    /// <summary>Whether a unit is a quotation.</summary>
    public bool[] IsQuotation { get; private set; } = new bool[256];

    /// <summary>Builds the window of a cue.</summary>
    public void Build(ArticleReader article, QuotationFinder quotations, Cue cue)
    {
        _article = article;
        _quotations = quotations;
        var (first, end) = Extent(cue);
        Count = 0;
        CueUnit = 0;
        AddBefore(first, cue);
        CueUnit = Count;
        Add(cue.First, cue.End, false);
        for (var i = cue.End; i < end && Count - CueUnit <= MaxBehind;)
        {
            i = AddUnitAt(i, end);
        }
    }

    /// <summary>The unit that holds a token, or -1 where the window does not reach.</summary>
    public int UnitOf(int token)
    {
        var unit = Array.BinarySearch(First, 0, Count, token);
        unit = unit < 0 ? ~unit - 1 : unit;
        return unit >= 0 && token < End[unit] ? unit : -1;
    }

    // Built from the cue backwards, so that a limit cuts the far end, then turned round.
    private void AddBefore(int first, Cue cue)
    {
        for (var i = cue.First; i > first && Count < MaxBefore;)
        {
            var q = _quotations.Of[i - 1];
            var whole = q >= 0 && _quotations.Quotations[q].End == i && _quotations.Quotations[q].First >= first;
            var start = whole ? _quotations.Quotations[q].First : i - 1;
            if (_article.Sentences[start] >= 0)
            {
                Add(start, i, whole);
            }

            i = start;
        }

        Array.Reverse(First, 0, Count);
        Array.Reverse(End, 0, Count);
        Array.Reverse(IsQuotation, 0, Count);
    }

    private int AddUnitAt(int token, int end)
    {
        var q = _quotations.Of[token];
        var whole = q >= 0 && _quotations.Quotations[q].First == token && _quotations.Quotations[q].End <= end;
        var next = whole ? _quotations.Quotations[q].End : token + 1;
        if (_article.Sentences[token] >= 0)
        {
            Add(token, next, whole);
        }

        return next;
    }

    private void Add(int first, int end, bool isQuotation)
    {
        if (Count == First.Length)
        {
            Resize(2 * Count);
        }

        First[Count] = first;
        End[Count] = end;
        IsQuotation[Count++] = isQuotation;
    }

    private void Resize(int size)
    {
        var (first, end, isQuotation) = (First, End, IsQuotation);
        Array.Resize(ref first, size);
        Array.Resize(ref end, size);
        Array.Resize(ref isQuotation, size);
        (First, End, IsQuotation) = (first, end, isQuotation);
    }

    private (int First, int End) Extent(Cue cue)
    {
        int own = _article.Sentences[cue.First], last = _article.Sentences[cue.End - 1];
        if (_quotations.Of[cue.First] >= 0)
        {
            return (_article.SentenceStarts[own], _article.SentenceEnds[last]);
        }

        return (Back(own), Ahead(cue, last));
    }

    // Back over a quotation that is open at the sentence's start, or that ends the sentence before in the same paragraph.
    private int Back(int own)
    {
        var sentence = own;
        for (var step = 0; step < MaxStepsBack && sentence > 0; step++)
        {
            var start = _article.SentenceStarts[sentence];
            var q = _quotations.Of[start];
            if (q >= 0 && _quotations.Quotations[q].First < start)
            {
                sentence = SentenceAtOrBehind(_quotations.Quotations[q].First, sentence - 1);
                continue;
            }

            var endsWithQuotation = sentence == own && _article.Paragraphs[start - 1] == _article.Paragraphs[start]
                && _quotations.Of[start - 1] is >= 0 and var before && _quotations.Quotations[before].End == start;
            if (!endsWithQuotation)
            {
                break;
            }

            sentence--;
        }

        return _article.SentenceStarts[sentence];
    }

    // Ahead over a quotation that is open at the sentence's end, that opens the next sentence, or behind a final colon.
    private int Ahead(Cue cue, int own)
    {
        var sentence = own;
        for (var step = 0; step < MaxStepsAhead && sentence + 1 < _article.SentenceCount; step++)
        {
            int last = _article.SentenceEnds[sentence] - 1, next = _article.SentenceStarts[sentence + 1];
            var q = _quotations.Of[next];
            if (q >= 0 && _quotations.Quotations[q].First < next)
            {
                sentence = SentenceAtOrBehind(_quotations.Quotations[q].End - 1, sentence + 1);
                continue;
            }

            var opens = q >= 0;
            if (opens && sentence > own && _article.Paragraphs[last] != _article.Paragraphs[next])
            {
                // Over a second paragraph's edge only where the quotation before it was left open.
                opens = _quotations.Of[last] is >= 0 and var before
                    && _quotations.Quotations[before].Has(QuotationTraits.Unclosed);
            }

            var introduces = sentence == own
                && (_article.Classes[last] == TokenClass.Colon || cue.End >= last);
            if (!opens && !introduces)
            {
                break;
            }

            sentence++;
        }

        return _article.SentenceEnds[sentence];
    }

    private int SentenceAtOrBehind(int token, int otherwise) =>
        _article.Sentences[token] is >= 0 and var sentence ? sentence : otherwise;
}
