namespace NewsNlp.Tool.Hosting;

/// <summary>Loads the pipeline that annotates.</summary>
internal static class PipelineLoader
{
    public static Annotate Load(string? modelPath) =>
        throw new ToolException($"no pipeline for {modelPath ?? "the embedded model"}");
}
