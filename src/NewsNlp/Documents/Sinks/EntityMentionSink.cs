using NewsNlp.Documents.Layers;
using NewsNlp.Documents.Values;
using NewsNlp.Threading;

namespace NewsNlp.Documents.Sinks;

/// <summary>Takes the entity mentions of a document, in order, not overlapping.</summary>
/// <threadsafety>For one thread, and only while the stage that was handed it is being called.</threadsafety>
public sealed class EntityMentionSink
{
    private readonly InterruptibleList<int> _firstTokens = new();
    private readonly InterruptibleList<int> _tokenCounts = new();
    private readonly InterruptibleList<EntityLabel> _labels = new();
    private readonly InterruptibleList<float> _scores = new();
    private MentionValue?[]? _values;
    private MentionValueReader? _reader;
    private SinkState _state;
    private int _end;

    internal EntityMentionSink()
    {
    }

    /// <summary>The caller's cancellation; a stage that works long without adding anything looks at it.</summary>
    public CancellationToken CancellationToken => _state.CancellationToken;

    /// <summary>Adds an entity mention.</summary>
    /// <param name="firstToken">The index of its first token.</param>
    /// <param name="tokenCount">How many tokens it has; at least one.</param>
    /// <param name="label">What kind of thing it names; not the default label.</param>
    /// <param name="score">How sure the recognizer is, from 0 to 1.</param>
    /// <exception cref="ArgumentException">
    /// The tokens are not the document's or overlap the previous mention, the label is empty, or the score is not in [0, 1].
    /// </exception>
    public void Add(int firstToken, int tokenCount, EntityLabel label, float score = 1) =>
        Add(firstToken, tokenCount, label, score, null);

    /// <summary>Adds an entity mention with its value.</summary>
    /// <param name="firstToken">The index of its first token.</param>
    /// <param name="tokenCount">How many tokens it has; at least one.</param>
    /// <param name="label">What kind of thing it names; not the default label.</param>
    /// <param name="score">How sure the recognizer is, from 0 to 1.</param>
    /// <param name="value">What it means as a value; null leaves it to be read from the text where a pipeline makes the document.</param>
    /// <exception cref="ArgumentException">
    /// The tokens are not the document's or overlap the previous mention, the label is empty, or the score is not in [0, 1].
    /// </exception>
    public void Add(int firstToken, int tokenCount, EntityLabel label, float score, MentionValue? value)
    {
        _state.OnAdd();
        SpanChecks.Tokens(firstToken, tokenCount, _end, _state.Document.TokenLayer.Count, "entity mention");
        SpanChecks.Probability(score, nameof(score));
        if (label.Name.Length == 0)
        {
            throw new ArgumentException("The label has no name.", nameof(label));
        }

        if (value is not null)
        {
            if (_values is null || _values.Length <= _firstTokens.Count) Array.Resize(ref _values, Math.Max(8, 2 * _firstTokens.Count + 1));
            _values[_firstTokens.Count] = value;
        }

        _firstTokens.Add(firstToken);
        _tokenCounts.Add(tokenCount);
        _labels.Add(label);
        _scores.Add(score);
        _end = firstToken + tokenCount;
    }

    internal void Open(Document document, CancellationToken cancellationToken, MentionValueReader? reader = null)
    {
        _values = null;
        _reader = reader;
        _firstTokens.Clear();
        _tokenCounts.Clear();
        _labels.Clear();
        _scores.Clear();
        _end = 0;
        SetToken(cancellationToken);
        _state.Open(document, cancellationToken);
    }

    internal EntityMentionLayer Complete()
    {
        _state.Close();
        Array.Resize(ref _values, _values is null ? 0 : _firstTokens.Count);
        var given = _values.Length == 0 ? null : _values;
        var layer = new EntityMentionLayer(_firstTokens.ToArray(), _tokenCounts.ToArray(), _labels.ToArray(), _scores.ToArray())
        {
            Values = given is null && _reader is null ? null : new MentionValues(given, _reader),
        };
        SetToken(default);
        return layer;
    }

    private void SetToken(CancellationToken cancellationToken)
    {
        _firstTokens.CancellationToken = _tokenCounts.CancellationToken = cancellationToken;
        _labels.CancellationToken = _scores.CancellationToken = cancellationToken;
    }
}
