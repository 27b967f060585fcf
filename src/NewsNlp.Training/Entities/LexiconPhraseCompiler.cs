using System.Runtime.InteropServices;
using NewsNlp.Entities.Recognition;
using NewsNlp.Features;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>Compiles gazetteer files, a phrase a line, into the library's phrases.</summary>
internal sealed class LexiconPhraseCompiler(Func<string, IReadOnlyList<string>> tokenize)
{
    private readonly Dictionary<ulong, uint> _nodes = [];
    private int _gazetteers;

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>Adds a gazetteer; the order of adding is the order of its bits.</summary>
    public void Add(IEnumerable<string> phrases)
    {
        foreach (string phrase in phrases)
        {
            var tokens = tokenize(phrase);
            if (tokens.Count is 0 or > 8) continue;
            ulong state = LexiconPhrases.Root;
            for (int i = 0; i < tokens.Count; i++)
            {
                state = LexiconPhrases.Step(state, TokenHash(tokens[i]));
                ref uint node = ref CollectionsMarshal.GetValueRefOrAddDefault(_nodes, state, out _);
                node |= i < tokens.Count - 1 ? 1u : 1u << (_gazetteers + 1);
            }
        }

        _gazetteers++;
    }

    // The recognizer looks phrases up by its own hash of a token.
    private static ulong TokenHash(string token)
    {
        var traits = default(WordTraits);
        WordReader.Read(token, ref traits);
        return traits.Exact;
    }

    /// <summary>Writes the section's body.</summary>
    public void Write(SectionWriter writer)
    {
        var counts = new Dictionary<uint, int>();
        foreach (uint node in _nodes.Values) counts[node] = counts.GetValueOrDefault(node) + 1;
        uint[] values = [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
        var indices = new Dictionary<uint, ulong>();
        for (int i = 0; i < values.Length; i++) indices[values[i]] = (ulong)i;

        writer.Int32(_gazetteers);
        writer.Int32(values.Length);
        foreach (uint value in values) writer.Int32((int)value);
        LexiconTableWriter.Write(
            writer, _nodes.Select(node => KeyValuePair.Create(node.Key, indices[node.Value])), values.Length <= 256 ? 1 : 2);
    }
}
