using NewsNlp.Features;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

// The templates. Their numbers are part of a trained model.
internal sealed partial class UnitFeatures
{
    private ulong Form(int m) => m < 0 ? 1 : m >= _n ? 2 : _forms[m];

    private ulong Class(int m) => m < 0 ? 61 : m >= _n ? 62 : _classes[m];

    private ulong Group(int m) => m < 0 || m >= _n ? 0ul : _groups[m];

    private ulong Role(int m) => m < 0 || m >= _n ? 9ul : _roles[m];

    private ulong OtherCue(int m) => m < 0 || m >= _n ? 9ul : _otherCues[m];

    // The side of the cue, and which sentence.
    private ulong Side(int m) => (m < _cueUnit ? 0ul : 5ul) + _places[m];

    private static ulong Pair(ulong left, ulong right) => FeatureHash.Combine(left, right);

    private void AddWords(int m, ref FeatureList f)
    {
        ulong side = Side(m), distance = Bucket.Distance(m - _cueUnit);
        ulong form = Form(m), c = Class(m), c0 = Class(m - 1), c1 = Class(m + 1);
        ulong next = Class(_cueUnit + 1), previous = Class(_cueUnit - 1);
        f.Add(2, distance);
        f.Add(3, side, form);
        f.Add(4, side, c);
        f.Add(5, side, Form(m - 1));
        f.Add(6, side, Form(m + 1));
        f.Add(7, side, c0);
        f.Add(8, side, c1);
        f.Add(9, side, c, c1);
        f.Add(10, side, c0, c);
        f.Add(13, side, _cueLemma);
        f.Add(14, side, _cueGroup);
        f.Add(15, distance, _cueGroup);
        f.Add(16, distance, c);
        f.Add(22, distance, next, previous);
        f.Add(23, side, next, c);
        f.Add(24, side, c1, Class(m + 2));
        f.Add(25, side, Class(m - 2), c0);
        f.Add(28, side, Group(m), c);
        f.Add(29, side, Group(m + 1), c1);
        f.Add(30, side, Group(m - 1), c0);
        f.Add(36, side, c, (_cueShape * 64) + _cueClass);
        var entity = EntityEdges(m);
        f.Add(37, side, entity);
        f.Add(38, side, entity, c1);
    }

    // The mention that holds the unit, and whether it begins and ends there.
    private ulong EntityEdges(int m)
    {
        if (_window.IsQuotation[m])
        {
            return 99;
        }

        ulong own = _article.Entities[_window.First[m]];
        if (own == 0)
        {
            return 0;
        }

        var goesOn = m + 1 < _n && !_window.IsQuotation[m + 1] && _article.Entities[_window.First[m + 1]] > 16;
        return (own * 2) + (goesOn ? 1ul : 0ul);
    }

    private WordClass Cluster(int m) => m < 0 || m >= _n || _window.IsQuotation[m] ? default : _article.Clusters[_window.First[m]];

    private void AddClusters(int m, ref FeatureList f)
    {
        ulong side = Side(m);
        WordClass w = Cluster(m), w1 = Cluster(m + 1), w0 = Cluster(m - 1);
        f.Add(40, side, w.A1);
        f.Add(41, side, w0.A1);
        f.Add(42, side, w1.A1);
        f.Add(43, side, w.B1);
        f.Add(45, side, w.A1, w1.A1);
        f.Add(46, side, w.A1, w0.A1);
        f.Add(48, Bucket.Distance(m - _cueUnit), _cueCluster);
    }

    private void AddPlace(int m, ref FeatureList f)
    {
        int first = _window.First[m], last = _window.End[m] - 1;
        int start = _article.SentenceStarts[_article.Sentences[first]], end = _article.SentenceEnds[_article.Sentences[last]];
        ulong side = Side(m), c = Class(m), c1 = Class(m + 1);
        var edge = (first <= start ? 4ul : 0) + (last >= end - 1 ? 2ul : 0) + (last == end - 2 ? 1ul : 0);
        f.Add(50, side, edge, c);
        f.Add(51, edge, _cueOpensSentence, side);
        var untilEnd = (ulong)Math.Clamp(end - 1 - last, 0, 4);
        f.Add(53, Pair(side, untilEnd), c, c1);
        f.Add(54, side, (ulong)Math.Clamp(first - start, 0, 3), c);
        var paragraph = (m == 0 || _article.Paragraphs[first - 1] != _article.Paragraphs[first] ? 2ul : 0)
            + (m == _n - 1 || _article.Paragraphs[last] != _article.Paragraphs[_window.First[m + 1]] ? 1ul : 0);
        f.Add(55, paragraph, side, c);
        var fromStart = (ulong)(Math.Clamp(m - _sentenceUnit, -5, 4) + 5);
        f.Add(56, (fromStart * 2) + (m < _cueUnit ? 0ul : 1ul), c, _cueOpensSentence);
        f.Add(57, _article.Sentences[first] == 0 ? 1ul : 0ul, side, c);
    }

