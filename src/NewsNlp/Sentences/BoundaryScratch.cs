namespace NewsNlp.Sentences;

/// <summary>The memory that one gap's features take.</summary>
internal sealed class BoundaryScratch
{
    private readonly ulong[] _parts = new ulong[3 * BoundaryFeatures.Most];
    private readonly uint[] _features = new uint[BoundaryFeatures.Most];

    /// <summary>Three parts for each feature: first all first ones.</summary>
    public Span<ulong> Parts => _parts;

    /// <summary>The features.</summary>
    public Span<uint> Features => _features;
}
