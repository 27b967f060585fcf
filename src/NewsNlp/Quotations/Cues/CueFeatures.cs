using NewsNlp.Features;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

/// <summary>
/// The features by which the cue model judges a token: the words, classes and cue groups around it, and where it stands
/// to quotation marks. Training and inference share this class. Scratch memory, one sentence at a time.
/// </summary>
internal sealed class CueFeatures
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
        _opensParagraph = _start == 0 || article.Paragraphs[_start - 1] != article.Paragraphs[_start];
        var length = _end - _start;
        if (_sinceClosing.Length < length)
        {
            _sinceClosing = new int[Math.Max(length, 2 * _sinceClosing.Length)];
            _untilOpening = new int[_sinceClosing.Length];
        }

        MeasureDistances();
    }

    /// <summary>Adds the features of a token of the sentence.</summary>
    public void Extract(int token, ref FeatureList features)
    {
        AddWords(token, ref features);
        AddGroups(token, ref features);
        AddQuotations(token, ref features);
        AddClusters(token, ref features);
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
        var since = _start > 0 && ClosesQuotation(_start - 1) ? 1 : Far;
        for (var i = _start; i < _end; i++)
        {
            _sinceClosing[i - _start] = since;
            since = ClosesQuotation(i) ? 1 : Math.Min(Far, since + 1);
            _hasQuotation |= _quotations.Of[i] >= 0;
        }

        var until = _end < _article.Count && OpensQuotation(_end) ? 1 : Far;
        for (var i = _end - 1; i >= _start; i--)
        {
            _untilOpening[i - _start] = until;
            until = OpensQuotation(i) ? 1 : Math.Min(Far, until + 1);
        }
    }

    private bool ClosesQuotation(int token) =>
        _quotations.Of[token] is >= 0 and var q && _quotations.Quotations[q].End == token + 1;

    private bool OpensQuotation(int token) =>
        _quotations.Of[token] is >= 0 and var q && _quotations.Quotations[q].First == token;

    private ulong Form(int i) => i < _start || i >= _end ? ArticleReader.Outside : _article.Forms[i];

    private ulong Lemma(int i) => i < _start || i >= _end ? ArticleReader.Outside : _article.Lemmas[i];

    private ulong Class(int i) => i < _start ? 101 : i >= _end ? 102 : (ulong)_article.Classes[i];

    private ulong Group(int i) => i < _start || i >= _end ? 0ul : _article.Groups[i];

    private ulong Entity(int i) => i < _start || i >= _end ? 0ul : _article.Entities[i];

    private void AddWords(int i, ref FeatureList features)
    {
        ulong l = Lemma(i), l1 = Lemma(i + 1), l0 = Lemma(i - 1);
        ulong c = Class(i), c1 = Class(i + 1), c2 = Class(i + 2), p1 = Class(i - 1), p2 = Class(i - 2);
        features.Add(0, 1);
        features.Add(1, _article.Forms[i]);
        features.Add(2, l);
        features.Add(3, l, c);
        features.Add(4, c);
        features.Add(5, Form(i - 1));
        features.Add(6, Form(i + 1));
        features.Add(7, Form(i - 2));
        features.Add(8, Form(i + 2));
        features.Add(13, Lemma(i - 2), l0);
        features.Add(14, p1);
        features.Add(15, c1);
        features.Add(16, p1, c);
        features.Add(17, c, c1);
        features.Add(18, p1, c, c1);
        features.Add(19, l, c1);
        features.Add(20, l, p1);
        features.Add(21, c, c1, c2);
        features.Add(22, c, p1, p2);
        features.Add(23, l, c1, c2);
        features.Add(29, c1, c2, Class(i + 3));
        features.Add(30, i == _start ? 1ul : i == _end - 1 ? 2ul : 0ul, c);
        features.Add(31, Bucket.Distance(i - _start), c);
        features.Add(32, Bucket.Distance(_end - i), l);
    }

    private void AddGroups(int i, ref FeatureList features)
    {
        ulong c = Class(i), c1 = Class(i + 1), p1 = Class(i - 1), g = Group(i), g1 = Group(i + 1), g0 = Group(i - 1);
        features.Add(40, g, c);
        features.Add(45, g, c1);
        features.Add(46, g, p1);
        features.Add(47, g, p1, c1);
        features.Add(48, g, c1, Class(i + 2));
        features.Add(49, g, p1, Class(i - 2));
        features.Add(51, Group(i + 2), c);
        features.Add(52, Group(i - 2), c);
        features.Add(53, g, Lemma(i + 1));
        features.Add(54, g, Lemma(i - 1));

        var (subject, gap) = NearestNominalBefore(i);
        features.Add(55, subject, g);
        features.Add(56, subject, (ulong)Math.Min(gap, 4), c);
        features.Add(57, subject, _article.Lemmas[i]);
        features.Add(59, Entity(i + 1), g);
        var clause = ClauseBehind(i);
        features.Add(60, clause, g);
        features.Add(61, clause, _article.Lemmas[i]);
        features.Add(62, clause, subject, g);
        features.Add(63, clause, c, p1);
    }

    private void AddQuotations(int i, ref FeatureList features)
    {
        var q = _quotations.Of[i];
        ulong l = _article.Lemmas[i], c = Class(i), g = Group(i);
        var inside = q >= 0 ? 1ul : 0ul;
        ulong since = (ulong)_sinceClosing[i - _start], until = (ulong)_untilOpening[i - _start], both = since * 8 + until;
        var sentence = (_hasQuotation ? 2ul : 0ul) + inside;
        var brief = q >= 0 && _quotations.Quotations[q].Length < 6 ? 1ul : 0ul;
        features.Add(70, sentence);
        features.Add(71, sentence, l);
        features.Add(72, inside, both);
        features.Add(73, both, c);
        features.Add(75, since, l);
        features.Add(76, until, l);
        features.Add(77, sentence, _opensParagraph ? 1ul : 0ul, g);
        features.Add(78, (inside * 2) + brief, c);
        features.Add(79, both, (Class(i - 1) * 64) + c, Class(i + 1));
        features.Add(80, sentence, c, Class(i + 1));
        features.Add(81, _quotations.Nested[i] ? 1ul : 0ul, sentence);
        features.Add(82, both, l);
    }

    private WordClass Cluster(int i) => i < _start || i >= _end ? default : _article.Clusters[i];

    private void AddClusters(int i, ref FeatureList features)
    {
        WordClass w = Cluster(i), w1 = Cluster(i + 1), w0 = Cluster(i - 1);
        ulong c = Class(i), both = (ulong)((_sinceClosing[i - _start] * 8) + _untilOpening[i - _start]);
        features.Add(90, w.A1, c);
        features.Add(91, w.A2, c);
        features.Add(92, w.B1, c);
        features.Add(93, w0.A1);
        features.Add(95, w.A1, w1.A1);
        features.Add(96, w.A1, w0.A1);
        features.Add(97, w.B1, Class(i + 1));
        features.Add(98, w.B1, Class(i - 1));
        features.Add(99, both, w.A1);
        features.Add(100, w.B2, c);
    }

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

            if (TokenClasses.IsVerb(word) || TokenClasses.IsAuxiliary(word))
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
