using System.Globalization;
using NewsNlp.Models;
using NewsNlp.Tool.Hosting;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Models;

/// <summary>Shows a model to a person.</summary>
internal static class ModelInfoText
{
    private const int Narrowest = 40;
    private const int Widest = 100;
    private const int HashShown = 12;
    private const int Margin = 2;
    private const int Heading = 12;

    public static string Write(ModelInfo info, string place, ToolHost host)
    {
        var palette = new Palette(host.IsOutputTerminal && string.IsNullOrEmpty(host.NoColor));
        var writer = new StyledWriter(Math.Clamp(host.Width, Narrowest, Widest), palette);
        writer.Flow($"{info.Name} {info.Version}", Style.Title);
        writer.Flow($" · {info.Language} · {place}", Style.Faint);
        writer.EndLine();
        foreach (var component in info.Components)
        {
            writer.EndLine();
            writer.Flow(component.Name, Style.Title);
            writer.EndLine();
            Write(component, writer);
        }

        WriteSections(info, writer);
        return writer.ToString();
    }

    private static void Write(ModelComponent component, StyledWriter writer)
    {
        if (component.Labels.Length > 0)
        {
            Row(writer, "labels", string.Join(' ', component.Labels));
        }

        if (component.Settings.Length > 0)
        {
            Row(writer, "settings", string.Join(", ", component.Settings.Select(setting => $"{setting.Key} {Spaced(setting.Value)}")));
        }

        for (var i = 0; i < component.Data.Length; i++)
        {
            var data = component.Data[i];
            var hash = data.Sha256.Length > HashShown ? data.Sha256[..HashShown] + "…" : data.Sha256;
            Row(writer, i == 0 ? "data" : "", $"{data.Name}, {data.File}, {data.License}, sha256 {hash}");
        }

        for (var i = 0; i < component.Scores.Length; i++)
        {
            var score = component.Scores[i];
            Row(writer, i == 0 ? "scores" : "", $"{score.Measure} {score.Value.ToString("0.00", CultureInfo.InvariantCulture)} on {score.Data}");
        }
    }

    /// <summary>A setting in JSON, with spaces at which its line can be broken.</summary>
    private static string Spaced(string setting) => setting.Replace(",\"", ", \"", StringComparison.Ordinal);

    private static void Row(StyledWriter writer, string heading, string text)
    {
        writer.Pad(Margin);
        writer.Cell(heading, Heading - Margin, Style.Faint);
        writer.Indent = Heading;
        writer.Flow(text);
        writer.EndLine();
        writer.Indent = 0;
    }

    private static void WriteSections(ModelInfo info, StyledWriter writer)
    {
        if (info.Sections.Length == 0)
        {
            return;
        }

        var names = info.Sections.Max(section => section.Name.Length) + 2;
        writer.EndLine();
        writer.Flow("sections", Style.Title);
        writer.EndLine();
        foreach (var section in info.Sections.Append(new ModelSectionInfo("in all", 0, info.Sections.Sum(section => section.Length))))
        {
            var size = section.Length.ToString("N0", CultureInfo.InvariantCulture);
            writer.Pad(Margin);
            writer.Cell(section.Name, names);
            writer.Cell(section.Version == 0 ? "" : $"v{section.Version.ToString(CultureInfo.InvariantCulture)}", 5, Style.Faint);
            writer.Cell(size.PadLeft(12), 12);
            writer.Flow(" bytes");
            writer.EndLine();
        }
    }
}
