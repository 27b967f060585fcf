namespace NewsNlp.Tool.Hosting;

/// <summary>Loads the pipeline that annotates.</summary>
internal static class PipelineLoader
{
    public static Annotate Load(string? modelPath) =>
        modelPath is null
            ? NlpPipeline.CreateDefault().Process
            : throw new ToolException("--model is not supported yet");
}
