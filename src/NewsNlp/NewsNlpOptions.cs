using NewsNlp.Documents;
using NewsNlp.Tokenization;

namespace NewsNlp;

/// <summary>The settings of a pipeline; bind them from configuration, or set them in code.</summary>
/// <remarks>They are validated when the host starts, or at the latest when the pipeline is built.</remarks>
/// <threadsafety>Not safe to change while a pipeline is being built from them; a built pipeline no longer looks at them.</threadsafety>
public sealed class NewsNlpOptions
{
    /// <summary>The default of <see cref="MaxTextLength"/>: 100 million.</summary>
    public const int DefaultMaxTextLength = 100_000_000;

    /// <summary>The longest text that the pipeline takes, in UTF-16 code units; at least 1.</summary>
    public int MaxTextLength { get; set; } = DefaultMaxTextLength;

    /// <summary>The path of a model file to use instead of the built-in one; null, the default, for the built-in one.</summary>
    public string? ModelPath { get; set; }

    /// <summary>
    /// Layers that are not to be computed; none by default. A layer that stands on a missing one must be left out as well.
    /// </summary>
    public ISet<Layer> Without { get; } = new HashSet<Layer>();

    /// <summary>How the built-in tokenizer cuts; Universal Dependencies' way by default.</summary>
    public TokenizerOptions Tokenizer { get; set; } = new();
}
