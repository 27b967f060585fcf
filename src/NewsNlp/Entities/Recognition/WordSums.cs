using System.Runtime.Intrinsics;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// The weights of the features that depend on one word and its place alone, summed once and kept from document to document: a
/// table of fixed size in which a new word takes the place of another one. Rented and reused, not safe for threads.
/// </summary>
internal sealed class WordSums
{
    /// <summary>How many words are kept.</summary>
    internal const int Size = 4096;

    private const int Places = EntityFeatures.Places;
    private const int Step = 8;

    // Behind the kept words: those that found no place, for the few tokens around.
    private const int Loose = 8;

    private readonly EntityFeatures _features;
    private readonly SparseWeightTable _table;
    private readonly FeatureList _list = new();
    private readonly int _lanes;
    private readonly ulong[] _keys = new ulong[Size + Loose];
    private readonly int[] _used = new int[Size];
    private readonly int[] _sums;
    private readonly int[] _slots = new int[Places];
    private int _clock = Places;
    private int _loose;
    private bool _isStarted;

    public WordSums(EntityFeatures features, SparseWeightTable table)
    {
        (_features, _table) = (features, table);
        _lanes = (table.LabelCount + Step) / Step * Step;
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

        for (int place = 0; place < Places; place++)
        {
            var word = _sums.AsSpan((_slots[place] * Places + place) * _lanes, _lanes);
            for (int lane = 0; lane < word.Length; lane += Step)
                (Vector256.Create<int>(sums[lane..]) + Vector256.Create<int>(word[lane..])).CopyTo(sums[lane..]);
        }
    }

    /// <summary>The slot of a word, good for as many more calls as there are places.</summary>
    private int Find(int word)
    {
        // 0 marks an empty slot.
        ulong key = _features.Words.KeyOf(word);
        if (key == 0) key = 1;
        int slot = (int)(key >> 40) & (Size - 2);
        _clock++;
        if (_keys[slot] != key)
        {
            if (_keys[slot + 1] == key) slot++;
            else return Fill(word, key, slot);
        }

        _used[slot] = _clock;
        return slot;
    }

    private int Fill(int word, ulong key, int slot)
    {
        // Of the two slots the one that was not used last; what the tokens around have in use stays.
        if (_used[slot] - _used[slot + 1] > 0) slot++;
        if (_clock - _used[slot] < Places) slot = Size + (_loose++ & (Loose - 1));
        else _used[slot] = _clock;
        _keys[slot] = key;
        for (int place = 0; place < Places; place++)
        {
            _list.Clear();
            _features.AddWord(word, place, _list);
            var kept = _sums.AsSpan((slot * Places + place) * _lanes, _lanes);
            kept.Clear();
            _table.Accumulate(_list.Items, kept);
        }

        return slot;
    }
}
