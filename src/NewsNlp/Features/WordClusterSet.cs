using System.Runtime.CompilerServices;

namespace NewsNlp.Features;

/// <summary>The clusters of one word: 0 in every clustering for an unknown word, the cluster's number plus one else.</summary>
internal struct WordClusterSet
{
    private Numbers _numbers;

    /// <summary>Whether the word is known.</summary>
    public bool Known;

    /// <summary>The binary logarithm of its rank by frequency, from 0.</summary>
    public byte RankClass;

    /// <summary>The cluster in a clustering.</summary>
    public ushort this[int clustering]
    {
        readonly get => _numbers[clustering];
        set => _numbers[clustering] = value;
    }

    [InlineArray(WordClusters.MaxClusterings)]
    private struct Numbers
    {
        private ushort _first;
    }
}
