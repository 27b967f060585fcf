using System.Numerics;

namespace NewsNlp.Training.Learning;

/// <summary>
/// Numbers the features that occur often enough, in the order of their first occurrence, so that the numbers depend on
/// the data alone.
/// </summary>
internal sealed class FeatureIndex
{
    /// <summary>Numbers what occurs at least <paramref name="minimumCount"/> times.</summary>
    public FeatureIndex(ReadOnlySpan<uint> features, int minimumCount)
    {
        var distinct = new DistinctCounts(features);
        Numbers = new int[features.Length];
        var numbers = new int[distinct.Count];
        var hashes = new List<uint>();
        var counts = new List<int>();
        for (int i = 0; i < distinct.Count; i++)
        {
            numbers[i] = -1;
            if (distinct.Occurrences[i] < minimumCount) continue;
            numbers[i] = hashes.Count;
            hashes.Add(distinct.Hashes[i]);
            counts.Add(distinct.Occurrences[i]);
        }
        for (int i = 0; i < features.Length; i++) Numbers[i] = numbers[distinct.Find(features[i])];
        Hashes = [.. hashes];
        Counts = [.. counts];
    }

    /// <summary>For every occurrence the feature's number, or -1.</summary>
    public int[] Numbers { get; }

    /// <summary>The hash of every number.</summary>
    public uint[] Hashes { get; private set; }

    /// <summary>How often each number's feature occurs.</summary>
    public int[] Counts { get; private set; }

    /// <summary>How many features have a number.</summary>
    public int Count => Hashes.Length;

    /// <summary>Takes the numbers of all features away but the <paramref name="most"/> with the highest values.</summary>
    public void Keep(int most, ReadOnlySpan<double> values)
    {
        if (Count <= most) return;
        double[] order = values.ToArray();
        int[] numbers = [.. Enumerable.Range(0, Count)];
        Array.Sort(numbers, (a, b) => order[a] != order[b] ? order[b].CompareTo(order[a]) : a.CompareTo(b));
        numbers = numbers[..most];
        Array.Sort(numbers);
        var renumbered = new int[Count];
        Array.Fill(renumbered, -1);
        for (int i = 0; i < numbers.Length; i++) renumbered[numbers[i]] = i;
        for (int i = 0; i < Numbers.Length; i++)
            if (Numbers[i] >= 0) Numbers[i] = renumbered[Numbers[i]];
        (Hashes, Counts) = ([.. numbers.Select(i => Hashes[i])], [.. numbers.Select(i => Counts[i])]);
    }

    private sealed class DistinctCounts
    {
        private int[] _slots = new int[1 << 16];
        private uint[] _hashes = new uint[1 << 14];
        private int[] _occurrences = new int[1 << 14];

        public DistinctCounts(ReadOnlySpan<uint> features)
        {
            foreach (uint feature in features)
            {
                int slot = Slot(feature);
                if (_slots[slot] == 0)
                {
                    if (Count == _hashes.Length)
                    {
                        Array.Resize(ref _hashes, 2 * Count);
                        Array.Resize(ref _occurrences, 2 * Count);
                    }
                    _hashes[Count++] = feature;
                    _slots[slot] = Count;
                    if (2 * Count > _slots.Length) Rehash();
                    _occurrences[Count - 1] = 1;
                }
                else
                {
                    _occurrences[_slots[slot] - 1]++;
                }
            }
        }

        public int Count { get; private set; }

        public ReadOnlySpan<uint> Hashes => _hashes;

        public ReadOnlySpan<int> Occurrences => _occurrences;

        public int Find(uint feature) => _slots[Slot(feature)] - 1;

        private int Slot(uint feature)
        {
            int mask = _slots.Length - 1;
            int slot = (int)((feature * 0x9E3779B1u) >> (32 - BitOperations.Log2((uint)_slots.Length)));
            while (_slots[slot] != 0 && _hashes[_slots[slot] - 1] != feature) slot = (slot + 1) & mask;
            return slot;
        }

        private void Rehash()
        {
            _slots = new int[2 * _slots.Length];
            for (int i = 0; i < Count; i++) _slots[Slot(_hashes[i])] = i + 1;
        }
    }
}
