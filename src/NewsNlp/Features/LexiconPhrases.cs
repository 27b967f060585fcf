using NewsNlp.Models;

namespace NewsNlp.Features;

/// <summary>
/// Phrases of several gazetteers (places, given names, organizations) as evidence for a model: which gazetteers know a run
/// of tokens. A trie by hash: the key of a node is the hash of the tokens up to it.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class LexiconPhrases
{
    /// <summary>The most gazetteers that a file may hold.</summary>
    public const int MaxGazetteers = 15;

    /// <summary>In a node: longer phrases go on from here.</summary>
    private const uint Continues = 1;

    private readonly LexiconTable _nodes;
    private readonly ushort[] _values;

    private LexiconPhrases(SectionReader reader)
    {
        GazetteerCount = reader.Int32(1, MaxGazetteers, "the number of gazetteers");
        _values = new ushort[reader.Int32(1, ushort.MaxValue + 1, "the number of different nodes")];
        for (int i = 0; i < _values.Length; i++) _values[i] = (ushort)reader.Int32(0, (1 << (GazetteerCount + 1)) - 1, "a node");
        _nodes = LexiconTable.Read(reader);
    }

    /// <summary>How many gazetteers there are.</summary>
    public int GazetteerCount { get; }

    /// <summary>Reads the phrases of a model.</summary>
    /// <exception cref="ModelFormatException">The model has none, or they cannot be right.</exception>
    public static LexiconPhrases Read(NlpModel model)
    {
        var reader = model.Open(ModelSection.Gazetteers);
        var phrases = Read(reader);
        reader.End();
        return phrases;
    }

    /// <summary>Reads the phrases; the reader stands behind them when this returns.</summary>
    /// <exception cref="ModelFormatException">The content cannot be right.</exception>
    public static LexiconPhrases Read(SectionReader reader) => new(reader);

    /// <summary>The state before the first token of a phrase.</summary>
    public static ulong Root => 0x6C6578;

    /// <summary>The state after one more token, given by the hash of its characters, typographic apostrophes as plain ones.</summary>
    public static ulong Step(ulong state, ulong tokenHash) => FeatureHash.Combine(state, tokenHash);

    /// <summary>The node of a state: 0 where no phrase starts so.</summary>
    public uint Node(ulong state) =>
        _nodes.TryGet(state, out ulong index) && index < (ulong)_values.Length ? _values[index] : 0u;

    /// <summary>Whether longer phrases go on from a node.</summary>
    public static bool HasNext(uint node) => (node & Continues) != 0;

    /// <summary>The gazetteers that have a phrase which ends at a node, a bit each.</summary>
    public static uint Gazetteers(uint node) => node >> 1;
}
