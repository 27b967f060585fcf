namespace NewsNlp.Documents;

/// <summary>Someone or something that the article speaks of, however often and in whatever words.</summary>
/// <remarks>Take views from a document's lists; the default value is not usable.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct Entity : IDocumentView<Entity>
{
    internal Entity(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    /// <summary>The document that holds it.</summary>
    public Document Document { get; }

    /// <summary>Its index in <see cref="Document.Entities"/>.</summary>
    public int Index { get; }

    /// <summary>
    /// The fullest name that the article gives it; for an unnamed entity the words of its first mention ("experts").
    /// </summary>
    public string CanonicalName => Record.Name;

    /// <summary>What kind of thing it is; null where the article does not make it plain.</summary>
    public EntityLabel? Label => Record.Label;

    /// <summary>Its role or description in the article's own words ("Russian Foreign Minister"); null where none is given.</summary>
    public string? Role => Record.Role;

    /// <summary>
    /// For whom it speaks, where it is a capital or a seat that stands for a government or a body, and the article names that:
    /// Russia for Moscow in "Moscow said"; null otherwise.
    /// </summary>
    public Entity? SpeaksFor => Record.SpeaksFor is >= 0 and var other ? new Entity(Document, other) : null;

    /// <summary>The other names that the article gives it, each once, by their first place: "Lavrov" for Sergei Lavrov. Allocates.</summary>
    public IReadOnlyList<string> Aliases
    {
        get
        {
            List<string>? aliases = null;
            foreach (var mention in Mentions)
            {
                if (mention.Kind == MentionKind.Name && mention.Text is var name && name != CanonicalName && aliases?.Contains(name) != true)
                {
                    (aliases ??= []).Add(name);
                }
            }

            return aliases?.AsReadOnly() ?? (IReadOnlyList<string>)[];
        }
    }

    /// <summary>Every expression that refers to it, by start.</summary>
    public AnnotationList<Mention> Mentions =>
        new(Document, Record.FirstMention, Record.MentionCount, Document.CoreferenceLayer.MentionsByEntity);

    private ref readonly Layers.EntityRecord Record => ref Document.CoreferenceLayer.Entities[Index];

    /// <summary>The canonical name.</summary>
    public override string ToString() => CanonicalName;

    static Entity IDocumentView<Entity>.At(Document document, int index) => new(document, index);
}
