namespace NewsNlp.Entities.Recognition;

/// <summary>The features of one position. Reused, not safe for threads.</summary>
internal sealed class FeatureList
{
    private uint[] _features = new uint[256];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The features, good until the next change.</summary>
    public ReadOnlySpan<uint> Items => _features.AsSpan(0, Count);

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a feature.</summary>
    public void Add(uint feature)
    {
        if (Count == _features.Length) Array.Resize(ref _features, 2 * Count);
        _features[Count++] = feature;
    }
}
