using NewsNlp.Features;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>
/// Which tags frequent words had in training: for each a class, which is a value for features. Spellings with capitals
/// have entries of their own; a word that has none is looked up in its plain form. Immutable.
/// </summary>
internal sealed unsafe class TagDictionary
{
    private readonly ModelMemory _memory;
    private readonly HashIndex _index;
    private readonly byte* _classes;

    private TagDictionary(SectionReader reader)
    {
        _memory = reader.Memory;
        int count = reader.Count(3, "words");
        _index = HashIndex.Read(reader, count);
        _classes = reader.Table((long)count + HashIndex.Padding);
    }

    /// <summary>Reads a dictionary; the reader stands after it when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static TagDictionary Read(SectionReader reader) => new(reader);

    /// <summary>The class of a word; 0 where it is not in the dictionary.</summary>
    public byte Find(ulong exact, ulong plain)
    {
        int word = _index.Find(Key(exact));
        if (word < 0 && exact != plain) word = _index.Find(Key(plain));
        byte found = word < 0 ? (byte)0 : _classes[word];
        GC.KeepAlive(_memory);
        return found;
    }

    /// <summary>The part of a word's hash that the dictionary is keyed by.</summary>
    internal static uint Key(ulong hash) => WordClusters.Key(hash);
}
