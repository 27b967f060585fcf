using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Features;

namespace NewsNlp.Tagging;

/// <summary>
/// What is known of frequent words, with the parts of scores that depend on the word alone: a table of fixed size in
/// which a new word takes the place of another one. For one thread at a time.
/// </summary>
/// <param name="lexicon">Where words are looked up.</param>
/// <param name="scores">Where these parts come from; null where none are needed.</param>
internal sealed class TaggerWordCache(TaggerLexicon lexicon, TaggerScores? scores)
{
    /// <summary>How many words are kept.</summary>
    internal const int Size = 16384;

    // Slot 0 is for what is outside a sentence; then words that found no place, for one sentence; then the kept ones, in the order
    // in which their places were first needed, so that a few words do not lie all over the memory.
    private const int FirstLoose = 1;
    private const int FirstKept = FirstLoose + TagLattice.LongestSequence;
    private const int Slots = FirstKept + Size;

    private readonly Place[] _places = new Place[Size];
    private readonly TaggerWord[] _words = NewWords();
    private readonly short[] _parts = NewParts(scores);
    private int _sentence;
    private int _loose;
    private int _kept = FirstKept;

    /// <summary>The words by their slots.</summary>
    public ReadOnlySpan<TaggerWord> Words => _words;

    /// <summary>The parts of their scores by their slots, <see cref="TaggerScores.WordLanes"/> each.</summary>
    public ReadOnlySpan<short> Parts => _parts;

    /// <summary>Starts a sentence; slots found before may get other words from here on.</summary>
    public void Begin()
    {
        _loose = FirstLoose;
        if (++_sentence != 0) return;
        // The count has come round: no word may seem to be of this sentence that is not.
        foreach (ref var place in _places.AsSpan()) place.Sentence = 0;
        _sentence = 1;
    }

    /// <summary>The slot of a word, good until the next <see cref="Begin"/>; at most <see cref="TagLattice.LongestSequence"/> between two.</summary>
    public int Find(ReadOnlySpan<char> form)
    {
        ulong exact = FeatureHash.Of(form);
        // 0 marks an empty place.
        ulong key = exact == 0 ? 1 : exact;
        ref var place = ref _places[(int)(key >> 40) & (Size - 2)];
        if (place.Key != key)
        {
            ref var next = ref Unsafe.Add(ref place, 1);
            // Of the two places the one that was not used last.
            if (next.Key != key) return Add(form, exact, key, ref place.Sentence - next.Sentence > 0 ? ref next : ref place);
            place = ref next;
        }
        place.Sentence = _sentence;
        Prefetch(place.Slot);
        return place.Slot;
    }

    private int Add(ReadOnlySpan<char> form, ulong exact, ulong key, ref Place place)
    {
        int slot;
        if (place.Sentence == _sentence)
        {
            // Words of the current sentence stay.
            slot = _loose++;
        }
        else
        {
            if (place.Slot == 0) place.Slot = _kept++;
            (place.Key, place.Sentence, slot) = (key, _sentence, place.Slot);
        }

        _words[slot] = TaggerWord.Of(form, exact, lexicon);
        scores?.OfWord(_words[slot], form, _parts.AsSpan(slot * TaggerScores.WordLanes, TaggerScores.WordLanes));
        return slot;
    }

    // The parts are added up when the whole sentence is known; by then they shall be near.
    private unsafe void Prefetch(int slot)
    {
        if (!Sse.IsSupported || _parts.Length == 0) return;
        ref short part = ref _parts[slot * TaggerScores.WordLanes];
        for (int place = 0; place < TaggerFeatures.Places; place++)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref part, place * TagLattice.Lanes)));
    }

    /// <summary>A word's key, the sentence that used it last, and its slot; 0 before it has one.</summary>
    private struct Place
    {
        public ulong Key;
        public int Sentence;
        public int Slot;
    }

    private static TaggerWord[] NewWords()
    {
        var words = new TaggerWord[Slots];
        words[0] = TaggerWord.Outside;
        return words;
    }

    private static short[] NewParts(TaggerScores? scores)
    {
        if (scores is null) return [];
        short[] parts = new short[Slots * TaggerScores.WordLanes];
        scores.OfWord(TaggerWord.Outside, default, parts);
        return parts;
    }
}
