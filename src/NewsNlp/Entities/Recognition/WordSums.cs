using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The weights of the features that depend on one word and its place alone, summed once and kept from document to document: a
/// table of fixed size in which a new word takes the place of another one. Rented and reused, not safe for threads.
/// </summary>
internal sealed class WordSums
{
    /// <summary>How many words are kept.</summary>
    internal const int Size = 8192;

    private const int Places = EntityFeatures.Places;
    private const int Step = 8;

    // Before the kept words: those that found no place, for the few tokens around.
    private const int Loose = 8;

    private readonly EntityFeatures _features;
    private readonly SparseWeightTable _table;
    private readonly FeatureList _list = new();
    private readonly int _lanes;
    private readonly Kept[] _kept = new Kept[Size];
    private readonly int[] _sums;
    private readonly int[] _scratch;
    private readonly int[] _slots = new int[Places];
    private int _clock = Places;
    private int _loose;

    // Slots are given in the order in which they are first needed, so that a few words do not lie all over the memory.
    private int _slotCount = Loose;
    private bool _isStarted;

    public WordSums(EntityFeatures features, SparseChain chain)
    {
        (_features, _table) = (features, chain.Table);
        _lanes = chain.Lanes.Count;
        _scratch = new int[_table.Lanes];
        _sums = new int[(Size + Loose) * Places * _lanes];
    }

    /// <summary>Starts tokens that follow each other.</summary>
    public void Begin() => _isStarted = false;

    /// <summary>Adds the sums for a token: the next one after the last, or the first.</summary>
    /// <param name="token">The token, in the current sentence of the features.</param>
    /// <param name="sums">A number for every label, and room for a multiple of eight.</param>
    public void Add(int token, Span<int> sums)
    {
        if (_isStarted)
        {
            _slots.AsSpan(1).CopyTo(_slots);
            _slots[^1] = Find(_features.WordAt(token + Places - 1 - EntityFeatures.Here));
        }
        else
        {
            for (int place = 0; place < Places; place++) _slots[place] = Find(_features.WordAt(token + place - EntityFeatures.Here));
            _isStarted = true;
        }

        AddPlaces(ref sums[.._lanes][0]);
    }

    private void AddPlaces(ref int sums)
    {
        ref int kept = ref _sums[0];
        ref int first = ref Unsafe.Add(ref kept, Of(0));
        ref int second = ref Unsafe.Add(ref kept, Of(1));
        ref int third = ref Unsafe.Add(ref kept, Of(2));
        ref int fourth = ref Unsafe.Add(ref kept, Of(3));
        ref int fifth = ref Unsafe.Add(ref kept, Of(4));
        for (nuint lane = 0; lane < (nuint)_lanes; lane += Step)
        {
            var sum = Vector256.LoadUnsafe(ref first, lane) + Vector256.LoadUnsafe(ref second, lane) + Vector256.LoadUnsafe(ref third, lane)
                + (Vector256.LoadUnsafe(ref fourth, lane) + Vector256.LoadUnsafe(ref fifth, lane));
            (Vector256.LoadUnsafe(ref sums, lane) + sum).StoreUnsafe(ref sums, lane);
        }

        int Of(int place) => (_slots[place] * Places + place) * _lanes;
    }

    /// <summary>The slot of a word, good for as many more calls as there are places.</summary>
    private int Find(int word)
    {
        // 0 marks an empty slot.
        ulong key = _features.Words.KeyOf(word);
        if (key == 0) key = 1;
        ref var kept = ref _kept[(int)(key >> 40) & (Size - 2)];
        _clock++;
        if (kept.Key != key)
        {
            ref var next = ref Unsafe.Add(ref kept, 1);
            // Of the two the one that was not used last.
            if (next.Key != key) return Fill(word, key, ref kept.Used - next.Used > 0 ? ref next : ref kept);
            kept = ref next;
        }

        kept.Used = _clock;
        Prefetch(kept.Slot);
        return kept.Slot;
    }

    // The sums are added when the word has come to the first of its places; by then they shall be near.
    private unsafe void Prefetch(int slot)
    {
        const int Line = 16;
        if (!Sse.IsSupported) return;
        ref int sums = ref _sums[slot * Places * _lanes];
        for (int lane = 0; lane < Places * _lanes; lane += Line) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref sums, lane)));
    }

    private int Fill(int word, ulong key, ref Kept kept)
    {
        int slot;
        if (_clock - kept.Used < Places)
        {
            // What the tokens around have in use stays.
            slot = _loose++ & (Loose - 1);
        }
        else
        {
            if (kept.Slot == 0) kept.Slot = _slotCount++;
            (kept.Key, kept.Used, slot) = (key, _clock, kept.Slot);
        }

        for (int place = 0; place < Places; place++)
        {
            _list.Clear();
            _features.AddWord(word, place, _list);
            Array.Clear(_scratch);
            _table.Accumulate(_list.Items, _scratch);
            _scratch.AsSpan(0, _lanes).CopyTo(_sums.AsSpan((slot * Places + place) * _lanes));
        }

        return slot;
    }

    /// <summary>A word's key, when it was used last, and its slot; 0 before it has one.</summary>
    private struct Kept
    {
        public ulong Key;
        public int Used;
        public int Slot;
    }
}
