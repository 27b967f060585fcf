using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Cues;

// The templates. Their numbers are part of a trained model.
internal sealed partial class CueFeatures
{
    private void AddWord(int i, ref FeatureList f)
    {
        ulong l = _article.Lemmas[i], c = Class(i);
        var w = Cluster(i);
        f.Add(0, 1);
        f.Add(1, _article.Forms[i]);
        f.Add(2, l);
        f.Add(3, l, c);
        f.Add(4, c);
        f.Add(40, Group(i), c);
        f.Add(90, w.A1, c);
        f.Add(91, w.A2, c);
        f.Add(92, w.B1, c);
        f.Add(100, w.B2, c);
    }

    private void AddWordBefore(int i, ref FeatureList f)
    {
        f.Add(5, Form(i - 1));
        f.Add(14, Class(i - 1));
        f.Add(54, Group(i), Lemma(i - 1));
        f.Add(93, Cluster(i - 1).A1);
    }

    private void AddWordBehind(int i, ref FeatureList f)
    {
        var g = Group(i);
        f.Add(6, Form(i + 1));
        f.Add(15, Class(i + 1));
        f.Add(53, g, Lemma(i + 1));
        f.Add(59, Entity(i + 1), g);
    }

    private void AddClasses(int i, ref FeatureList f)
    {
        ulong p1 = Class(i - 1), c = Class(i), c1 = Class(i + 1);
        f.Add(16, p1, c);
        f.Add(17, c, c1);
        f.Add(18, p1, c, c1);
    }

    private void AddPlace(int i, ref FeatureList f)
    {
        var c = Class(i);
        f.Add(30, Edge(i), c);
        f.Add(31, Bucket.Distance(i - _start), c);
    }

    private ulong Edge(int i) => i == _start ? 1ul : i == _end - 1 ? 2ul : 0ul;

    private void AddGroup(int i, ref FeatureList f)
    {
        ulong p1 = Class(i - 1), c1 = Class(i + 1), g = Group(i);
        f.Add(45, g, c1);
        f.Add(46, g, p1);
        f.Add(47, g, p1, c1);
    }

    private void AddGroupsAround(int i, ref FeatureList f)
    {
        var c = Class(i);
        f.Add(51, Group(i + 2), c);
        f.Add(52, Group(i - 2), c);
    }

    private void AddClauses(int i, ref FeatureList f)
    {
        ulong c = Class(i), g = Group(i);
        var (subject, gap) = NearestNominalBefore(i);
        var clause = ClauseBehind(i);
        f.Add(55, subject, g);
        f.Add(56, subject, (ulong)Math.Min(gap, 4), c);
        f.Add(60, clause, g);
        f.Add(62, clause, subject, g);
        f.Add(63, clause, c, Class(i - 1));
    }

    private void AddQuotations(int i, ref FeatureList f)
    {
        ulong c = Class(i), inside = Inside(i), both = Distances(i), sentence = SentenceOf(i);
        f.Add(70, sentence);
        f.Add(72, inside, both);
        f.Add(73, both, c);
        f.Add(77, sentence, _opensParagraph ? 1ul : 0ul, Group(i));
        f.Add(78, (inside * 2) + Brief(i), c);
        f.Add(80, sentence, c, Class(i + 1));
        f.Add(81, _quotations.Nested[i] ? 1ul : 0ul, sentence);
    }

    private ulong Inside(int i) => _quotations.Of[i] >= 0 ? 1ul : 0ul;

    private ulong Brief(int i) => _quotations.Of[i] is >= 0 and var q && _quotations.Quotations[q].Length < 6 ? 1ul : 0ul;

    // How far the last closing mark and the next opening mark are.
    private ulong Distances(int i) => (ulong)((_sinceClosing[i - _start] * 8) + _untilOpening[i - _start]);

    private ulong SentenceOf(int i) => (_hasQuotation ? 2ul : 0ul) + Inside(i);

    /// <summary>Adds the features that depend on so much that hardly any of it comes back.</summary>
    public void ExtractOthers(int token, ref FeatureList features)
    {
        ulong l = _article.Lemmas[token], c = Class(token), c1 = Class(token + 1), c2 = Class(token + 2);
        ulong p1 = Class(token - 1), p2 = Class(token - 2), g = Group(token);
        features.Add(7, Form(token - 2));
        features.Add(8, Form(token + 2));
        features.Add(13, Lemma(token - 2), Lemma(token - 1));
        features.Add(19, l, c1);
        features.Add(20, l, p1);
        features.Add(21, c, c1, c2);
        features.Add(22, c, p1, p2);
        features.Add(23, l, c1, c2);
        features.Add(29, c1, c2, Class(token + 3));
        features.Add(32, Bucket.Distance(_end - token), l);
        features.Add(48, g, c1, c2);
        features.Add(49, g, p1, p2);
        features.Add(57, NearestNominalBefore(token).Class, l);
        features.Add(61, ClauseBehind(token), l);

        ulong both = Distances(token);
        features.Add(71, SentenceOf(token), l);
        features.Add(75, (ulong)_sinceClosing[token - _start], l);
        features.Add(76, (ulong)_untilOpening[token - _start], l);
        features.Add(79, both, (p1 * 64) + c, c1);
        features.Add(82, both, l);

        var w = Cluster(token);
        features.Add(95, w.A1, Cluster(token + 1).A1);
        features.Add(96, w.A1, Cluster(token - 1).A1);
        features.Add(97, w.B1, c1);
        features.Add(98, w.B1, p1);
        features.Add(99, both, w.A1);
    }
}
