using System.Runtime.CompilerServices;

namespace NewsNlp.Entities.Recognition;

/// <summary>The features of one position. Reused, not safe for threads.</summary>
internal sealed class FeatureList
{
    private uint[] _features = new uint[256];

    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>The features, good until the next change.</summary>
    public ReadOnlySpan<uint> Items => _features.AsSpan(0, _count);

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        uint[] features = _features;
        int count = _count;
        if ((uint)count >= (uint)features.Length) features = Grow();
        features[count] = feature;
        _count = count + 1;
    }

    private uint[] Grow()
    {
        Array.Resize(ref _features, 2 * _features.Length);
        return _features;
    }
}
