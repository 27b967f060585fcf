using NewsNlp.Coreference;
using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Entities.Gazetteers;
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
    private readonly List<(Gazetteer Gazetteer, GazetteerPolicy Policy)> _gazetteers = [];
    private IEntityRecognizer? _recognizer;
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
    public NlpPipelineBuilder UseEntityRecognizer(IEntityRecognizer recognizer)
    {
        _recognizer = NotNull(recognizer);
        return this;
    }

    /// <summary>
    /// Adds the user's own list of names on top of the entity recognizer, or in place of one where there is none. What becomes
    /// of overlaps <see cref="GazetteerPolicy"/> says.
    /// </summary>
    /// <param name="gazetteer">The phrases and their labels.</param>
    /// <param name="policy">What happens where the recognizer says otherwise; its mentions give way by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="gazetteer"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is none of the policies.</exception>
    public NlpPipelineBuilder AddGazetteer(Gazetteer gazetteer, GazetteerPolicy policy = GazetteerPolicy.Prefer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        if (!Enum.IsDefined(policy))
        {
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "Use Override, Prefer or Fill.");
        }

        _gazetteers.Add((gazetteer, policy));
        return this;
    }

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

    /// <summary>
    /// Leaves out the stage that writes <paramref name="layer"/>; does nothing where there is none. For entity mentions that is
    /// the recognizer and every gazetteer added so far.
    /// </summary>
    public NlpPipelineBuilder Without(Layer layer)
    {
        _stages.Remove(layer);
        if (layer == Layer.EntityMentions)
        {
            _recognizer = null;
            _gazetteers.Clear();
        }

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
        if (_gazetteers.Count > 0)
        {
            Use(new EntityMentionStage(new GazetteerEntityRecognizer(_recognizer, _gazetteers)));
        }
        else if (_recognizer is not null)
        {
            Use(new EntityMentionStage(_recognizer));
        }

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
