using System.Numerics;

namespace NewsNlp.Entities.Recognition;

/// <summary>Numbers 64-bit hashes in the order in which they come. Reused, not safe for threads.</summary>
internal sealed class HashSlots
{
    private const int KeptSlots = 64 * 1024;

    private ulong[] _hashes = new ulong[512];
    private int[] _slots = new int[1024];

    /// <summary>How many different hashes there are.</summary>
    public int Count { get; private set; }

    /// <summary>The hash with a number.</summary>
    public ulong this[int number] => _hashes[number];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        if (_slots.Length > KeptSlots)
        {
            _slots = new int[1024];
            _hashes = new ulong[512];
        }
        else
        {
            Array.Clear(_slots);
        }

        Count = 0;
    }

    /// <summary>The number of a hash, a new one if it is <paramref name="added"/> now.</summary>
    public int Add(ulong hash, out bool added)
    {
        int slot = Find(hash);
        added = _slots[slot] == 0;
        if (!added) return _slots[slot] - 1;
        if (2 * (Count + 1) > _slots.Length)
        {
            Grow();
            slot = Find(hash);
        }

        _hashes[Count] = hash;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    /// <summary>The number of a hash, or -1.</summary>
    public int IndexOf(ulong hash) => _slots[Find(hash)] - 1;

    private int Find(ulong hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)BitOperations.RotateLeft(hash, 32) & mask;
        while (_slots[slot] != 0 && _hashes[_slots[slot] - 1] != hash) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        Array.Resize(ref _hashes, _slots.Length / 2);
        for (int i = 0; i < Count; i++) _slots[Find(_hashes[i])] = i + 1;
    }
}
