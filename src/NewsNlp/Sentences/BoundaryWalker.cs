namespace NewsNlp.Sentences;

/// <summary>Decides on a gap that can be a boundary.</summary>
internal interface IBoundaryDecider
{
    /// <summary>What can be said without features.</summary>
    Boundary Glance(in SentenceText text, Gap gap);

    /// <summary>Whether a sentence ends at a gap.</summary>
    bool IsBoundary(Gap gap, ReadOnlySpan<uint> features);
}

/// <summary>
/// Goes through the gaps that can be a boundary from left to right, asks the decider, and keeps what the features need to
/// know of the text before. Training and splitting share it.
/// </summary>
internal ref struct BoundaryWalker
{
    private readonly SentenceText _text;
    private readonly ReadOnlySpan<Gap> _gaps;
    private readonly BoundaryScratch _scratch;
    private BoundaryState _state;
    private int _next;

    /// <summary>Makes a walker.</summary>
    /// <param name="text">What <see cref="GapFinder"/> gave.</param>
    /// <param name="gaps">The gaps it found.</param>
    /// <param name="scratch">Memory for the features.</param>
    public BoundaryWalker(SentenceText text, ReadOnlySpan<Gap> gaps, BoundaryScratch scratch)
    {
        _text = text;
        _gaps = gaps;
        _scratch = scratch;
    }

    /// <summary>Finds the end of the sentence that starts at <paramref name="first"/>: the index behind its last token.</summary>
    /// <param name="first">The sentence's first token.</param>
    /// <param name="end">The index behind the last token of the region that no sentence leaves.</param>
    /// <param name="decider">Decides.</param>
    public int EndOfSentence<TDecider>(int first, int end, ref TDecider decider)
        where TDecider : IBoundaryDecider, allows ref struct
    {
        _state.BeginSentence(first);
        for (; _next < _gaps.Length; _next++)
        {
            var gap = _gaps[_next];
            if (gap.Token >= end - 1)
            {
                break;
            }

            if (gap.Breaks > 1 && gap.Token >= first)
            {
                _next++;
                _state.BeginParagraph(_text, gap.Token + 1);
                return gap.Token + 1;
            }

            // Behind closing marks, a gap belongs to the full stop before them, unless a sentence has ended there.
            if (gap.Token - gap.Depth >= first && IsBoundary(gap, end, ref decider))
            {
                _next++;
                return gap.Token + 1;
            }
        }

        _state.BeginParagraph(_text, end);
        return end;
    }

    private bool IsBoundary<TDecider>(Gap gap, int end, ref TDecider decider)
        where TDecider : IBoundaryDecider, allows ref struct
    {
        switch (GoesOnBehindEllipsis(gap) ? Boundary.No : decider.Glance(in _text, gap))
        {
            case Boundary.No:
                return false;
            case Boundary.Yes:
                return true;
            default:
                _state.ReadTo(_text, gap.Token);
                var count = BoundaryFeatures.Extract(_text, _state, gap, NextStop(gap.Token, end), end, _scratch);
                return decider.IsBoundary(gap, _scratch.Features[..count]);
        }
    }

    /// <summary>How far the next full stop or line break is, and which it is; 64 for the region's end, 65 for far away.</summary>
    private readonly ulong NextStop(int token, int end)
    {
        const int Far = 24;
        for (var next = _next + 1; next < _gaps.Length; next++)
        {
            var gap = _gaps[next];
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
    private readonly bool GoesOnBehindEllipsis(Gap gap) => GapCell.Mark(gap.Cell) == GapMark.Ellipsis && gap.Breaks == 0
        && (gap.Token == _state.FirstToken || (GapCell.Right(gap.Cell) == GapRight.Lower && _text.Style.SmallStarts == 0));
}
