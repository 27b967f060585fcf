using System.Runtime.CompilerServices;

namespace NewsNlp.Sentences;

/// <summary>Decides on a gap that can be a boundary.</summary>
internal interface IBoundaryDecider
{
    /// <summary>What can be said without features.</summary>
    Boundary Look(Gap gap);

    /// <summary>Whether a sentence ends at a gap.</summary>
    bool IsBoundary(Gap gap, ReadOnlySpan<uint> features);
}

/// <summary>
/// Goes through the gaps that can be a boundary from left to right, asks the decider, and keeps what the features need to
/// know of the text before. Training and splitting share it.
/// </summary>
internal ref struct BoundaryWalker
{
    private const int CancellationInterval = 128;

    // Longer than anybody writes: what works sentence by sentence shall have an end.
    private const int LongestSentence = 4096;

    private readonly SentenceText _text;
    private readonly SentenceBuffer _sentences;
    private readonly CancellationToken _cancellationToken;
    private BoundaryState _state;
    private int _next;
    private int _paragraph;
    private bool _isBehindRegion;

    // Where the paragraph starts, and where the first of its tokens is that lies in a sentence: as of the gap that was asked for
    // last.
    private (int Paragraph, int Opening) _region;
    private int _asked;
    private int _looks;

    /// <summary>Makes a walker.</summary>
    /// <param name="text">What <see cref="GapFinder"/> gave.</param>
    /// <param name="sentences">The buffer with the gaps it found; takes the sentences.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public BoundaryWalker(SentenceText text, SentenceBuffer sentences, CancellationToken cancellationToken = default)
    {
        _text = text;
        _sentences = sentences;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Appends the ends of the sentences of a region that no sentence leaves. Regions come in order.</summary>
    /// <param name="first">The region's first token.</param>
    /// <param name="end">The index behind its last one.</param>
    /// <param name="decider">Decides.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Split<TDecider>(int first, int end, ref TDecider decider)
        where TDecider : IBoundaryDecider, allows ref struct
    {
        if (first >= end)
        {
            return;
        }

        var gaps = _sentences.Gaps[_next..];
        ref var list = ref _sentences.Reserve(gaps.Length + 1);
        var count = 0;
        var sentence = first;
        _region = (_paragraph, _isBehindRegion ? first : 0);
        _asked = 0;
        var next = 0;
        for (; next < gaps.Length; next++)
        {
            var gap = gaps[next];
            if (gap.Token >= end - 1)
            {
                break;
            }

            // Whether a sentence ends cannot be foreseen: it is found without a branch. Behind closing marks, a gap belongs to the
            // full stop before them, unless a sentence has ended there.
            var glance = gap.Glance;
            var isInside = gap.Token - gap.Depth >= sentence;
            var ends = ToInt32(isInside & (glance == Boundary.Yes));
            if (glance is Boundary.Perhaps or Boundary.ByWord)
            {
                ends = ToInt32(isInside && IsBoundary(gaps, next, end, sentence, ref decider));
            }

            // The end is written in any case and counts only if it is one.
            var behind = gap.Token + 1;
            Unsafe.Add(ref list, count) = behind;
            count += ends;
            sentence += (behind - sentence) & -ends;
        }

        Unsafe.Add(ref list, count) = end;
        var before = _sentences.Count;
        _sentences.Commit(count + 1);
        if (end - first > LongestSentence)
        {
            _sentences.CutFrom(before, first, LongestSentence);
        }

        _next += next;
        _paragraph = end;
        _isBehindRegion = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToInt32(bool value) => value ? 1 : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsBoundary<TDecider>(ReadOnlySpan<Gap> gaps, int at, int end, int sentence, ref TDecider decider)
        where TDecider : IBoundaryDecider, allows ref struct
    {
        if (++_looks % CancellationInterval == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        var gap = gaps[at];
        if (GoesOnBehindEllipsis(gap, sentence))
        {
            return false;
        }

        var look = decider.Look(gap);
        if (look != Boundary.Perhaps)
        {
            return look == Boundary.Yes && !GoesOnBehindClock(gap, end);
        }

        // Behind the last blank line before the gap, which ended a sentence.
        for (var before = at - 1; before >= _asked; before--)
        {
            if (gaps[before].Breaks > 1)
            {
                _region = (gaps[before].Token + 1, gaps[before].Token + 1);
                break;
            }
        }

        _asked = at;
        _state.GoTo(_text, _region.Paragraph, _region.Opening, sentence);
        _state.ReadTo(_text, gap.Token);
        var scratch = _sentences.Scratch;
        var count = BoundaryFeatures.Extract(_text, _state, gap, NextStop(gaps[at..], end), end, scratch);
        return decider.IsBoundary(gap, scratch.Features[..count]) && !GoesOnBehindClock(gap, end);
    }

    /// <summary>How far the next full stop or line break is, and which it is; 64 for the region's end, 65 for far away.</summary>
    private static ulong NextStop(ReadOnlySpan<Gap> gaps, int end)
    {
        const int Far = 24;
        var token = gaps[0].Token;
        foreach (var gap in gaps[1..])
        {
            if (gap.Token >= end - 1 || gap.Token - token > Far)
            {
                break;
            }

            if (gap.Breaks > 0 || GapCell.Mark(gap.Cell) is >= GapMark.Period and <= GapMark.Ellipsis)
            {
                return (gap.Breaks > 0 ? 32UL : 0) + BoundaryFeatures.Bucket(gap.Token - token);
            }
        }

        return end - token > Far ? 65UL : 64UL;
    }

    /// <summary>
    /// "..." is no sentence of its own; and in an edited text, a small letter behind "..." or "[...]" goes on with the sentence.
    /// </summary>
    private readonly bool GoesOnBehindEllipsis(Gap gap, int firstToken) => GapCell.Mark(gap.Cell) == GapMark.Ellipsis && gap.Breaks == 0
        && (gap.Token == firstToken || (GapCell.Right(gap.Cell) == GapRight.Lower && _text.Style.SmallStarts == 0));

    /// <summary>The day behind the hour, "about 2:15 a.m. Sunday in a duplex", goes on; not where a verb makes it a subject.</summary>
    // Asked only of what would else be an end: nearly all candidates are none.
    private readonly bool GoesOnBehindClock(Gap gap, int end)
    {
        if (gap.Breaks > 0 || gap.Depth > 0 || gap.Token + 2 >= end || _text.Form(gap.Token) is not ("a.m." or "p.m.") || !IsWeekday(_text.Form(gap.Token + 1)))
        {
            return false;
        }

        return _text.Form(gap.Token + 2) is not ("is" or "was" or "will" or "has" or "had" or "would" or "could" or "may" or "marks" or "marked" or "brings" or "brought" or "sees" or "saw");
    }

    private static bool IsWeekday(ReadOnlySpan<char> word) =>
        word is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";
}
