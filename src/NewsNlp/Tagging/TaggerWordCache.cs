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

    // Slot 0 is for what is outside a sentence. Behind the kept words: those that found no place, for one sentence.
    private const int FirstKept = 1;
    private const int FirstLoose = FirstKept + Size;
    private const int Slots = FirstLoose + TagLattice.LongestSequence;

    private readonly ulong[] _keys = new ulong[Size];
    private readonly int[] _sentences = new int[Size];
    private readonly TaggerWord[] _words = NewWords();
    private readonly short[] _parts = NewParts(scores);
    private int _sentence;
    private int _loose;

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
        Array.Clear(_sentences);
        _sentence = 1;
    }

    /// <summary>The slot of a word, good until the next <see cref="Begin"/>; at most <see cref="TagLattice.LongestSequence"/> between two.</summary>
    public int Find(ReadOnlySpan<char> form)
    {
        ulong exact = FeatureHash.Of(form);
        // 0 marks an empty place.
        ulong key = exact == 0 ? 1 : exact;
        int place = (int)(key >> 40) & (Size - 2);
        if (_keys[place] != key)
        {
            if (_keys[place + 1] == key) place++;
            else return Add(form, exact, key, place);
        }
        _sentences[place] = _sentence;
        Prefetch(FirstKept + place);
        return FirstKept + place;
    }

    private int Add(ReadOnlySpan<char> form, ulong exact, ulong key, int place)
    {
        // Of the two places the one that was not used last; words of the current sentence stay.
        if (_sentences[place] - _sentences[place + 1] > 0) place++;
        int slot = _sentences[place] == _sentence ? _loose++ : FirstKept + place;
        if (slot < FirstLoose) (_keys[place], _sentences[place]) = (key, _sentence);
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
