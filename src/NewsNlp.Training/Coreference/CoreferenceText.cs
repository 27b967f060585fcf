using NewsNlp.Coreference;
using NewsNlp.Coreference.Antecedents;
using NewsNlp.Documents;
using NewsNlp.Stages;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Coreference;

/// <summary>A text as the product reads it, up to coreference, and what its expressions mean to annotators.</summary>
internal sealed record CoreferenceText(Document Document, GoldEntities Gold)
{
    /// <summary>The texts of a treebank that have coreference.</summary>
    public static List<CoreferenceText> Read(
        NlpPipeline pipeline, IEnumerable<GoldDocument> documents, IReadOnlyDictionary<string, IReadOnlyList<GoldMention>> mentions) =>
    [
        .. documents.Where(document => mentions.ContainsKey(document.Id))
            .Select(document => new CoreferenceText(pipeline.Process(document.Text), new GoldEntities(document, mentions[document.Id]))),
    ];

    /// <summary>Resolves the text with a judge, and tells what was put before it.</summary>
    public List<PronounExample> Resolve(IAntecedentJudge judge)
    {
        var recorder = new AntecedentRecorder(Gold, judge);
        var workspace = new PipelineWorkspace();
        workspace.Begin(Document, default);
        workspace.Builder.AddCoreference(sink => new DeterministicCoreferenceResolver(recorder).Resolve(workspace.Document, sink));
        return recorder.Examples;
    }
}
