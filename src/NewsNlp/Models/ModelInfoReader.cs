using System.Collections.Immutable;
using System.Text.Json;

namespace NewsNlp.Models;

/// <summary>
/// Reads the metadata section: a JSON object, members unknown to this library left out. Written by NewsNlp.Training.
/// </summary>
internal static class ModelInfoReader
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="ModelFormatException">It is not JSON of the expected shape.</exception>
    public static ModelInfo Read(SectionReader section, ImmutableArray<ModelContainer.Entry> entries)
    {
        try
        {
            var json = new Utf8JsonReader(section.Bytes(section.Remaining), new JsonReaderOptions { MaxDepth = 16 });
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw section.Damaged("it is not a JSON object");
            var info = ReadInfo(ref json, section);
            if (json.Read()) throw section.Damaged("something follows the JSON object");
            return info with { Sections = [.. entries.Select(e => new ModelSectionInfo(e.Name, e.Version, e.Length))] };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new ModelFormatException("Model section 'metadata': it is not JSON of the expected shape; the file is damaged.", e);
        }
    }

    private static ModelInfo ReadInfo(ref Utf8JsonReader json, SectionReader section)
    {
        string name = "", version = "", language = "";
        var components = ImmutableArray.CreateBuilder<ModelComponent>();
        while (Member(ref json, out string? member))
        {
            switch (member)
            {
                case "name": name = Text(ref json); break;
                case "version": version = Text(ref json); break;
                case "language": language = Text(ref json); break;
                case "components":
                    Array(ref json);
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray) components.Add(ReadComponent(ref json));
                    break;
                default: json.Skip(); break;
            }
        }
        if (name.Length == 0 || version.Length == 0) throw section.Damaged("the model has no name or no version");
        return new ModelInfo { Name = name, Version = version, Language = language, Components = components.ToImmutable() };
    }

    private static ModelComponent ReadComponent(ref Utf8JsonReader json)
    {
        Object(ref json);
        var component = new ModelComponent();
        while (Member(ref json, out string? member))
        {
            switch (member)
            {
                case "name": component = component with { Name = Text(ref json) }; break;
                case "labels": component = component with { Labels = ReadLabels(ref json) }; break;
                case "settings": component = component with { Settings = ReadSettings(ref json) }; break;
                case "data": component = component with { Data = ReadData(ref json) }; break;
                case "scores": component = component with { Scores = ReadScores(ref json) }; break;
                default: json.Skip(); break;
            }
        }
        return component;
    }

    private static ImmutableArray<string> ReadLabels(ref Utf8JsonReader json)
    {
        var labels = ImmutableArray.CreateBuilder<string>();
        Array(ref json);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) labels.Add(Text(ref json));
        return labels.ToImmutable();
    }

    private static ImmutableArray<KeyValuePair<string, string>> ReadSettings(ref Utf8JsonReader json)
    {
        var settings = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        Object(ref json);
        while (Member(ref json, out string? member)) settings.Add(new(member!, Text(ref json)));
        return settings.ToImmutable();
    }

    private static ImmutableArray<ModelDataSource> ReadData(ref Utf8JsonReader json)
    {
        var sources = ImmutableArray.CreateBuilder<ModelDataSource>();
        Array(ref json);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Object(ref json);
            string name = "", file = "", license = "", sha256 = "";
            while (Member(ref json, out string? member))
            {
                switch (member)
                {
                    case "name": name = Text(ref json); break;
                    case "file": file = Text(ref json); break;
                    case "license": license = Text(ref json); break;
                    case "sha256": sha256 = Text(ref json); break;
                    default: json.Skip(); break;
                }
            }
            sources.Add(new(name, file, license, sha256));
        }
        return sources.ToImmutable();
    }

    private static ImmutableArray<ModelScore> ReadScores(ref Utf8JsonReader json)
    {
        var scores = ImmutableArray.CreateBuilder<ModelScore>();
        Array(ref json);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Object(ref json);
            string measure = "", data = "";
            double value = 0;
            while (Member(ref json, out string? member))
            {
                switch (member)
                {
                    case "measure": measure = Text(ref json); break;
                    case "data": data = Text(ref json); break;
                    case "value": value = json.GetDouble(); break;
                    default: json.Skip(); break;
                }
            }
            scores.Add(new(measure, data, value));
        }
        return scores.ToImmutable();
    }

    // Moves to the value of an object's next member; false at the object's end.
    private static bool Member(ref Utf8JsonReader json, out string? name)
    {
        name = null;
        if (!json.Read() || json.TokenType == JsonTokenType.EndObject) return false;
        name = json.GetString();
        return json.Read();
    }

    private static string Text(ref Utf8JsonReader json) => json.GetString() ?? throw new JsonException("A text is null.");

    private static void Array(ref Utf8JsonReader json) => Require(json.TokenType == JsonTokenType.StartArray);

    private static void Object(ref Utf8JsonReader json) => Require(json.TokenType == JsonTokenType.StartObject);

    private static void Require(bool expected)
    {
        if (!expected) throw new JsonException("A value of another kind is expected.");
    }
}
