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

    // The class of the word that stands on the unit's side of the cue.
    private ulong ClassBesideCue(int m) => Class(m < _cueUnit ? _cueUnit - 1 : _cueUnit + 1);

    private void AddWord(int m, ref FeatureList f)
    {
        ulong side = Side(m);
        var w = Cluster(m);
        f.Add(3, side, Form(m));
        f.Add(28, side, Group(m), Class(m));
        f.Add(40, side, w.A1);
        f.Add(43, side, w.B1);
    }

    private void AddWordBefore(int m, ref FeatureList f)
    {
        ulong side = Side(m);
        f.Add(5, side, Form(m - 1));
        f.Add(30, side, Group(m - 1), Class(m - 1));
        f.Add(41, side, Cluster(m - 1).A1);
    }

    private void AddWordBehind(int m, ref FeatureList f)
    {
        ulong side = Side(m);
        f.Add(6, side, Form(m + 1));
        f.Add(29, side, Group(m + 1), Class(m + 1));
        f.Add(42, side, Cluster(m + 1).A1);
    }

    private void AddClasses(int m, ref FeatureList f)
    {
        ulong side = Side(m), c = Class(m), c1 = Class(m + 1);
        f.Add(4, side, c);
        f.Add(8, side, c1);
        f.Add(9, side, c, c1);
        f.Add(53, Pair(side, PlaceOf(m).UntilEnd), c, c1);
    }

    private void AddRoles(int m, ref FeatureList f)
    {
        ulong side = Side(m), c0 = Class(m - 1), c = Class(m), role = Role(m);
        f.Add(7, side, c0);
        f.Add(10, side, c0, c);
        f.Add(73, Pair(Role(m - 1), role), Role(m + 1), c);
        f.Add(76, role, c, side);
    }

    private void AddEntity(int m, ref FeatureList f)
    {
        ulong side = Side(m), entity = EntityEdges(m);
        f.Add(37, side, entity);
        f.Add(38, side, entity, Class(m + 1));
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

    private WordClass Cluster(int m) =>
        m < 0 || m >= _n || _window.IsQuotation[m] ? default : _article.Clusters[_window.First[m]];

    // Where the unit stands in its sentence, its paragraph and the article.
    private (ulong Edge, ulong UntilEnd, ulong FromStart, ulong Paragraph, ulong OpensArticle) PlaceOf(int m)
    {
        int first = _window.First[m], last = _window.End[m] - 1;
        int start = _article.SentenceStarts[_article.Sentences[first]], end = _article.SentenceEnds[_article.Sentences[last]];
        var edge = (first <= start ? 4ul : 0) + (last >= end - 1 ? 2ul : 0) + (last == end - 2 ? 1ul : 0);
        var paragraph = (m == 0 || _article.Paragraphs[first - 1] != _article.Paragraphs[first] ? 2ul : 0)
            + (m == _n - 1 || _article.Paragraphs[last] != _article.Paragraphs[_window.First[m + 1]] ? 1ul : 0);
        return (edge, (ulong)Math.Clamp(end - 1 - last, 0, 4), (ulong)Math.Clamp(first - start, 0, 3), paragraph,
            _article.Sentences[first] == 0 ? 1ul : 0ul);
    }

    private ulong FromSentenceStart(int m) => (ulong)(Math.Clamp(m - _sentenceUnit, -5, 4) + 5);

    private void AddPlace(int m, ref FeatureList f)
    {
        ulong side = Side(m), c = Class(m);
        var place = PlaceOf(m);
        f.Add(50, side, place.Edge, c);
        f.Add(51, place.Edge, _cueOpensSentence, side);
        f.Add(54, side, place.FromStart, c);
        f.Add(55, place.Paragraph, side, c);
        f.Add(56, (FromSentenceStart(m) * 2) + (m < _cueUnit ? 0ul : 1ul), c, _cueOpensSentence);
        f.Add(57, place.OpensArticle, side, c);
    }

    private void AddOtherCues(int m, ref FeatureList f)
    {
        ulong side = Side(m), between = _cuesBetween[m];
        f.Add(110, side, OtherCue(m), between);
        f.Add(112, side, between, Class(m));
    }

    private void AddOtherCueBehind(int m, ref FeatureList f) =>
        f.Add(115, Pair(Side(m), OtherCue(m)), Class(m - 1), OtherCue(m + 1));

    private void AddDistance(int m, ref FeatureList f)
    {
        ulong distance = Bucket.Distance(m - _cueUnit), c = Class(m);
        f.Add(16, distance, c);
        if (_near == 0)
        {
            f.Add(82, _near, c, distance);
        }
    }

    private void AddPhrase(int m, ref FeatureList f)
    {
        ulong side = Side(m), phrase = _phrases[m], verbs = _verbsBetween[m];
        f.Add(121, side, phrase, verbs);
        f.Add(123, Pair(side, phrase), _cueClass, verbs);
        f.Add(126, Pair(side, phrase), verbs, _commasBetween[m]);
    }

    private void AddPhraseBeside(int m, ref FeatureList f)
    {
        ulong side = Side(m), phrase = _phrases[m], verbs = _verbsBetween[m], beside = ClassBesideCue(m);
        f.Add(122, side, phrase, beside);
        f.Add(128, Pair(side, phrase), beside, verbs);
    }

    // How far the nearest quotations are from the cue on its two sides.
    private ulong Near() => ((ulong)(_before >= 0 ? 1 + Math.Min(_cueUnit - _before, 6) : 0) * 10)
        + (ulong)(_behind >= 0 ? 1 + Math.Min(_behind - _cueUnit, 6) : 0);

    /// <summary>Adds the features of how far the cue is, and what cue.</summary>
    public void ExtractCueDistance(int unit, ref FeatureList features)
    {
        var distance = Bucket.Distance(unit - _cueUnit);
        features.Add(2, distance);
        features.Add(15, distance, _cueGroup);
        features.Add(22, distance, Class(_cueUnit + 1), Class(_cueUnit - 1));
        features.Add(48, distance, _cueCluster);
    }

    /// <summary>Adds the features of which side the cue is on, and what cue and quotations.</summary>
    public void ExtractCueSide(int unit, ref FeatureList features)
    {
        ulong side = Side(unit), role = Role(unit);
        features.Add(13, side, _cueLemma);
        features.Add(14, side, _cueGroup);
        features.Add(75, role, _cueGroup, side);
        features.Add(77, Pair(side, role), Class(_cueUnit + 1));
        if (_before >= 0)
        {
            features.Add(83, Pair(Class(_before), (ulong)Math.Min(_cueUnit - _before, 6)), role, side);
        }

        if (_behind >= 0)
        {
            features.Add(84, Pair(Class(_behind), (ulong)Math.Min(_behind - _cueUnit, 6)), role, side);
        }
    }

    /// <summary>Adds the features that depend on so much that hardly any of it comes back.</summary>
    public void ExtractOthers(int unit, ref FeatureList features)
    {
        ulong side = Side(unit), c0 = Class(unit - 1), c = Class(unit), c1 = Class(unit + 1);
        ulong verbs = _verbsBetween[unit], commas = _commasBetween[unit], cluster = Cluster(unit).A1;
        features.Add(23, side, Class(_cueUnit + 1), c);
        features.Add(24, side, c1, Class(unit + 2));
        features.Add(25, side, Class(unit - 2), c0);
        features.Add(36, side, c, (_cueShape * 64) + _cueClass);
        features.Add(45, side, cluster, Cluster(unit + 1).A1);
        features.Add(46, side, cluster, Cluster(unit - 1).A1);
        features.Add(78, Pair(side, Role(unit)), c1, c0);
        if (_near != 0)
        {
            features.Add(82, _near, c, Bucket.Distance(unit - _cueUnit));
        }

        features.Add(120, side, _phrases[unit], c);
        features.Add(124, Pair(side, verbs), commas, c);
        features.Add(125, Pair(side, commas), c, c1);
        features.Add(129, Pair(side, commas), ClassBesideCue(unit), c);
        if (_window.IsQuotation[unit])
        {
            AddOwnQuotation(unit, ref features);
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
}
