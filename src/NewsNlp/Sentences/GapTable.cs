using NewsNlp.Features;
using NewsNlp.Models;

namespace NewsNlp.Sentences;

/// <summary>
/// The first step of the cascade: the gaps whose cell, or cell and a word beside it, or cell and what stands around it, the
/// classifier decides in the same way nearly every time in edited text. What is left is for the classifier.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed unsafe class GapTable
{
    /// <summary>The bytes that the cells take: 2 bits each, first those of edited texts, then those of loose ones.</summary>
    public const int CellBytes = 2 * GapCell.Count / 4;

    /// <summary>How many kinds of keys there are.</summary>
    public const int KeyKinds = 3;

    private const int LongestWord = 6;

    private static readonly byte[] NoGlances = new byte[GapCell.Count + PinnedTable.Padding];

    private readonly ModelMemory _memory;
    private readonly byte[] _cells;
    private readonly byte[] _glances;
    private readonly HashIndex _index;
    private readonly byte* _words;

    private GapTable(SectionReader reader)
    {
        _memory = reader.Memory;
        _cells = reader.Bytes(CellBytes).ToArray();
        _glances = [.. Enumerable.Range(0, 2 * GapCell.Count).Select(place => (byte)GlanceOf(place)), .. new byte[PinnedTable.Padding]];
        var count = reader.Count(3, "words of gaps");
        _index = HashIndex.Read(reader, count);
        _words = reader.Table((long)count + HashIndex.Padding);
    }

    /// <summary>Reads a table; the reader stands after it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static GapTable Read(SectionReader reader) => new(reader);

    /// <summary>
    /// What is known of each cell, a byte each: <see cref="Boundary.ByWord"/> is for <see cref="Look"/> to go on with, and so are
    /// ellipses.
    /// </summary>
    /// <param name="table">The table; null where nothing is known.</param>
    /// <param name="isLoose">Whether the text is.</param>
    public static ReadOnlySpan<byte> Glances(GapTable? table, bool isLoose) =>
        table is null ? NoGlances : table._glances.AsSpan(isLoose ? GapCell.Count : 0, GapCell.Count);

    /// <summary>Whether the table knows of a gap: what a line break in wrapped text means depends on the line.</summary>
    internal static bool IsFor(in SentenceText text, Gap gap) => gap.Breaks == 0 || text.Layout.WrapColumn == 0;

    /// <summary>The key by which the table knows a gap of a cell that does not say all.</summary>
    /// <param name="text">The text.</param>
    /// <param name="gap">The gap.</param>
    /// <param name="kind">
    /// 0: by the word that says most, an abbreviation, the word before a colon, else the word behind the gap. 1: by the word on
    /// the other side. 2: by the classes of what stands around these two.
    /// </param>
    internal static uint Key(in SentenceText text, Gap gap, int kind)
    {
        var mark = GapCell.Mark(gap.Cell);
        var ownsMark = mark is GapMark.None or GapMark.Initial or GapMark.Acronym or GapMark.Abbreviation;
        var left = Math.Max(0, gap.Token - gap.Depth - (ownsMark ? 0 : 1));
        var right = gap.Token + 1;
        var saysMore = mark is GapMark.Initial or GapMark.Acronym or GapMark.Abbreviation or GapMark.Colon;
        var word = saysMore == (kind == 0) ? left : right;
        var value = kind < 2 ? text.Hash(text.Start(word), text.Length(word)) : Around(in text, left, right);
        return FeatureHash.Feature(gap.Cell + (kind * GapCell.Count), value, text.Style.IsLoose ? 1UL : 0);
    }

    private static ulong Around(in SentenceText text, int left, int right)
    {
        var before = left == 0 ? 0 : 1 + (ulong)GapCell.Left(text.Text[text.Start(left - 1)], text.Length(left - 1));
        var after = 0UL;
        if (right + 1 < text.Count)
        {
            var start = text.Start(right + 1);
            after = 1 + (ulong)GapCell.RightOf(text.Text[start], start + 1 < text.Text.Length ? text.Text[start + 1] : '\0');
        }

        return before | (after << 8) | ((ulong)Math.Min(LongestWord, text.Length(right)) << 16);
    }

    /// <summary>What the table says of a gap by its cell, or by its words where that does not say all.</summary>
    public Boundary Look(in SentenceText text, Gap gap)
    {
        var cell = CellOf(gap.Cell + (text.Style.IsLoose ? GapCell.Count : 0));
        var found = Boundary.Perhaps;
        if (cell != Boundary.ByWord)
        {
            return cell;
        }

        for (var kind = 0; kind < KeyKinds && found == Boundary.Perhaps; kind++)
        {
            var word = _index.Find(Key(in text, gap, kind));
            found = word < 0 ? Boundary.Perhaps : (Boundary)_words[word];
        }

        GC.KeepAlive(_memory);
        return found;
    }

    private Boundary CellOf(int place) => (Boundary)((_cells[place >> 2] >> (2 * (place & 3))) & 3);

    private Boundary GlanceOf(int place) =>
        GapCell.Mark((ushort)(place % GapCell.Count)) == GapMark.Ellipsis ? Boundary.Perhaps : CellOf(place);
}
