namespace NewsNlp.Documents;

/// <summary>Picks the quotes whose speakers include an entity.</summary>
public readonly struct SpokenBy : IViewChoice<Quote>
{
    private readonly int _entity;

    internal SpokenBy(int entity) => _entity = entity;

    /// <inheritdoc/>
    public bool Takes(Quote view)
    {
        foreach (var speaker in view.Speakers)
        {
            if (speaker.Index == _entity) return true;
        }

        return false;
    }
}

/// <summary>Picks the quotes whose content refers to an entity.</summary>
public readonly struct SpokenOf : IViewChoice<Quote>
{
    private readonly int _entity;

    internal SpokenOf(int entity) => _entity = entity;

    /// <inheritdoc/>
    public bool Takes(Quote view)
    {
        var mentions = new Entity(view.Document, _entity).Mentions;
        foreach (var content in view.Contents)
        {
            foreach (var mention in mentions)
            {
                if (mention.Span.Start >= content.End) break;
                if (content.Contains(mention.Span)) return true;
            }
        }

        return false;
    }
}

/// <summary>Picks the sentences that refer to an entity.</summary>
public readonly struct Mentioning : IViewChoice<Sentence>
{
    private readonly int _entity;

    internal Mentioning(int entity) => _entity = entity;

    /// <inheritdoc/>
    public bool Takes(Sentence view)
    {
        var span = view.Span;
        foreach (var mention in new Entity(view.Document, _entity).Mentions)
        {
            if (mention.Span.Start >= span.End) return false;
            if (mention.Span.Overlaps(span)) return true;
        }

        return false;
    }
}
