using NewsNlp.Coreference;
using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Quotations;
using NewsNlp.Sentences;
using NewsNlp.Stages;
using NewsNlp.Structure;
using NewsNlp.Tagging;
using NewsNlp.Tokenization;

namespace NewsNlp;

/// <summary>Puts a pipeline together: <see cref="CreateDefault"/> starts from the built-in stages, the constructor from none.</summary>
/// <remarks>
/// The order of the stages is fixed (blocks, tokens, sentences, parts of speech, lemmas, entity mentions, quotes, coreference,
/// annotators), whatever the order of the calls.
/// </remarks>
/// <threadsafety>For one thread at a time. What it builds is safe for any number.</threadsafety>
public sealed partial class NlpPipelineBuilder
{
    private readonly SortedDictionary<Layer, IStage> _stages = [];
    private readonly List<AnnotatorStage> _annotators = [];
    private int _maxTextLength = NewsNlpOptions.DefaultMaxTextLength;

    /// <summary>Detects blocks with <paramref name="detector"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="detector"/> is null.</exception>
    public NlpPipelineBuilder UseBlockDetector(IBlockDetector detector) => Use(new BlockStage(NotNull(detector)));

    /// <summary>Finds tokens with <paramref name="tokenizer"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="tokenizer"/> is null.</exception>
    public NlpPipelineBuilder UseTokenizer(ITokenizer tokenizer) => Use(new TokenStage(NotNull(tokenizer)));

    /// <summary>Finds sentences with <paramref name="splitter"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="splitter"/> is null.</exception>
    public NlpPipelineBuilder UseSentenceSplitter(ISentenceSplitter splitter) => Use(new SentenceStage(NotNull(splitter)));

    /// <summary>Tags parts of speech with <paramref name="tagger"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="tagger"/> is null.</exception>
    public NlpPipelineBuilder UsePartOfSpeechTagger(IPartOfSpeechTagger tagger) => Use(new PartOfSpeechStage(NotNull(tagger)));

    /// <summary>Finds entity mentions with <paramref name="recognizer"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="recognizer"/> is null.</exception>
    public NlpPipelineBuilder UseEntityRecognizer(IEntityRecognizer recognizer) => Use(new EntityMentionStage(NotNull(recognizer)));

    /// <summary>Attributes quotes with <paramref name="attributor"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="attributor"/> is null.</exception>
    public NlpPipelineBuilder UseQuoteAttributor(IQuoteAttributor attributor) => Use(new QuoteStage(NotNull(attributor)));

    /// <summary>Resolves coreference and speakers with <paramref name="resolver"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="resolver"/> is null.</exception>
    public NlpPipelineBuilder UseCoreferenceResolver(ICoreferenceResolver resolver) => Use(new CoreferenceStage(NotNull(resolver)));

    /// <summary>Adds a custom stage behind the built-in ones and behind the annotators added before.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="annotator"/> is null.</exception>
    public NlpPipelineBuilder AddAnnotator(IAnnotator annotator)
    {
        _annotators.Add(new AnnotatorStage(NotNull(annotator)));
        return this;
    }

    /// <summary>Leaves out the stage that writes <paramref name="layer"/>; does nothing where there is none.</summary>
    public NlpPipelineBuilder Without(Layer layer)
    {
        _stages.Remove(layer);
        return this;
    }

    /// <summary>Sets the longest text that the pipeline takes; see <see cref="NewsNlpOptions.MaxTextLength"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="utf16Length"/> is less than 1.</exception>
    public NlpPipelineBuilder LimitTextLength(int utf16Length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(utf16Length, 1);
        _maxTextLength = utf16Length;
        return this;
    }

    /// <summary>Builds the pipeline. The builder may be used again; what it built does not change.</summary>
    /// <exception cref="InvalidOperationException">A stage needs a layer that no other writes; the message names all such gaps.</exception>
    public NlpPipeline Build()
    {
        var gaps = PipelineChecks.Gaps(_stages.Values, _annotators);
        if (gaps.Count > 0)
        {
            throw new InvalidOperationException("The pipeline cannot be built. " + string.Join(" ", gaps));
        }

        return new NlpPipeline([.. _stages.Values, .. _annotators], _maxTextLength);
    }

    private static T NotNull<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }

    private NlpPipelineBuilder Use(IStage stage)
    {
        _stages[stage.Writes!.Value] = stage;
        return this;
    }
}
