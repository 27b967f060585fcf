using System.Text;

namespace NewsNlp.PackageTests;

/// <summary>The bridge to Catalyst: inert as it lies there, a package of its own where Catalyst can be restored.</summary>
public class BridgePackageTests(PackedPackages packages)
{
    private const string Bridge = "NewsNlp.Catalyst";

    [Fact]
    public async Task Without_Catalyst_it_restores_nothing_and_is_not_packed()
    {
        var output = Path.Combine(packages.Folder, "inert");

        await packages.PackProject(packages.Sources, Bridge, output, "-p:RestoreConfigFile=" + Sources("inert-restore"));

        Assert.False(Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any());
        var assets = await File.ReadAllTextAsync(
            Path.Combine(packages.Sources, "src", Bridge, "obj", "project.assets.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"Catalyst/", assets, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", assets, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_Catalyst_it_is_compiled_without_the_analyzer_packed_and_used()
    {
        var standIn = new CatalystStandIn(packages);
        await standIn.Pack();
        var output = Path.Combine(packages.Folder, "bridge");

        await packages.PackProject(
            packages.Sources,
            Bridge,
            output,
            "-p:WithCatalyst=true",
            "-p:RestoreConfigFile=" + Sources("bridge-restore", standIn.Source),
            "-p:RestorePackagesPath=" + Path.Combine(packages.Folder, "bridge-packages"));

        var package = Path.Combine(output, $"{Bridge}.{packages.Version}.nupkg");
        AssertContent(package);
        await AssertAnalyzerFlowsWithoutCare(standIn);
        var app = CreateApp("BridgeApp", Program(), standIn, output, (Bridge, packages.Version));
        await CatalystStandIn.KeepAnalyzerOut(app);
        Assert.Equal("Ines Okoro: \"We have waited long enough,\"\nLocation Person\n", await PackedPackages.BuildAndRun(app));
    }

    private static void AssertContent(string package)
    {
        var entries = PackedPackages.Entries(package);
        var manifest = PackedPackages.Manifest(package, Bridge);
        var dependencies = Assert.Single(manifest.Element("dependencies")!.Elements("group")).Elements("dependency").ToList();

        Assert.Equal(
            ["lib/net10.0/NewsNlp.Catalyst.dll", "lib/net10.0/NewsNlp.Catalyst.xml"],
            entries.Keys.Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(entries.Keys, entry => entry.StartsWith("analyzers/", StringComparison.Ordinal));
        Assert.DoesNotContain("CodeAnalysis", Encoding.UTF8.GetString(entries[$"{Bridge}.nuspec"]), StringComparison.Ordinal);
        Assert.Equal(["Catalyst", "NewsNlp"], dependencies.Select(d => d.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        var catalyst = dependencies.Single(d => d.Attribute("id")!.Value == "Catalyst");
        Assert.Equal(CatalystStandIn.Version, catalyst.Attribute("version")!.Value);
        Assert.Contains("Analyzers", catalyst.Attribute("exclude")!.Value, StringComparison.Ordinal);
    }

    /// <summary>The README's program, and what a host does.</summary>
    private static string Program() => $$"""
        using Microsoft.Extensions.DependencyInjection;
        {{Readme.BlockWith("UseCatalystEntityRecognizer").Replace(
            "var text = File.ReadAllText(\"article.txt\");",
            "var text = \"Port Elwin votes\\n\\n\\\"We have waited long enough,\\\" Mayor Ines Okoro told reporters.\\n\";",
            StringComparison.Ordinal)}}
        using var provider = new ServiceCollection().AddNewsNlpCatalyst(catalyst).BuildServiceProvider();
        Console.WriteLine(string.Join(' ', provider.GetRequiredService<NlpPipeline>().Process(text).EntityMentions.Select(m => m.Label)));
        """;

    /// <summary>That the stand-in's analyzer does reach the compiler where nobody keeps it out: else the test above shows nothing.</summary>
    private async Task AssertAnalyzerFlowsWithoutCare(CatalystStandIn standIn)
    {
        var app = CreateApp("CarelessApp", "Console.WriteLine();", standIn, standIn.Source, ("Catalyst", CatalystStandIn.Version));

        var build = await Dotnet.Start("dotnet", app, null, "build", "-o", "out", "-p:UseSharedCompilation=false", "-nodeReuse:false");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(CatalystStandIn.Analyzer, build.Output, StringComparison.Ordinal);
    }

    private string CreateApp(string name, string program, CatalystStandIn standIn, string source, (string Id, string Version) package)
    {
        var app = packages.CreateApp(name, program, package, ("Microsoft.Extensions.DependencyInjection", "10.0.0"));
        packages.WriteConfiguration(app, packages.Source, standIn.Source, source);
        return app;
    }

    private string Sources(string folder, params string[] sources) =>
        packages.WriteConfiguration(Directory.CreateDirectory(Path.Combine(packages.Folder, folder)).FullName, sources);
}
