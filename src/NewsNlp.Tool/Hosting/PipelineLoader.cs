using NewsNlp.Models;
using NewsNlp.Quotations;

namespace NewsNlp.Tool.Hosting;

/// <summary>Loads models and the pipelines that work from them.</summary>
internal static class PipelineLoader
{
    /// <exception cref="ToolException">The model cannot be used.</exception>
    public static Annotate Load(string? modelPath)
    {
        var model = LoadModel(modelPath);
        try
        {
            return NlpPipelineBuilder.CreateDefault(model: model).Build().Process;
        }
        catch (ModelFormatException exception)
        {
            throw Unusable(modelPath, exception);
        }
    }

    /// <summary>Loads what explains the quotes that the pipeline of the same model finds.</summary>
    /// <exception cref="ToolException">The model cannot be used.</exception>
    public static NewsQuoteAttributor LoadAttributor(string? modelPath)
    {
        var model = LoadModel(modelPath);
        try
        {
            return new NewsQuoteAttributor(model);
        }
        catch (ModelFormatException exception)
        {
            throw Unusable(modelPath, exception);
        }
    }

    /// <param name="path">The model file; null for the built-in one.</param>
    /// <exception cref="ToolException">The model cannot be read.</exception>
    public static NlpModel LoadModel(string? path)
    {
        try
        {
            if (path is null)
            {
                return NlpModel.Default;
            }

            using var file = File.OpenRead(path);
            return NlpModel.Load(file);
        }
        catch (ModelFormatException exception)
        {
            throw Unusable(path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(exception is FileNotFoundException or DirectoryNotFoundException
                ? $"{path}: no such model file"
                : $"{path}: cannot read the model: {exception.Message}");
        }
    }

    private static ToolException Unusable(string? path, ModelFormatException exception) =>
        new($"{path ?? "the built-in model"}: {exception.Message}");
}
