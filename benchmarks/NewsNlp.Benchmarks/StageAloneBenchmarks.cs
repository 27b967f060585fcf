using BenchmarkDotNet.Attributes;
using NewsNlp.Benchmarks.Reporting;
using NewsNlp.Coreference;
using NewsNlp.Documents;
using NewsNlp.Entities;
using NewsNlp.Models;
using NewsNlp.Stages;
using NewsNlp.Structure;
using NewsNlp.Tagging;

namespace NewsNlp.Benchmarks;

/// <summary>
/// One stage after the other alone, over documents that have the layers before it: what a stage takes when the tables of others do
/// not push its own out of the caches. What is allocated is its layer.
/// </summary>
[CorpusSize(Articles)]
public class StageAloneBenchmarks
{
    private const int Articles = 100;

    private readonly PipelineWorkspace _workspace = new();
    private Document[] _bare = [];
    private Document[] _split = [];
    private Document[] _tagged = [];
    private Document[] _quoted = [];
    private BlockStage? _blocks;
    private PartOfSpeechStage? _tags;
    private LemmaStage? _lemmas;
    private EntityMentionStage? _mentions;
    private CoreferenceStage? _coreference;

    [GlobalSetup]
    public void Prepare()
    {
        var texts = Corpus.Of(Articles).Texts;
        var model = NlpModel.Default;
        _bare = [.. texts.Select(text => new DocumentBuilder(text).Build())];
        _split = [.. texts.Select(UpTo(Layer.Sentences).Process)];
        _tagged = [.. texts.Select(UpTo(Layer.PartOfSpeech).Process)];
        _quoted = [.. texts.Select(UpTo(Layer.Quotes).Process)];
        _blocks = new BlockStage(new NewsBlockDetector());
        _tags = new PartOfSpeechStage(new LearnedPartOfSpeechTagger(model));
        _lemmas = new LemmaStage(new Lemmatizer(model));
        _mentions = new EntityMentionStage(new EnglishEntityRecognizer(model));
        _coreference = new CoreferenceStage(new DeterministicCoreferenceResolver(model));
    }

    [Benchmark]
    public int Blocks() => Run(_blocks!, _bare);

    [Benchmark]
    public int PartsOfSpeech() => Run(_tags!, _split);

    [Benchmark]
    public int Lemmas() => Run(_lemmas!, _tagged);

    [Benchmark]
    public int EntityMentions() => Run(_mentions!, _split);

    [Benchmark]
    public int Coreference() => Run(_coreference!, _quoted);

    private static Converter UpTo(Layer last)
    {
        var builder = NlpPipelineBuilder.CreateDefault();
        foreach (var layer in StageBenchmarks.Layers.Where(layer => layer > last))
        {
            builder.Without(layer);
        }

        return new Converter(builder.Build());
    }

    private int Run(IStage stage, Document[] documents)
    {
        var length = 0;
        foreach (var document in documents)
        {
            _workspace.Begin(document, default);
            stage.Run(_workspace);
            length += _workspace.Document.Text.Length;
        }

        return length;
    }

    private sealed class Converter(NlpPipeline pipeline)
    {
        public Document Process(string text) => pipeline.Process(text);
    }
}
