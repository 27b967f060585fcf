using System.Runtime.InteropServices;

namespace NewsNlp.Training.Learning;

/// <summary>
/// Labelled sequences for training: for every position its feature hashes, its gold label and the labels that are
/// allowed there, in flat arrays. Fill it with <see cref="Add"/> for each position and <see cref="EndSequence"/>.
/// </summary>
internal sealed class SequenceCorpus
{
    private uint[] _features = new uint[1024];
    private readonly List<int> _positions = [0];
    private readonly List<byte> _labels = [];
    private readonly List<ulong> _allowed = [];
    private readonly List<int> _sequences = [0];
    private readonly List<float> _offsets = [];
    private int _offsetLength;

    /// <summary>The number of sequences.</summary>
    public int Count => _sequences.Count - 1;

    /// <summary>The number of positions of all sequences.</summary>
    public int PositionCount => _labels.Count;

    /// <summary>The number of features of all positions.</summary>
    public int FeatureCount => _positions[^1];

    /// <summary>Adds a position to the current sequence.</summary>
    /// <param name="features">Feature hashes; one given twice counts twice.</param>
    /// <param name="label">The gold label.</param>
    /// <param name="allowed">A bit for every label that is possible here, known before decoding.</param>
    public void Add(ReadOnlySpan<uint> features, int label, ulong allowed = ulong.MaxValue)
    {
        if ((allowed >> label & 1) == 0) throw new ArgumentException($"The gold label {label} is not allowed.", nameof(allowed));
        int start = FeatureCount;
        if (_features.Length - start < features.Length)
            Array.Resize(ref _features, (int)Math.Min(Array.MaxLength, Math.Max(start + features.Length, _features.Length * 2L)));
        features.CopyTo(_features.AsSpan(start));
        _positions.Add(start + features.Length);
        _labels.Add(checked((byte)label));
        _allowed.Add(allowed);
    }

    /// <summary>
    /// Gives the position added last scores to start from, which are not learned; then each position needs them.
    /// </summary>
    /// <param name="offsets">A score for every label.</param>
    public void AddOffsets(ReadOnlySpan<float> offsets)
    {
        _offsetLength = offsets.Length;
        CollectionsMarshal.SetCount(_offsets, PositionCount * _offsetLength);
        offsets.CopyTo(CollectionsMarshal.AsSpan(_offsets)[((PositionCount - 1) * _offsetLength)..]);
    }

    /// <summary>The scores that a position starts from; empty where none were given.</summary>
    public ReadOnlySpan<float> Offsets(int position) =>
        CollectionsMarshal.AsSpan(_offsets).Slice(position * _offsetLength, _offsetLength);

    /// <summary>Ends the current sequence; an empty one is left out.</summary>
    public void EndSequence()
    {
        if (_sequences[^1] != PositionCount) _sequences.Add(PositionCount);
    }

    /// <summary>The positions of a sequence, from the first up to, not including, the second.</summary>
    public (int Start, int End) Sequence(int index) => (_sequences[index], _sequences[index + 1]);

    /// <summary>The features of a position.</summary>
    public ReadOnlySpan<uint> Features(int position) =>
        _features.AsSpan(_positions[position], _positions[position + 1] - _positions[position]);

    /// <summary>Where the features of a position start in the flat order of all features.</summary>
    public int FeatureStart(int position) => _positions[position];

    /// <summary>The features of all positions in order.</summary>
    public ReadOnlySpan<uint> AllFeatures => _features.AsSpan(0, FeatureCount);

    public int Label(int position) => _labels[position];

    public ulong Allowed(int position) => _allowed[position];
}
