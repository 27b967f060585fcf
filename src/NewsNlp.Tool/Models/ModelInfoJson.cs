using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsNlp.Models;

namespace NewsNlp.Tool.Models;

/// <summary>Shows a model to a program.</summary>
internal static class ModelInfoJson
{
    public static string Write(ModelInfo info)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, info.Name);
            writer.WriteString("version"u8, info.Version);
            writer.WriteString("language"u8, info.Language);
            writer.WriteStartArray("components"u8);
            foreach (var component in info.Components)
            {
                Write(component, writer);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("sections"u8);
            foreach (var section in info.Sections)
            {
                writer.WriteStartObject();
                writer.WriteString("name"u8, section.Name);
                writer.WriteNumber("version"u8, section.Version);
                writer.WriteNumber("length"u8, section.Length);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(ModelComponent component, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, component.Name);
        writer.WriteStartArray("labels"u8);
        foreach (var label in component.Labels)
        {
            writer.WriteStringValue(label);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("settings"u8);
        foreach (var (key, value) in component.Settings)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("data"u8);
        foreach (var data in component.Data)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, data.Name);
            writer.WriteString("file"u8, data.File);
            writer.WriteString("license"u8, data.License);
            writer.WriteString("sha256"u8, data.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("scores"u8);
        foreach (var score in component.Scores)
        {
            writer.WriteStartObject();
            writer.WriteString("measure"u8, score.Measure);
            writer.WriteString("data"u8, score.Data);
            writer.WriteNumber("value"u8, score.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
