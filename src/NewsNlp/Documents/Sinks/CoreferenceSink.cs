using NewsNlp.Documents.Layers;

namespace NewsNlp.Documents.Sinks;

/// <summary>
/// Takes the entities of a document, the expressions that refer to them, and the speakers of its quotes, in any order; the
/// document lists entities by their first mentions, and mentions by start.
/// </summary>
/// <threadsafety>For one thread, and only while the stage that was handed it is being called.</threadsafety>
public sealed class CoreferenceSink
{
    private readonly List<EntityDraft> _entities = [];
    private readonly List<MentionRecord> _mentions = [];
    private readonly List<(int Quote, int Entity)> _speakers = [];
    private readonly HashSet<(int Quote, int Entity)> _speakersTaken = [];
    private readonly HashSet<int> _entityMentionsTaken = [];
    private SinkState _state;

    internal CoreferenceSink()
    {
    }

    /// <summary>The caller's cancellation; a stage that works long without adding anything looks at it.</summary>
    public CancellationToken CancellationToken => _state.CancellationToken;

    /// <summary>Adds an entity; it needs at least one mention before the stage ends.</summary>
    /// <param name="name">Its canonical name; not empty.</param>
    /// <param name="label">What kind of thing it is; null where the article does not make it plain.</param>
    /// <param name="role">Its role or description in the article's words; null where none is given.</param>
    /// <returns>A handle for the other methods of this sink; not the entity's index in the document.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public int AddEntity(string name, EntityLabel? label = null, string? role = null)
    {
        _state.OnAdd();
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _entities.Add(new EntityDraft(name, label, role));
        return _entities.Count - 1;
    }

    /// <summary>Adds a nominal, a pronoun, or a name that the entity recognizer did not find.</summary>
    /// <param name="entity">What <see cref="AddEntity"/> returned.</param>
    /// <param name="span">Where it stands, in UTF-16 code units; begins and ends with a token.</param>
    /// <param name="kind">How it refers.</param>
    /// <exception cref="ArgumentException">No such entity, or the span is not on tokens.</exception>
    public void AddMention(int entity, TextSpan span, MentionKind kind)
    {
        _state.OnAdd();
        CheckEntity(entity);
        SpanChecks.InText(span, _state.Document.Text, "mention");
        SpanChecks.OnTokens(span, _state.Document.TokenLayer, "mention");
        _mentions.Add(new MentionRecord(span, kind, entity, -1));
    }

    /// <summary>Adds an entity mention of the document as a mention of the entity.</summary>
    /// <param name="entity">What <see cref="AddEntity"/> returned.</param>
    /// <param name="mention">The entity mention; each may be added once.</param>
    /// <exception cref="ArgumentException">No such entity, or the mention was added before.</exception>
    public void AddMention(int entity, EntityMention mention)
    {
        _state.OnAdd();
        CheckEntity(entity);
        if ((uint)mention.Index >= (uint)_state.Document.EntityMentionLayer.Labels.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(mention), mention.Index, "The document has no such entity mention.");
        }

        if (!_entityMentionsTaken.Add(mention.Index))
        {
            throw new ArgumentException($"The entity mention {mention.Span} belongs to an entity already.", nameof(mention));
        }

        _mentions.Add(new MentionRecord(mention.Span, MentionKind.Name, entity, mention.Index));
    }

    /// <summary>Says for whom an entity speaks: Moscow for Russia.</summary>
    /// <param name="entity">The capital or seat; what <see cref="AddEntity"/> returned.</param>
    /// <param name="other">The government, country or body; what <see cref="AddEntity"/> returned.</param>
    /// <exception cref="ArgumentException">No such entity, or the two are one.</exception>
    public void SetSpeaksFor(int entity, int other)
    {
        _state.OnAdd();
        CheckEntity(entity);
        CheckEntity(other);
        if (entity == other)
        {
            throw new ArgumentException($"Entity {entity} cannot speak for itself.", nameof(other));
        }

        _entities[entity] = _entities[entity] with { SpeaksFor = other };
    }

    /// <summary>Says who speaks a quote; call it again for a further speaker, and not at all where nobody can tell.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="entity">What <see cref="AddEntity"/> returned.</param>
    /// <exception cref="ArgumentException">No such quote or entity.</exception>
    public void AddSpeaker(Quote quote, int entity)
    {
        _state.OnAdd();
        CheckEntity(entity);
        if ((uint)quote.Index >= (uint)_state.Document.QuoteLayer.Quotes.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(quote), quote.Index, "The document has no such quote.");
        }

        if (_speakersTaken.Add((quote.Index, entity)))
        {
            _speakers.Add((quote.Index, entity));
        }
    }

    internal void Open(Document document, CancellationToken cancellationToken)
    {
        _entities.Clear();
        _mentions.Clear();
        _speakers.Clear();
        _speakersTaken.Clear();
        _entityMentionsTaken.Clear();
        _state.Open(document, cancellationToken);
    }

    internal CoreferenceLayer Complete()
    {
        var document = _state.Document;
        var cancellationToken = _state.CancellationToken;
        _state.Close();
        return CoreferenceLayerFactory.Create(document, _entities, _mentions, _speakers, cancellationToken);
    }

    private void CheckEntity(int entity)
    {
        if ((uint)entity >= (uint)_entities.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(entity), entity, $"{_entities.Count} entities were added.");
        }
    }
}

/// <summary>An entity as it was added.</summary>
internal readonly record struct EntityDraft(string Name, EntityLabel? Label, string? Role, int SpeaksFor = -1);