    private void AddQuotations(int m, ref FeatureList f)
    {
        ulong side = Side(m), c = Class(m), role = Role(m), next = Role(m + 1), previous = Role(m - 1);
        f.Add(73, Pair(previous, role), next, c);
        f.Add(75, role, _cueGroup, side);
        f.Add(76, role, c, side);
        f.Add(77, Pair(side, role), Class(_cueUnit + 1));
        f.Add(78, Pair(side, role), Class(m + 1), Class(m - 1));
        var near = ((ulong)(_before >= 0 ? 1 + Math.Min(_cueUnit - _before, 6) : 0) * 10)
            + (ulong)(_behind >= 0 ? 1 + Math.Min(_behind - _cueUnit, 6) : 0);
        f.Add(82, near, c, Bucket.Distance(m - _cueUnit));
        if (_before >= 0)
        {
            f.Add(83, Pair(Class(_before), (ulong)Math.Min(_cueUnit - _before, 6)), role, side);
        }

        if (_behind >= 0)
        {
            f.Add(84, Pair(Class(_behind), (ulong)Math.Min(_behind - _cueUnit, 6)), role, side);
        }
    }

    // Only quotations: their end, their gap to the cue, their paragraph.
    private void AddOwnQuotation(int m, ref FeatureList f)
    {
        int first = _window.First[m], last = _window.End[m] - 1, gap = Math.Abs(m - _cueUnit);
        ulong c = Class(m), role = Role(m), sideRole = Pair(Side(m), role), distance = Bucket.Distance(gap);
        var traits = (ulong)_quotations.Quotations[_quotations.Of[first]].Traits;
        var apart = (ulong)(Math.Clamp(_article.Paragraphs[first] - _article.Paragraphs[_cue.First], -2, 2) + 2);
        f.Add(90, sideRole, distance, c);
        f.Add(91, sideRole, Form(m - 1), c);
        f.Add(92, sideRole, c, Class(m - 1));
        f.Add(93, Pair(role, distance), _cueLemma, c);
        var alone = (first <= _article.SentenceStarts[_article.Sentences[first]] ? 2ul : 0)
            + (last >= _article.SentenceEnds[_article.Sentences[last]] - 1 ? 1ul : 0);
        f.Add(94, sideRole, alone, distance);
        f.Add(95, Pair(sideRole, apart), Form(m - 1), distance);
        f.Add(96, Pair(sideRole, Class(m - 1)), Class(m + 1), c);
        f.Add(97, Pair(c, apart), _before >= 0 ? Class(_before) : 0);
        f.Add(98, sideRole, traits);
        f.Add(99, traits, c, Class(m - 1));
        f.Add(100, Pair(sideRole, alone), apart, c);
    }

    private void AddOtherCues(int m, ref FeatureList f)
    {
        ulong side = Side(m), other = OtherCue(m), next = OtherCue(m + 1), between = _cuesBetween[m];
        f.Add(110, side, other, between);
        f.Add(112, side, between, Class(m));
        f.Add(115, Pair(side, other), Class(m - 1), next);
    }

    private void AddPhrases(int m, ref FeatureList f)
    {
        ulong side = Side(m), phrase = _phrases[m], verbs = _verbsBetween[m], commas = _commasBetween[m];
        ulong c = Class(m), beside = Class(m < _cueUnit ? _cueUnit - 1 : _cueUnit + 1);
        f.Add(120, side, phrase, c);
        f.Add(121, side, phrase, verbs);
        f.Add(122, side, phrase, beside);
        f.Add(123, Pair(side, phrase), _cueClass, verbs);
        f.Add(124, Pair(side, verbs), commas, c);
        f.Add(125, Pair(side, commas), c, Class(m + 1));
        f.Add(126, Pair(side, phrase), verbs, commas);
        f.Add(128, Pair(side, phrase), beside, verbs);
        f.Add(129, Pair(side, commas), beside, c);
    }
}
