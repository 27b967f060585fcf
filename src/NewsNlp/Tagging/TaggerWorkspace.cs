using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Threading;

namespace NewsNlp.Tagging;

/// <summary>The scratch memory for tagging one sentence at a time, and what it remembers of frequent words.</summary>
/// <param name="lexicon">Where words are looked up.</param>
/// <param name="scores">Their scores; null where only features are wanted.</param>
internal sealed class TaggerWorkspace(TaggerLexicon lexicon, TaggerScores? scores)
{
    private const int Outside = TaggerFeatures.Middle;
    private const int Lanes = TagLattice.Lanes;

    private readonly TaggerWordCache _cache = new(lexicon, scores);
    private int[] _slots = [];
    private TextSpan[] _spans = [];
    private Upos[] _firstTags = [];
    private short[] _scores = [];
    private int[] _margins = [];
    private int[] _paths = [];
    private string _text = "";
    private ulong _sentence;
    private int _count;

    /// <summary>Looks at a run of a sentence's tokens, at most <see cref="TagLattice.LongestSequence"/>.</summary>
    public void Begin(Sentence sentence, int start, int count, CancellationToken cancellationToken = default)
    {
        Grow(ref _slots, count + 2 * Outside);
        Grow(ref _spans, count);
        var tokens = sentence.Document.TokenLayer;
        _text = sentence.Document.Text;
        _count = count;
        _cache.Begin();
        for (int i = 0; i < Outside; i++) _slots[i] = _slots[Outside + count + i] = 0;
        int first = sentence.FirstToken + start;
        for (int i = 0; i < count; i++)
        {
            _spans[i] = tokens.Span(first + i);
            if (CancellationPace.IsDue(i, TagLattice.LongestSequence, _spans[i].Length)) cancellationToken.ThrowIfCancellationRequested();
            _slots[Outside + i] = _cache.Find(_spans[i].Of(_text));
        }
        _sentence = TaggerFeatures.OfSentence(Words);
    }

    private TaggerWords Words => new(_cache.Words, _slots.AsSpan(Outside, _count));

    /// <summary>The scores of the first pass after <see cref="First"/>, <see cref="TagLattice.Lanes"/> a token.</summary>
    public ReadOnlySpan<short> Scores => _scores.AsSpan(0, Math.Min(_scores.Length, _count * Lanes));

    /// <summary>The tags of the first pass after <see cref="First"/>.</summary>
    public ReadOnlySpan<Upos> FirstTags => _firstTags.AsSpan(0, _count);

    /// <summary>How far they are ahead of others, after <see cref="First"/>.</summary>
    public ReadOnlySpan<int> Margins => _margins.AsSpan(0, _count);

    /// <summary>The first pass.</summary>
    public void First(TaggerScores scores)
    {
        Grow(ref _scores, _count * Lanes);
        Grow(ref _paths, _count * Lanes);
        Grow(ref _margins, _count);
        Grow(ref _firstTags, _count);
        TaggerScores.AddPlaces(_cache.Parts, _slots.AsSpan(0, _count + 2 * Outside), _scores);
        scores.First.Decode(_scores, _paths, _firstTags.AsSpan(0, _count), _margins);
    }

    /// <summary>The second pass: the tags.</summary>
    public void Second(TaggerScores scores, Span<Upos> tags)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Most + TaggerContext.Most];
        for (int i = 0; i < tags.Length; i++)
        {
            if (TaggerScores.IsDoubtful(_margins[i]))
                scores.AddTogether(features[..Together(i, FirstTags, features)], _scores.AsSpan(i * Lanes, Lanes));
        }
        scores.Second.Decode(_scores, _paths, tags);
    }

    /// <summary>The features of the words in places around a token, each by itself.</summary>
    /// <returns>How many were written.</returns>
    public int Apart(int position, Span<uint> features)
    {
        var words = Words;
        int n = 0;
        for (int place = 0; place < TaggerFeatures.Places; place++)
        {
            int token = position + place - TaggerFeatures.Middle;
            var form = (uint)token < (uint)_count ? _spans[token].Of(_text) : default;
            n += TaggerFeatures.OfPlace(words[token], form, place, features[n..]);
        }
        return n;
    }

    /// <summary>The features of the words around a token together, and of the tags of the first pass.</summary>
    /// <returns>How many were written.</returns>
    public int Together(int position, ReadOnlySpan<Upos> firstTags, Span<uint> features)
    {
        int n = TaggerFeatures.OfNeighbours(Words, position, _sentence, features);
        return n + TaggerContext.Of(Words, firstTags, position, features[n..]);
    }

    private static void Grow<T>(ref T[] array, int length) => LinearChainWorkspace.Grow(ref array, length);
}
