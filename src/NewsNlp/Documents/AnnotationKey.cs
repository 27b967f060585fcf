namespace NewsNlp.Documents;

/// <summary>
/// The key of a user's own annotation. Keys compare by reference: keep one in a static field and hand it to whoever may
/// read the annotation.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public abstract class AnnotationKey
{
    private protected AnnotationKey(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name that messages show; it need not be unique.</summary>
    public string Name { get; }

    /// <summary>The key's name.</summary>
    public override string ToString() => Name;
}

/// <summary>The key of a user's own annotation of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">What the annotation holds; choose an immutable type, since documents are shared by threads.</typeparam>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class AnnotationKey<T> : AnnotationKey
    where T : notnull
{
    /// <summary>Creates a key, different from every other.</summary>
    /// <param name="name">The name that messages show; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public AnnotationKey(string name)
        : base(name)
    {
    }
}
