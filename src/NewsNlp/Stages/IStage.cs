using NewsNlp.Documents;

namespace NewsNlp.Stages;

/// <summary>One step of a pipeline: it writes exactly one layer, or a custom stage's annotations.</summary>
internal interface IStage
{
    /// <summary>The type of what does the work, for messages.</summary>
    string Name { get; }

    /// <summary>The layers that must be there before it runs.</summary>
    IReadOnlyCollection<Layer> Requires { get; }

    /// <summary>The layer that it writes; null for a custom stage.</summary>
    Layer? Writes { get; }

    void Run(PipelineWorkspace workspace);
}
