using System.Runtime.InteropServices;

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

    private const int PartBits = 10;
    private const int StepBits = 5;

    /// <summary>How many of <see cref="Steps"/> can be summed up.</summary>
    public const int MostSteps = (1 << PartBits) - 1;

    private static readonly ulong[] AllSteps = [.. Enumerable.Range(0, 1 << StepBits).Select(StepOf)];

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
    public void AddStop(bool isStop, bool beforeSmallLetter) => _stops += isStop ? One(beforeSmallLetter) : 0;

    /// <summary>Takes note of a line's end where there is one line break, a paragraph's where there are two, of nothing where there is none.</summary>
    public void EndLine(int breaks, bool isOpen)
    {
        _lines += breaks == 1 ? One(isOpen) : 0;
        _paragraphs += breaks == 2 ? One(isOpen) : 0;
    }

    /// <summary>
    /// For each number of these bits what is to be summed up: 1 a full stop, 2 before a small letter, 4 a line's end without a
    /// full stop, 8 for each of up to two line breaks. Each part of a sum has room for as many as <see cref="MostSteps"/>.
    /// </summary>
    public static ref ulong Steps => ref MemoryMarshal.GetArrayDataReference(AllSteps);

    /// <summary>Adds a sum of <see cref="Steps"/>.</summary>
    public void Add(ulong sum)
    {
        _stops += Pair(sum, 0);
        _lines += Pair(sum, 2);
        _paragraphs += Pair(sum, 4);
    }

    private static ulong StepOf(int bits)
    {
        var stop = bits & 1;
        var small = stop & (bits >> 1);
        var open = (bits >> 2) & 1;
        var line = bits >> 3 == 1 ? 1 : 0;
        var paragraph = bits >> 3 == 2 ? 1 : 0;
        int[] parts = [stop, small, line, line & open, paragraph, paragraph & open];
        return parts.Select((part, i) => (ulong)part << (i * PartBits)).Aggregate((a, b) => a | b);
    }

    private static ulong Pair(ulong sum, int part) => ((sum >> (part * PartBits)) & MostSteps) | (((sum >> ((part + 1) * PartBits)) & MostSteps) << Second);

    private static ulong One(bool alsoSecond) => 1 | ((alsoSecond ? 1UL : 0) << Second);
}
