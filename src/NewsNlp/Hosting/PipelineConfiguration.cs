namespace NewsNlp.Hosting;

/// <summary>One caller's change to the pipeline of a name; all of them are applied in the order of registration.</summary>
internal sealed record PipelineConfiguration(string Name, Action<IServiceProvider, NlpPipelineBuilder> Configure);
