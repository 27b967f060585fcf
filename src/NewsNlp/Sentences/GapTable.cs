using NewsNlp.Features;
using NewsNlp.Models;

namespace NewsNlp.Sentences;

/// <summary>
/// The first step of the cascade: the gaps whose cell, or cell and word, the classifier decides in the same way nearly
/// every time in edited text. What is left is for the classifier.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed unsafe class GapTable
{
    /// <summary>The bytes that the cells take: 2 bits each, first those of edited texts, then those of loose ones.</summary>
    public const int CellBytes = 2 * GapCell.Count / 4;

    private readonly ModelMemory _memory;
    private readonly byte[] _cells;
    private readonly HashIndex _index;
    private readonly byte* _words;

    private GapTable(SectionReader reader)
    {
        _memory = reader.Memory;
        _cells = reader.Bytes(CellBytes).ToArray();
        var count = reader.Count(3, "words of gaps");
        _index = HashIndex.Read(reader, count);
        _words = reader.Table((long)count + HashIndex.Padding);
    }

    /// <summary>Reads a table; the reader stands after it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static GapTable Read(SectionReader reader) => new(reader);

    /// <summary>What the table says of a gap.</summary>
    public Boundary Find(in SentenceText text, Gap gap)
    {
        if (!IsFor(in text, gap))
        {
            return Boundary.Perhaps;
        }

        var cell = gap.Cell + (text.Style.IsLoose ? GapCell.Count : 0);
        var found = (Boundary)((_cells[cell >> 2] >> (2 * (cell & 3))) & 3);
        return found == Boundary.ByWord ? FindWord(in text, gap) : found;
    }

    /// <summary>Whether the table knows of a gap: what a line break in wrapped text means depends on the line.</summary>
    internal static bool IsFor(in SentenceText text, Gap gap) => gap.Breaks == 0 || text.Layout.WrapColumn == 0;

    /// <summary>The key of a gap's word in its cell: an abbreviation, the word before a colon, else the word behind the gap.</summary>
    internal static uint Key(in SentenceText text, Gap gap)
    {
        var token = GapCell.Mark(gap.Cell) switch
        {
            GapMark.Initial or GapMark.Acronym or GapMark.Abbreviation => gap.Token - gap.Depth,
            GapMark.Colon when gap.Token > 0 => gap.Token - 1,
            _ => gap.Token + 1,
        };
        return FeatureHash.Feature(gap.Cell, FeatureHash.Of(text.Form(token)), text.Style.IsLoose ? 1UL : 0);
    }

    private Boundary FindWord(in SentenceText text, Gap gap)
    {
        var word = _index.Find(Key(in text, gap));
        var found = word < 0 ? Boundary.Perhaps : (Boundary)_words[word];
        GC.KeepAlive(_memory);
        return found;
    }
}
