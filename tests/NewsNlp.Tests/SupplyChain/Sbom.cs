using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NewsNlp.Models;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.SupplyChain;

/// <summary>
/// What a package is made of, as CycloneDX 1.6 (cyclonedx.org): the packages of its lock file with their hashes, the model with its hash,
/// and the data that the model learned from. The package's own version is left open, since packing knows it.
/// </summary>
internal static class Sbom
{
    private const string Model = "model:english";
    private const string OpenVersion = "$version$";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="id">The id of the package, which is the name of its project, too.</param>
    /// <param name="description">What it is.</param>
    public static string Write(string id, string description)
    {
        var packages = LockFile.Read($"src/{id}").Where(package => package.Kind != "Project").OrderBy(package => package.Id, StringComparer.Ordinal).ToList();
        var info = NlpModel.Default.Info;
        var data = info.Components.SelectMany(component => component.Data).Distinct().OrderBy(source => source.File, StringComparer.Ordinal).ToList();
        var root = Reference(id, OpenVersion);
        var components = new JsonArray([.. packages.Select(package => Package(package, id)), ModelComponent(info), .. data.Select(Data)]);
        var dependencies = new JsonArray(
        [
            Dependency(root, [.. packages.Where(package => package.Kind is "Direct").Select(Reference), .. id == "NewsNlp" ? [Model] : new[] { Reference("NewsNlp", OpenVersion) }]),
            .. packages.Select(package => Dependency(Reference(package), package.Dependencies.Select(name => packages.Find(other => other.Id == name)).OfType<LockedPackage>().Select(Reference))),
            Dependency(Model, data.Select(source => $"data:{source.File}")),
            .. data.Select(source => Dependency($"data:{source.File}", [])),
        ]);
        if (id != "NewsNlp")
        {
            components.Insert(0, Own("NewsNlp", "library", "Reads English news."));
            var library = LockFile.Read("src/NewsNlp").Where(package => package.Kind == "Direct" && package.Id != LockFile.BuildOnly).Select(Reference);
            dependencies.Add(Dependency(Reference("NewsNlp", OpenVersion), [.. library, Model]));
        }

        return new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Own(id, id == "NewsNlp" ? "library" : "application", description) },
            ["components"] = components,
            ["dependencies"] = dependencies,
        }.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Own(string id, string type, string description) => new()
    {
        ["type"] = type,
        ["bom-ref"] = Reference(id, OpenVersion),
        ["name"] = id,
        ["version"] = OpenVersion,
        ["description"] = description,
        ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = "MIT" } }),
        ["purl"] = Reference(id, OpenVersion),
    };

    private static JsonObject Package(LockedPackage package, string project) => new()
    {
        ["type"] = "library",
        ["bom-ref"] = Reference(package),
        ["name"] = package.Id,
        ["version"] = package.Version,
        ["scope"] = package.Id == LockFile.BuildOnly ? "excluded" : "required",
        ["hashes"] = Hash("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(package.Hash))),
        ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = License(package, project) } }),
        ["purl"] = Reference(package),
    };

    private static JsonObject ModelComponent(ModelInfo info)
    {
        var file = File.ReadAllBytes(Path.Combine(Repository.Root, "src/NewsNlp/Models/english.nnlp"));
        return new JsonObject
        {
            ["type"] = "machine-learning-model",
            ["bom-ref"] = Model,
            ["name"] = info.Name,
            ["version"] = info.Version,
            ["description"] = "In the assembly NewsNlp.dll; MODEL_CARD.md says what it is and how well it does.",
            ["hashes"] = Hash("SHA-256", Convert.ToHexStringLower(SHA256.HashData(file))),
        };
    }

    // Not in the package: what the weights were learned from.
    private static JsonObject Data(ModelDataSource source) => new()
    {
        ["type"] = "data",
        ["bom-ref"] = $"data:{source.File}",
        ["name"] = source.Name,
        ["description"] = source.File,
        ["scope"] = "excluded",
        ["hashes"] = Hash("SHA-256", source.Sha256),
        ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = source.License } }),
    };

    private static JsonArray Hash(string algorithm, string content) => new(new JsonObject { ["alg"] = algorithm, ["content"] = content });

    private static JsonObject Dependency(string reference, IEnumerable<string> on) => new()
    {
        ["ref"] = reference,
        ["dependsOn"] = new JsonArray([.. on.Distinct().Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]),
    };

    private static string Reference(LockedPackage package) => Reference(package.Id, package.Version);

    private static string Reference(string id, string version) => $"pkg:nuget/{id}@{version}";

    /// <summary>The licence that a package states, as an SPDX expression, from where the build has restored it.</summary>
    private static string License(LockedPackage package, string project)
    {
        using var assets = JsonDocument.Parse(Repository.Read($"src/{project}/obj/project.assets.json"));
        var manifest = assets.RootElement.GetProperty("packageFolders").EnumerateObject()
            .Select(folder => Path.Combine(folder.Name, package.Id.ToLowerInvariant(), package.Version, package.Id.ToLowerInvariant() + ".nuspec"))
            .First(File.Exists);
        return XDocument.Load(manifest).Descendants().Single(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression").Value;
    }
}
