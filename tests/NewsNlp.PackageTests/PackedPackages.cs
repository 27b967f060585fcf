using System.IO.Compression;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(NewsNlp.PackageTests.PackedPackages))]

namespace NewsNlp.PackageTests;

/// <summary>
/// The two packages, packed once for all tests from a copy of the sources in a temporary folder, with a version that no
/// other package has, so that no cache can answer in their place.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>A temporary folder, outside of the checkout; removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("newsnlp-packages-").FullName;

    /// <summary>The version that both packages have.</summary>
    public string Version { get; } = FormattableString.Invariant($"0.0.1-test.{DateTime.UtcNow:yyyyMMddHHmmss}");

    /// <summary>The folder that the packages lie in: a package source.</summary>
    public string Source => Path.Combine(Folder, "source");

    /// <summary>Where this machine keeps the packages that it has restored already.</summary>
    public string MachinePackages { get; private set; } = "";

    /// <summary>The copy of the sources that the packages were built from.</summary>
    public string Sources => Path.Combine(Folder, "copy");

    public async ValueTask InitializeAsync()
    {
        await Pack("copy", Source);
        const string label = "global-packages: ";
        var locals = (await Dotnet.Run(Folder, "nuget", "locals", "global-packages", "--list")).Output;
        MachinePackages = locals[(locals.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Trim();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Packs both packages from a fresh copy of the sources.</summary>
    public async Task Pack(string copy, string output)
    {
        var sources = Directory.CreateDirectory(Path.Combine(Folder, copy)).FullName;
        SourceTree.CopyTo(sources);
        foreach (var project in new[] { "NewsNlp", "NewsNlp.Tool" })
        {
            await PackProject(sources, project, output);
        }
    }

    /// <summary>Packs one project of a copy of the sources.</summary>
    public Task PackProject(string sources, string project, string output, params string[] arguments) => Dotnet.Run(
        sources,
        [
            "pack",
            $"src/{project}",
            "-c",
            "Release",
            "-o",
            output,
            $"-p:Version={Version}",
            "-p:ContinuousIntegrationBuild=true",
            "-p:RunAnalyzers=false",
            "-p:UseSharedCompilation=false",
            "-nodeReuse:false",
            .. arguments,
        ]);

    /// <summary>The entries of a package.</summary>
    internal static Dictionary<string, byte[]> Entries(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return archive.Entries.ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);
    }

    /// <summary>The path of a package, <paramref name="ending"/> being <c>nupkg</c> or <c>snupkg</c>.</summary>
    internal string PathOf(string id, string ending = "nupkg") => Path.Combine(Source, $"{id}.{Version}.{ending}");

    /// <summary>A package's manifest, without namespaces.</summary>
    internal XElement Manifest(string id) => Manifest(PathOf(id), id);

    /// <summary>The manifest of a package that lies elsewhere, without namespaces.</summary>
    internal static XElement Manifest(string package, string id)
    {
        var manifest = XElement.Load(new MemoryStream(Entries(package)[$"{id}.nuspec"]));
        foreach (var element in manifest.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return manifest.Element("metadata")!;
    }

    /// <summary>
    /// Makes a console app that references packages, restored into a packages folder of its own: NewsNlp from the packed source,
    /// what it depends on from what the machine has restored for this project. No other source is asked.
    /// </summary>
    /// <returns>The app's folder.</returns>
    internal string CreateApp(string name, string program, params (string Id, string Version)[] packages)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        var references = string.Concat(packages.Prepend(("NewsNlp", Version))
            .Select(package => $"<PackageReference Include=\"{package.Item1}\" Version=\"{package.Item2}\" />"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>{Path.Combine(folder, "packages")}</RestorePackagesPath>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
        WriteConfiguration(folder, Source);
        return folder;
    }

    /// <summary>Makes restores in a folder look into some package sources and into the machine's packages, and nowhere else.</summary>
    /// <returns>The path of the settings.</returns>
    internal string WriteConfiguration(string folder, params IEnumerable<string> sources)
    {
        var path = Path.Combine(folder, "nuget.config");
        var keys = string.Concat(sources.Select((source, index) => $"<add key=\"source{index}\" value=\"{source}\" />"));
        File.WriteAllText(path, $"""
            <configuration>
              <packageSources><clear />{keys}</packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        return path;
    }

    /// <summary>Builds an app and runs it; both must succeed.</summary>
    /// <returns>What it printed.</returns>
    internal static async Task<string> BuildAndRun(string folder)
    {
        await Dotnet.Run(folder, "build", "-o", "out", "-p:UseSharedCompilation=false", "-nodeReuse:false");
        return (await Dotnet.Run(folder, Path.Combine("out", Path.GetFileName(folder) + ".dll"))).Output.ReplaceLineEndings("\n");
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
