using System.CommandLine;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Models;

namespace NewsNlp.Tool.Commands;

/// <summary><c>newsnlp model info</c>: what is inside a model.</summary>
internal static class ModelCommand
{
    public static Command Create(ToolHost host)
    {
        var model = new Option<string?>("--model") { Description = "The model file; the built-in one if left out.", HelpName = "FILE" };
        var format = new Choice<bool>("--format", "How to show it.", ("text", false), ("json", true));
        var info = new Command("info", "Show what a model is, what it was trained on and how well it did.") { model, format.Option };
        info.SetAction(result =>
        {
            var loaded = PipelineLoader.LoadModel(result.GetValue(model));
            var output = result.InvocationConfiguration.Output;
            output.Write(format.ValueIn(result)
                ? ModelInfoJson.Write(loaded.Info)
                : ModelInfoText.Write(loaded.Info, result.GetValue(model) ?? "built in", host));
            return ExitCodes.Done;
        });
        return new Command("model", "Look at models.") { info };
    }
}
