using System.Runtime.CompilerServices;

namespace NewsNlp.Sentences;

/// <summary>Decides on a gap that can be a boundary.</summary>
internal interface IBoundaryDecider
{
    /// <summary>
    /// What can be said of a gap at a glance; what it is not sure of, that is <see cref="Boundary.Perhaps"/> or
    /// <see cref="Boundary.ByWord"/>. It does not count for ellipses, nor for line breaks of wrapped text.
    /// </summary>
    Boundary Glance(Gap gap);

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
    private readonly SentenceText _text;
    private readonly SentenceBuffer _sentences;
    private BoundaryState _state;
    private int _next;
    private int _paragraph;
    private bool _isBehindRegion;

    /// <summary>Makes a walker.</summary>
    /// <param name="text">What <see cref="GapFinder"/> gave.</param>
    /// <param name="sentences">The buffer with the gaps it found; takes the sentences.</param>
    public BoundaryWalker(SentenceText text, SentenceBuffer sentences)
    {
        _text = text;
        _sentences = sentences;
    }

    /// <summary>Appends the ends of the sentences of a region that no sentence leaves. Regions come in order.</summary>
    /// <param name="first">The region's first token.</param>
    /// <param name="end">The index behind its last one.</param>
    /// <param name="decider">Decides.</param>
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
        var paragraph = _paragraph;
        var opening = _isBehindRegion ? first : 0;
        var isWrapped = _text.Layout.WrapColumn > 0;
        var next = 0;
        for (; next < gaps.Length; next++)
        {
            var gap = gaps[next];
            if (gap.Token >= end - 1)
            {
                break;
            }

            // Whether a paragraph or a sentence ends cannot be foreseen: both are found without a branch.
            var glance = decider.Glance(gap);
            var isBlank = gap.Breaks > 1;
            var isOpen = glance is Boundary.Perhaps or Boundary.ByWord;

            // Behind closing marks, a gap belongs to the full stop before them, unless a sentence has ended there.
            var isInside = gap.Token - (isBlank ? 0 : gap.Depth) >= sentence;
            var ends = ToInt32(isInside & (isBlank | (glance == Boundary.Yes)));
            if (!isBlank & (isOpen | (gap.Breaks != 0 & isWrapped) | (GapCell.Mark(gap.Cell) == GapMark.Ellipsis)))
            {
                ends = ToInt32(isInside && IsBoundary(gaps[next..], end, (paragraph, opening, sentence), ref decider));
            }

            // The end is written in any case and counts only if it is one.
            var behind = gap.Token + 1;
            Unsafe.Add(ref list, count) = behind;
            count += ends;
            sentence += (behind - sentence) & -ends;
            var opens = -(ends & ToInt32(isBlank));
            paragraph += (behind - paragraph) & opens;
            opening += (behind - opening) & opens;
        }

        Unsafe.Add(ref list, count) = end;
        _sentences.Commit(count + 1);
        _next += next;
        _paragraph = end;
        _isBehindRegion = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToInt32(bool value) => value ? 1 : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsBoundary<TDecider>(
        ReadOnlySpan<Gap> gaps, int end, (int Paragraph, int Opening, int Sentence) at, ref TDecider decider)
        where TDecider : IBoundaryDecider, allows ref struct
    {
        var gap = gaps[0];
        if (GoesOnBehindEllipsis(gap, at.Sentence))
        {
            return false;
        }

        var look = decider.Look(gap);
        if (look != Boundary.Perhaps)
        {
            return look == Boundary.Yes;
        }

        _state.GoTo(_text, at.Paragraph, at.Opening, at.Sentence);
        _state.ReadTo(_text, gap.Token);
        var scratch = _sentences.Scratch;
        var count = BoundaryFeatures.Extract(_text, _state, gap, NextStop(gaps, end), end, scratch);
        return decider.IsBoundary(gap, scratch.Features[..count]);
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
}
