using System.Runtime.InteropServices;
using NewsNlp.Documents;

namespace NewsNlp.Entities.Gazetteers;

/// <summary>Collects phrases and makes a <see cref="GazetteerTable"/> of them. For one thread.</summary>
internal sealed class GazetteerTableBuilder(bool ignoreCase)
{
    private readonly Dictionary<ulong, int> _nodes = [];
    private readonly HashSet<ulong> _firstWords = [];
    private readonly Dictionary<EntityLabel, int> _labelIndices = [];
    private readonly List<EntityLabel> _labels = [];
    private readonly ulong[] _words = new ulong[Gazetteer.MaxPhraseWords];
    private int _phraseCount;

    /// <summary>Adds a phrase; gives what is wrong with it, or null.</summary>
    public string? Add(string? phrase, EntityLabel label)
    {
        if (phrase is null) return "A phrase is null.";
        if (label.Name.Length == 0) return $"The phrase '{phrase}' has the default label, which has no name.";
        int count = 0;
        for (int at = 0; (at = GazetteerWord.Read(phrase, at, ignoreCase, out ulong word)) >= 0; count++)
        {
            if (count == _words.Length)
                return $"The phrase '{phrase[..40]}…' has more than {Gazetteer.MaxPhraseWords} words, punctuation marks counted.";
            _words[count] = word;
        }

        if (count == 0) return $"The phrase '{phrase}' is empty or white space.";
        ref int labelIndex = ref CollectionsMarshal.GetValueRefOrAddDefault(_labelIndices, label, out bool known);
        if (!known)
        {
            labelIndex = _labels.Count;
            _labels.Add(label);
        }

        return Insert(_words.AsSpan(0, count), labelIndex) is { } other
            ? $"The phrase '{phrase}' has the label {label.Name} and, elsewhere, {other.Name}; leave one out."
            : null;
    }

    /// <summary>Makes the table; the builder is used up.</summary>
    public GazetteerTable Build() => new(_nodes, _firstWords, [.. _labels], _phraseCount, ignoreCase);

    /// <summary>Inserts a phrase; gives the label that it has already where that is another one.</summary>
    private EntityLabel? Insert(ReadOnlySpan<ulong> words, int labelIndex)
    {
        _firstWords.Add(words[0]);
        ulong state = GazetteerTable.Root;
        for (int i = 0; i < words.Length; i++)
        {
            state = GazetteerTable.Step(state, words[i]);
            ref int node = ref CollectionsMarshal.GetValueRefOrAddDefault(_nodes, state, out _);
            if (i < words.Length - 1)
            {
                node |= 1;
            }
            else if (node <= 1)
            {
                node |= (labelIndex + 1) << 1;
                _phraseCount++;
            }
            else if ((node >> 1) - 1 != labelIndex)
            {
                return _labels[(node >> 1) - 1];
            }
        }

        return null;
    }
}
