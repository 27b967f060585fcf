using System.Buffers;
using System.Text.Json;
using NewsNlp.Models;

namespace NewsNlp.Training.Packing;

/// <summary>Writes the metadata section, the counterpart of the library's reader.</summary>
internal static class ModelInfoWriter
{
    public static byte[] Write(ModelInfo info)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("name", info.Name);
            json.WriteString("version", info.Version);
            json.WriteString("language", info.Language);
            json.WriteStartArray("components");
            foreach (var component in info.Components) Write(json, component);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ModelComponent component)
    {
        json.WriteStartObject();
        json.WriteString("name", component.Name);
        json.WriteStartArray("labels");
        foreach (string label in component.Labels) json.WriteStringValue(label);
        json.WriteEndArray();
        json.WriteStartObject("settings");
        foreach (var (name, value) in component.Settings) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartArray("data");
        foreach (var source in component.Data)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("file", source.File);
            json.WriteString("license", source.License);
            json.WriteString("sha256", source.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("scores");
        foreach (var score in component.Scores)
        {
            json.WriteStartObject();
            json.WriteString("measure", score.Measure);
            json.WriteString("data", score.Data);
            json.WriteNumber("value", score.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
