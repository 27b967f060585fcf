using NewsNlp.Features;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

/// <summary>
/// The features by which the cue model judges a token: the words, classes and cue groups around it, and where it stands
/// to quotation marks. Training and inference share this class. Scratch memory, one sentence at a time.
/// </summary>
internal sealed partial class CueFeatures
{
    /// <summary>The most features that a token has.</summary>
    public const int MaxCount = 112;

    /// <summary>The most features that the gate looks at.</summary>
    public const int GateCount = 10;

    private const int Far = 7;

    private int[] _sinceClosing = [];
    private int[] _untilOpening = [];
    private ArticleReader _article = null!;
    private QuotationFinder _quotations = null!;
    private int _start;
    private int _end;
    private bool _hasQuotation;
    private bool _opensParagraph;

    /// <summary>Turns to a sentence.</summary>
    public void Begin(ArticleReader article, QuotationFinder quotations, int sentence)
    {
        _article = article;
        _quotations = quotations;
        (_start, _end) = (article.SentenceStarts[sentence], article.SentenceEnds[sentence]);
        _opensParagraph = article.OpensParagraph(_start);
        var length = _end - _start;
        if (_sinceClosing.Length < length)
        {
            _sinceClosing = new int[Math.Max(length, 2 * _sinceClosing.Length)];
            _untilOpening = new int[_sinceClosing.Length];
        }

        MeasureDistances();
    }

    /// <summary>Adds the few features by which most tokens are ruled out, see <see cref="CueGate"/>.</summary>
    public void ExtractGate(int token, ref FeatureList features)
    {
        ulong c = Class(token), c1 = Class(token + 1), c0 = Class(token - 1), g = Group(token);
        ulong inside = _quotations.Of[token] >= 0 ? 1ul : 0ul, both = (ulong)((_sinceClosing[token - _start] * 8) + _untilOpening[token - _start]);
        var w = _article.Clusters[token];
        features.Add(1, _article.Lemmas[token], c);
        features.Add(2, g, c0, (c * 64) + c1);
        features.Add(3, g, w.A1, c);
        features.Add(4, w.B1, c, c0);
        features.Add(5, Group(token - 1), Group(token + 1), c);
        features.Add(6, Lemma(token - 1), c);
        features.Add(7, Lemma(token + 1), c);
        features.Add(8, both, inside, c);
        features.Add(9, Group(token - 2), Class(token - 2), c);
        features.Add(10, _hasQuotation ? 1ul : 0ul, inside, g);
    }

    private void MeasureDistances()
    {
        _hasQuotation = false;
        var since = _start > 0 && _quotations.Closes(_start - 1) ? 1 : Far;
        for (var i = _start; i < _end; i++)
        {
            _sinceClosing[i - _start] = since;
            since = _quotations.Closes(i) ? 1 : Math.Min(Far, since + 1);
            _hasQuotation |= _quotations.Of[i] >= 0;
        }

        var until = _end < _article.Count && _quotations.Opens(_end) ? 1 : Far;
        for (var i = _end - 1; i >= _start; i--)
        {
            _untilOpening[i - _start] = until;
            until = _quotations.Opens(i) ? 1 : Math.Min(Far, until + 1);
        }
    }

    private ulong Form(int i) => i < _start || i >= _end ? ArticleReader.Outside : _article.Forms[i];

    private ulong Lemma(int i) => i < _start || i >= _end ? ArticleReader.Outside : _article.Lemmas[i];

    private ulong Class(int i) => i < _start ? 101 : i >= _end ? 102 : (ulong)_article.Classes[i];

    private ulong Group(int i) => i < _start || i >= _end ? 0ul : _article.Groups[i];

    private ulong Entity(int i) => i < _start || i >= _end ? 0ul : _article.Entities[i];

    private WordClass Cluster(int i) => i < _start || i >= _end ? default : _article.Clusters[i];

    // The nearest noun or pronoun before the token with no verb between, and how far it is: what may be its subject.
    private (ulong Class, int Gap) NearestNominalBefore(int token)
    {
        for (var i = token - 1; i >= Math.Max(_start, token - 8); i--)
        {
            var word = _article.Classes[i];
            if (word is TokenClass.NounSingular or TokenClass.NounPlural or TokenClass.ProperNoun or TokenClass.PronounPersonal
                or TokenClass.PronounIt or TokenClass.PronounRelative or TokenClass.Pronoun)
            {
                return ((ulong)word, token - i);
            }

            if (TokenClasses.IsVerb(word) || word is TokenClass.DoubleMark or TokenClass.Colon)
            {
                return ((ulong)word, token - i);
            }
        }

        return (100, 0);
    }

    // How a clause behind the token may begin: "that", "to", a mark, a wh-word, a bare subject with its verb, or not at all.
    private ulong ClauseBehind(int token)
    {
        ulong nominal = 0;
        for (var i = token + 1; i < Math.Min(_end, token + 8); i++)
        {
            var word = _article.Classes[i];
            if (word is TokenClass.SubordinatorThat or TokenClass.ParticleTo or TokenClass.DoubleMark or TokenClass.Subordinator
                or TokenClass.PronounRelative or TokenClass.FullStop or TokenClass.Colon or TokenClass.Comma)
            {
                return ((ulong)word * 2) + nominal;
            }

            if (TokenClasses.IsVerbal(word))
            {
                return 200 + (word is TokenClass.VerbIng ? 2ul : 0ul) + nominal;
            }

            if (word is TokenClass.NounSingular or TokenClass.NounPlural or TokenClass.ProperNoun or TokenClass.PronounPersonal
                or TokenClass.PronounIt or TokenClass.Pronoun)
            {
                nominal = 1;
            }
        }

        return 300 + nominal;
    }
}
