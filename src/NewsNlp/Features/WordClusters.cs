using System.Buffers.Binary;
using NewsNlp.Models;

namespace NewsNlp.Features;

/// <summary>
/// Classes of words that are used alike, read in place from a model: for each word a class in two clusterings, each at
/// three granularities (the coarser ones are those that most words of a fine class share), and how frequent it is.
/// Immutable and safe for many threads.
/// </summary>
internal sealed unsafe class WordClusters
{
    private readonly ModelMemory _memory;
    private readonly HashIndex _index;
    private readonly byte* _words;
    private readonly ushort[][] _parents;

    private WordClusters(SectionReader reader)
    {
        _memory = reader.Memory;
        _parents = [ReadParents(reader), ReadParents(reader), ReadParents(reader), ReadParents(reader)];
        Count = reader.Count(6, "words");
        _index = HashIndex.Read(reader, Count);
        _words = reader.Table(Count * 4L);
        reader.Table(HashIndex.Padding);
    }

    /// <summary>How many words have classes.</summary>
    public int Count { get; }

    /// <summary>The clusters of a model.</summary>
    /// <exception cref="ModelFormatException">The model has none, or they cannot be right.</exception>
    public static WordClusters Read(NlpModel model)
    {
        var reader = model.Open(ModelSection.WordClusters);
        var clusters = new WordClusters(reader);
        reader.End();
        return clusters;
    }

    /// <summary>The classes of a word by its <see cref="WordHash.Plain(ReadOnlySpan{char})"/>.</summary>
    public WordClass Find(ulong plainHash)
    {
        int word = _index.Find(Key(plainHash));
        if (word < 0) return default;
        uint packed = BinaryPrimitives.ReadUInt32LittleEndian(new(_words + 4 * (nuint)word, 4));
        GC.KeepAlive(_memory);
        return Unpack(packed);
    }

    /// <summary>The part of a word's hash that the table is keyed by.</summary>
    internal static uint Key(ulong plainHash) => (uint)(plainHash >> 32);

    private WordClass Unpack(uint packed)
    {
        int first = (int)(packed & 0x7FF), second = (int)(packed >> 11 & 0x1FFF), rank = (int)(packed >> 24);
        int firstMiddle = Parent(0, first), secondMiddle = Parent(2, second);
        return new WordClass(
            (ushort)(Parent(1, firstMiddle) + 1), (ushort)(firstMiddle + 1), (ushort)(first + 1),
            (ushort)(Parent(3, secondMiddle) + 1), (ushort)(secondMiddle + 1), (ushort)(second + 1), (byte)(rank + 1));
    }

    // Damaged files may name classes that are not there; they get the class 0.
    private int Parent(int table, int child) => child < _parents[table].Length ? _parents[table][child] : 0;

    private static ushort[] ReadParents(SectionReader reader)
    {
        var parents = new ushort[reader.Count(2, "classes")];
        var bytes = reader.Bytes(2L * parents.Length);
        for (int i = 0; i < parents.Length; i++) parents[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
        return parents;
    }
}

/// <summary>The classes of a word; all 0 for a word without any.</summary>
/// <param name="A0">Its class in the first clustering, coarsest.</param>
/// <param name="A1">Its class in the first clustering, middle.</param>
/// <param name="A2">Its class in the first clustering, finest.</param>
/// <param name="B0">Its class in the second clustering, coarsest.</param>
/// <param name="B1">Its class in the second clustering, middle.</param>
/// <param name="B2">Its class in the second clustering, finest.</param>
/// <param name="Rank">1 for the most frequent word, 2 for the next two, 3 for the next four, and so on.</param>
internal readonly record struct WordClass(ushort A0, ushort A1, ushort A2, ushort B0, ushort B1, ushort B2, byte Rank);
