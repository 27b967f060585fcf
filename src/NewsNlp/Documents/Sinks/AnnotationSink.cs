namespace NewsNlp.Documents.Sinks;

/// <summary>Takes a custom stage's own annotations.</summary>
/// <threadsafety>For one thread, and only while the stage that was handed it is being called.</threadsafety>
public sealed class AnnotationSink
{
    private readonly Dictionary<AnnotationKey, object> _values = [];
    private IReadOnlyCollection<AnnotationKey> _writable = [];
    private SinkState _state;

    internal AnnotationSink()
    {
    }

    /// <summary>The caller's cancellation; a stage that works long looks at it.</summary>
    public CancellationToken CancellationToken => _state.CancellationToken;

    /// <summary>Sets an annotation.</summary>
    /// <param name="key">One of the keys that the stage declared.</param>
    /// <param name="value">The annotation; not null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">The stage did not declare the key, or set it already.</exception>
    public void Set<T>(AnnotationKey<T> key, T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        _state.OnAdd();
        if (!_writable.Contains(key))
        {
            throw new ArgumentException($"The stage does not declare that it writes '{key}'.", nameof(key));
        }

        if (!_values.TryAdd(key, value))
        {
            throw new ArgumentException($"The annotation '{key}' is set already; a layer is written once.", nameof(key));
        }
    }

    internal void Open(Document document, IReadOnlyCollection<AnnotationKey> writable, CancellationToken cancellationToken)
    {
        _values.Clear();
        _writable = writable;
        _state.Open(document, cancellationToken);
    }

    internal IReadOnlyDictionary<AnnotationKey, object> Complete(IReadOnlyDictionary<AnnotationKey, object> before)
    {
        foreach (var key in _writable)
        {
            if (!_values.ContainsKey(key))
            {
                throw new InvalidOperationException($"The stage declares the annotation '{key}' and did not set it.");
            }
        }

        _state.Close();
        _writable = [];
        var all = new Dictionary<AnnotationKey, object>(before);
        foreach (var (key, value) in _values)
        {
            all.Add(key, value);
        }

        _values.Clear();
        return all;
    }
}
