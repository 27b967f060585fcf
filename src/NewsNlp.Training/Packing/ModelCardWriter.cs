using System.Globalization;
using System.Text;
using NewsNlp.Models;

namespace NewsNlp.Training.Packing;

/// <summary>Writes MODEL_CARD.md from a model's metadata, so that the card cannot say anything else than the model.</summary>
internal static class ModelCardWriter
{
    public static string Write(ModelInfo info)
    {
        var card = new StringBuilder();
        Line(card, $"# Model card: {info.Name} {info.Version}");
        Line(card, $"");
        Line(card, $"A model of NewsNlp for news in the language \"{info.Language}\". Written by `train` from the model's own metadata;");
        Line(card, $"edit the training configuration, not this file.");
        WriteLicences(card, info);
        foreach (var component in info.Components) Write(card, component);
        Line(card, $"");
        Line(card, $"## Sections of the file");
        Line(card, $"");
        Line(card, $"| section | version | bytes |");
        Line(card, $"|---|---|---|");
        foreach (var section in info.Sections)
        {
            // The metadata's own size would change with each run of the card.
            if (section.Name != ModelSection.Metadata.Name) Line(card, $"| {section.Name} | {section.Version} | {section.Length:N0} |");
        }
        return card.ToString();
    }

    private static void WriteLicences(StringBuilder card, ModelInfo info)
    {
        Line(card, $"");
        Line(card, $"## Licences of the data");
        Line(card, $"");
        string profile = info.Components.Length == 0 ? TrainingConfiguration.DefaultProfile : ModelTrainer.ProfileOf(info.Components[0]);
        if (profile == TrainingConfiguration.DefaultProfile)
        {
            Line(card, $"Trained with the profile `{profile}`: all data that helps, whatever its licence. Read the licences below before commercial use;");
            Line(card, $"`train --profile permissive` trains a model without the data that does not allow it.");
        }
        else
        {
            Line(card, $"Trained with the profile `{profile}` of the training configuration; the profile `permissive` uses only data whose licence,");
            Line(card, $"as far as stated, allows commercial use.");
        }
        Line(card, $"");
        Line(card, $"| licence, as far as stated | data | parts |");
        Line(card, $"|---|---|---|");
        var uses = info.Components.SelectMany(component => component.Data.Select(source => (source.License, source.Name, Part: component.Name)));
        foreach (var group in uses.GroupBy(use => use.License).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            string names = string.Join(", ", group.Select(use => use.Name).Distinct());
            Line(card, $"| {group.Key} | {names} | {string.Join(", ", group.Select(use => use.Part).Distinct())} |");
        }
    }

    private static void Write(StringBuilder card, ModelComponent component)
    {
        Line(card, $"");
        Line(card, $"## {component.Name}");
        if (component.Labels.Length > 0)
        {
            Line(card, $"");
            Line(card, $"Labels: {string.Join(", ", component.Labels)}.");
        }
        if (component.Scores.Length > 0)
        {
            Line(card, $"");
            Line(card, $"| measure | data | value |");
            Line(card, $"|---|---|---|");
            foreach (var score in component.Scores) Line(card, $"| {score.Measure} | {score.Data} | {score.Value:0.00} |");
        }
        if (component.Data.Length > 0)
        {
            Line(card, $"");
            Line(card, $"| trained on | file | licence, as far as stated | SHA-256 |");
            Line(card, $"|---|---|---|---|");
            foreach (var source in component.Data)
                Line(card, $"| {source.Name} | `{source.File}` | {source.License} | `{source.Sha256}` |");
        }
        if (component.Settings.Length > 0)
        {
            Line(card, $"");
            Line(card, $"Settings: {string.Join(", ", component.Settings.Select(s => $"{s.Key} {s.Value}"))}.");
        }
    }

    private static void Line(StringBuilder card, FormattableString text) =>
        card.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
