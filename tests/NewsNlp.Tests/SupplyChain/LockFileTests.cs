using System.Text.Json;
using System.Xml.Linq;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.SupplyChain;

/// <summary>What is restored is written down, hashes and all.</summary>
public class LockFileTests
{
    private static List<string> Projects => [.. Repository.Files("", "*.csproj").Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/'))];

    [Fact]
    public void Every_project_is_locked() =>
        Offenders.AssertNone(Projects.Where(project => !File.Exists(Path.Combine(Repository.Root, LockFile.PathOf(project)))));

    [Fact]
    public void Every_package_is_locked_to_its_version_and_its_hash()
    {
        var versions = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Version")!.Value, StringComparer.Ordinal);
        var packages = Projects.SelectMany(project => LockFile.Read(project)).Where(package => package.Kind != "Project").ToList();

        Assert.True(packages.Count > 50, "there are packages");
        Assert.All(packages, package => Assert.Equal(64, Convert.FromBase64String(package.Hash).Length));
        Assert.All(packages.Where(package => package.Kind == "Direct" && package.Id != LockFile.BuildOnly), package => Assert.Equal(versions[package.Id], package.Version));
    }

    /// <summary>Of one runtime, or of one patch of the SDK: such a file would not hold elsewhere.</summary>
    [Fact]
    public void A_lock_file_holds_on_every_machine() => Offenders.AssertNone(
        from project in Projects
        let json = JsonDocument.Parse(Repository.Read(LockFile.PathOf(project)))
        from part in json.RootElement.GetProperty("dependencies").EnumerateObject()
        from offender in part.Name != "net10.0" ? [part.Name] : part.Value.EnumerateObject().Select(package => package.Name).Where(IsOfTheSdk)
        select $"{project}: {offender}");

    [Fact]
    public void The_product_brings_no_compiler() => Offenders.AssertNone(
        from project in Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal))
        from package in LockFile.Read(project)
        where package.Id.Contains("CodeAnalysis", StringComparison.OrdinalIgnoreCase) || package.Id.Contains("Analyzer", StringComparison.OrdinalIgnoreCase)
        select $"{project}: {package.Id}");

    private static bool IsOfTheSdk(string package) =>
        package.StartsWith("runtime.", StringComparison.Ordinal) && package.Contains("ILCompiler", StringComparison.Ordinal)
        || package is "Microsoft.DotNet.ILCompiler" || package.StartsWith("Microsoft.NETCore.App.", StringComparison.Ordinal);
}
