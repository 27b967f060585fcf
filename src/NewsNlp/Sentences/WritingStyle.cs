using System.Runtime.CompilerServices;

namespace NewsNlp.Sentences;

/// <summary>
/// How carefully a text is punctuated: it tells an edited article, where a small letter goes on with a sentence, from a
/// message, where it may start one.
/// </summary>
/// <param name="SmallStarts">How many full stops have a small letter behind them: 0 none, 1 few, 2 many; 3 where there are too few full stops to tell.</param>
/// <param name="OpenEnds">How many paragraphs end without a full stop: 0 hardly any, 1 some, 2 most.</param>
internal readonly record struct WritingStyle(int SmallStarts, int OpenEnds)
{
    /// <summary>Whether sentences may end without any mark.</summary>
    public bool IsLoose => OpenEnds > 0;

    /// <summary>The style as a number below 256.</summary>
    public ulong Code => (ulong)((SmallStarts * 4) + OpenEnds);
}

/// <summary>What a text's style is read off. Counts go in pairs, a number each, and are added without a branch.</summary>
internal struct StyleCounts
{
    private const int FewestStops = 3;
    private const int Second = 32;

    private ulong _stops;
    private ulong _lines;
    private ulong _paragraphs;

    /// <summary>How many gaps have one line break and no more.</summary>
    public readonly int LineBreaks => (int)(uint)_lines;

    /// <summary>The style, as soon as all is counted.</summary>
    /// <param name="isWrapped">Whether a line's end says nothing; else it is a paragraph's.</param>
    public readonly WritingStyle Style(bool isWrapped)
    {
        var (stops, small) = ((long)(uint)_stops, (long)(_stops >> Second));
        var (paragraphs, open) = ((long)(uint)_paragraphs, (long)(_paragraphs >> Second));
        if (!isWrapped)
        {
            paragraphs += (uint)_lines;
            open += (long)(_lines >> Second);
        }

        var smallStarts = stops < FewestStops ? 3 : small * 40 <= stops ? 0 : small * 8 <= stops ? 1 : 2;
        return new(smallStarts, open * 8 <= paragraphs ? 0 : open * 2 <= paragraphs ? 1 : 2);
    }

    /// <summary>Takes note of a full stop, where <paramref name="isStop"/> says that there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddStop(bool isStop, bool beforeSmallLetter) => _stops += One(beforeSmallLetter) & (0 - (isStop ? 1UL : 0));

    /// <summary>Takes note of a line's end where there is one line break, a paragraph's where there are two, of nothing where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndLine(int breaks, bool isOpen)
    {
        var one = One(isOpen);
        _lines += one & (0 - (ulong)(breaks & 1));
        _paragraphs += one & (0 - (ulong)(breaks >> 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong One(bool alsoSecond) => 1 | ((alsoSecond ? 1UL : 0) << Second);
}
