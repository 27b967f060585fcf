using NewsNlp.Features;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Contents;

/// <summary>
/// The features by which the content model judges a unit of a cue's window. Training and inference share this class.
/// Scratch memory, one window at a time.
/// </summary>
internal sealed partial class UnitFeatures
{
    /// <summary>The most features that a unit has.</summary>
    public const int MaxCount = 128;

    private ArticleReader _article = null!;
    private QuotationFinder _quotations = null!;
    private UnitWindow _window = null!;
    private int _n;
    private int _cueUnit;
    private Cue _cue;
    private int _cueSentence;
    private ulong _cueLemma;
    private ulong _cueGroup;
    private ulong _cueClass;
    private ulong _cueCluster;
    private ulong _cueShape;
    private ulong _cueOpensSentence;
    private int _before;
    private int _behind;
    private ulong _near;
    private ulong _insideQuotation;
    private int _ownQuotation;
    private int _sentenceUnit;

    private ulong[] _forms = [];
    private ulong[] _classes = [];
    private byte[] _groups = [];
    private byte[] _places = [];
    private byte[] _roles = [];
    private byte[] _otherCues = [];
    private byte[] _cuesBetween = [];
    private byte[] _phrases = [];
    private byte[] _verbsBetween = [];
    private byte[] _commasBetween = [];

    /// <summary>Turns to a window.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotations">Its quotations.</param>
    /// <param name="window">The window, built.</param>
    /// <param name="cue">The window's cue.</param>
    /// <param name="others">The article's likely cues, in order; those inside the window are features.</param>
    public void Begin(
        ArticleReader article, QuotationFinder quotations, UnitWindow window, Cue cue, ReadOnlySpan<Cue> others)
    {
        (_article, _quotations, _window, _cue) = (article, quotations, window, cue);
        (_n, _cueUnit) = (window.Count, window.CueUnit);
        if (_forms.Length < _n)
        {
            var size = 2 * _n;
            _forms = new ulong[size];
            _classes = new ulong[size];
            _groups = new byte[size];
            _places = new byte[size];
            _roles = new byte[size];
            _otherCues = new byte[size];
            _cuesBetween = new byte[size];
            _phrases = new byte[size];
            _verbsBetween = new byte[size];
            _commasBetween = new byte[size];
        }

        ReadCue();
        ReadUnits();
        ReadRoles();
        ReadOtherCues(others);
        ReadPhrases();
        _near = Near();
    }

    private void ReadCue()
    {
        var head = CueHead.Of(_article, _cue);
        _cueSentence = _article.Sentences[head];
        _cueLemma = _article.Lemmas[head];
        _cueClass = (ulong)_article.Classes[head];
        _cueCluster = _article.Clusters[head].A1;
        _cueGroup = (_article.Groups[head] * 64ul) + _cueClass;
        _cueShape = (ulong)Math.Min(_cue.End - _cue.First, 4);
        _cueOpensSentence = _cue.First == _article.SentenceStarts[_cueSentence] ? 1ul : 0ul;
        _ownQuotation = _quotations.Of[head];
        _insideQuotation = _ownQuotation >= 0 ? 1ul : 0ul;
    }

    private void ReadUnits()
    {
        _sentenceUnit = 0;
        for (var m = 0; m < _n; m++)
        {
            int first = _window.First[m], last = _window.End[m] - 1;
            if (first <= _article.SentenceStarts[_cueSentence])
            {
                _sentenceUnit = m;
            }

            _places[m] = (byte)(Math.Clamp(_article.Sentences[first] - _cueSentence, -2, 2) + 2);
            if (_window.IsQuotation[m])
            {
                // A quotation that reaches into the cue's sentence counts as of that sentence.
                if (_article.Sentences[last] == _cueSentence)
                {
                    _places[m] = 2;
                }

                var shape = ShapeOf(first, last);
                _forms[m] = FeatureHash.Combine(9001, shape);
                _classes[m] = 64 + shape;
                _groups[m] = 0;
                continue;
            }

            _forms[m] = _article.Forms[first];
            _classes[m] = (ulong)_article.Classes[first];
            _groups[m] = _article.Groups[first];
        }
    }

    // What stands before the closing mark, and how long the quotation is.
    private ulong ShapeOf(int first, int last)
    {
        var length = last - first + 1;
        var ending = _article.Marks[last] == MarkKind.None ? 6ul : _article.Classes[Math.Max(first, last - 1)] switch
        {
            TokenClass.Comma => 1ul,
            TokenClass.FullStop => 2ul,
            TokenClass.QuestionMark => _article.Form(last - 1)[0] == '?' ? 3ul : 4ul,
            TokenClass.Dash => 5ul,
            _ => 0ul,
        };
        return (ending * 4) + (length <= 4 ? 0ul : length <= 7 ? 1ul : length <= 14 ? 2ul : 3ul);
    }

    // What a unit is to quotations: 0 outside; 1 a word of the cue's own quotation, 5 of another that is not one unit;
    // 2 the nearest quotation before the cue, 3 behind, 4 another.
    private void ReadRoles()
    {
        _before = _behind = -1;
        for (var m = _cueUnit - 1; m >= 0 && _before < 0; m--)
        {
            _before = _window.IsQuotation[m] ? m : -1;
        }

        for (var m = _cueUnit + 1; m < _n && _behind < 0; m++)
        {
            _behind = _window.IsQuotation[m] ? m : -1;
        }

        for (var m = 0; m < _n; m++)
        {
            var q = _quotations.Of[_window.First[m]];
            var role = 0;
            if (_window.IsQuotation[m])
            {
                role = m == _before ? 2 : m == _behind ? 3 : 4;
            }
            else if (q >= 0)
            {
                role = (q == _ownQuotation ? 1 : 5)
                    + (_quotations.Quotations[q].First == _window.First[m] ? 16 : 0)
                    + (_quotations.Quotations[q].End == _window.End[m] ? 32 : 0);
            }

            _roles[m] = (byte)role;
        }
    }

    // Where other cues begin (1) and go on (2), and how many lie between a unit and the cue.
    private void ReadOtherCues(ReadOnlySpan<Cue> others)
    {
        Array.Clear(_otherCues, 0, _n);
        foreach (var other in others)
        {
            if (other.Overlaps(_cue))
            {
                continue;
            }

            for (var i = other.First; i < other.End; i++)
            {
                var unit = _window.UnitOf(i);
                if (unit >= 0 && !_window.IsQuotation[unit])
                {
                    _otherCues[unit] = (byte)(i == other.First ? 1 : 2);
                }
            }
        }

        var between = 0;
        for (var m = _cueUnit; m < _n; m++)
        {
            between += _otherCues[m] == 1 ? 1 : 0;
            _cuesBetween[m] = (byte)Math.Min(between, 3);
        }

        between = 0;
        for (var m = _cueUnit - 1; m >= 0; m--)
        {
            between += _otherCues[m] == 1 ? 1 : 0;
            _cuesBetween[m] = (byte)Math.Min(between, 3);
        }
    }
}
