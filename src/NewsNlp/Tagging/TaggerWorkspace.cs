using NewsNlp.Documents;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>The scratch memory for tagging one sentence at a time.</summary>
internal sealed class TaggerWorkspace
{
    private const int Outside = TaggerFeatures.Middle;
    private TaggerWord[] _words = [];
    private TextSpan[] _spans = [];
    private string _text = "";
    private ulong _sentence;

    public LinearChainWorkspace Chain { get; } = new();

    /// <summary>Looks at a run of a sentence's tokens.</summary>
    public void Begin(Sentence sentence, int start, int count, TaggerLexicon lexicon)
    {
        LinearChainWorkspace.Grow(ref _words, count + 2 * Outside);
        LinearChainWorkspace.Grow(ref _spans, count);
        var tokens = sentence.Document.TokenLayer;
        _text = sentence.Document.Text;
        for (int i = 0; i < Outside; i++) _words[i] = _words[Outside + count + i] = TaggerWord.Outside;
        for (int i = 0; i < count; i++)
        {
            _spans[i] = tokens.Span(sentence.FirstToken + start + i);
            _words[Outside + i] = TaggerWord.Of(_spans[i].Of(_text), lexicon);
        }
        _sentence = TaggerFeatures.OfSentence(_words.AsSpan(Outside, count));
        Count = count;
    }

    public int Count { get; private set; }

    /// <summary>All features of a token.</summary>
    /// <returns>How many were written.</returns>
    public int Features(int position, Span<uint> features)
    {
        int n = 0;
        for (int place = 0; place < TaggerFeatures.Places; place++)
        {
            int token = position + place - TaggerFeatures.Middle;
            var form = (uint)token < (uint)Count ? _spans[token].Of(_text) : default;
            n += TaggerFeatures.OfPlace(_words[position + place], form, place, features[n..]);
        }
        return n + TaggerFeatures.OfNeighbours(_words, position + Outside, _sentence, features[n..]);
    }
}
