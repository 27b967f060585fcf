using System.Xml.Linq;

namespace NewsNlp.PackageTests;

/// <summary>
/// A package source with two packages that stand for Catalyst and for a dependency of it: the tests' double of Catalyst's types
/// under the name and version that the bridge asks for, and a package with an analyzer, which no compiler could load.
/// </summary>
internal sealed class CatalystStandIn(PackedPackages packages)
{
    /// <summary>What the analyzer is called.</summary>
    public const string Analyzer = "Carried.Analyzer.dll";

    private const string CarrierVersion = "1.0.0";

    /// <summary>The package source.</summary>
    public string Source { get; } = Path.Combine(packages.Folder, "stand-ins");

    /// <summary>The version of Catalyst that the project names.</summary>
    public static string Version { get; } = XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Packages.props"))
        .Descendants("PackageVersion").Single(e => e.Attribute("Include")!.Value == "Catalyst").Attribute("Version")!.Value;

    public async Task Pack()
    {
        await PackProject(
            "Carrier",
            CarrierVersion,
            $"""<None Include="{Analyzer}" Pack="true" PackagePath="analyzers/dotnet/cs" />""",
            folder => File.WriteAllText(Path.Combine(folder, Analyzer), "no assembly"));
        await PackProject(
            "Catalyst",
            Version,
            $"""<PackageReference Include="Carrier" Version="{CarrierVersion}" PrivateAssets="none" ExcludeAssets="analyzers" />""",
            folder => CopyDouble(folder));
    }

    /// <summary>
    /// Keeps the analyzer from an app as its user has to: what a package or a reference excludes, the SDK hands to the compiler all
    /// the same (dotnet/sdk#1212).
    /// </summary>
    public static Task KeepAnalyzerOut(string app) => File.WriteAllTextAsync(
        Path.Combine(app, "Directory.Build.targets"),
        """
        <Project>
          <Target Name="DropAnalyzers" BeforeTargets="CoreCompile">
            <ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'%(Analyzer.NuGetPackageId)' == 'Carrier'" /></ItemGroup>
          </Target>
        </Project>
        """);

    private static void CopyDouble(string folder)
    {
        var sources = Directory.GetFiles(Path.Combine(SourceTree.Root, "tests", "NewsNlp.Catalyst.Tests", "Double"), "*.cs");
        Assert.NotEmpty(sources);
        foreach (var source in sources)
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)));
        }
    }

    private async Task PackProject(string id, string version, string item, Action<string> fill)
    {
        var folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "stand-in", id)).FullName;
        fill(folder);
        packages.WriteConfiguration(folder, Source);
        Directory.CreateDirectory(Source);
        File.WriteAllText(Path.Combine(folder, $"{id}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <PackageId>{id}</PackageId>
                <Version>{version}</Version>
                <RestorePackagesPath>{Path.Combine(folder, "packages")}</RestorePackagesPath>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>{item}</ItemGroup>
            </Project>
            """);
        await Dotnet.Run(folder, "pack", "-o", Source, "-p:UseSharedCompilation=false", "-nodeReuse:false");
    }
}
