using System.Text.Json;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.SupplyChain;

/// <summary>A package as a project's packages.lock.json has it.</summary>
/// <param name="Id">Its id, as the package itself writes it.</param>
/// <param name="Version">The version that is restored; empty for a project of this repository.</param>
/// <param name="Hash">The SHA-512 of the package in base 64; empty for a project.</param>
/// <param name="Kind">Direct, Transitive, CentralTransitive or Project.</param>
/// <param name="Dependencies">The ids of what it depends on.</param>
internal sealed record LockedPackage(string Id, string Version, string Hash, string Kind, IReadOnlyList<string> Dependencies);

/// <summary>Reads a project's packages.lock.json.</summary>
internal static class LockFile
{
    /// <summary>A package that the SDK adds for its analyzers, and that no build output holds.</summary>
    public const string BuildOnly = "Microsoft.NET.ILLink.Tasks";

    public static string PathOf(string project) => $"{project}/packages.lock.json";

    /// <param name="project">The project's folder, relative to the root.</param>
    /// <param name="framework">Which part of the file, the first one as a rule.</param>
    public static List<LockedPackage> Read(string project, string framework = "net10.0")
    {
        using var json = JsonDocument.Parse(Repository.Read(PathOf(project)));
        return [.. json.RootElement.GetProperty("dependencies").GetProperty(framework).EnumerateObject().Select(Package)];
    }

    private static LockedPackage Package(JsonProperty package) => new(
        package.Name,
        Text(package.Value, "resolved"),
        Text(package.Value, "contentHash"),
        Text(package.Value, "type"),
        package.Value.TryGetProperty("dependencies", out var dependencies) ? [.. dependencies.EnumerateObject().Select(dependency => dependency.Name)] : []);

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
