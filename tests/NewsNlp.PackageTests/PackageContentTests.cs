using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace NewsNlp.PackageTests;

/// <summary>What lies in the packages.</summary>
public class PackageContentTests(PackedPackages packages)
{
    [Theory]
    [InlineData("NewsNlp", "lib/net10.0/NewsNlp.dll")]
    [InlineData("NewsNlp", "lib/net10.0/NewsNlp.xml")]
    [InlineData("NewsNlp.Tool", "tools/net10.0/any/NewsNlp.Tool.dll")]
    [InlineData("NewsNlp.Tool", "tools/net10.0/any/NewsNlp.dll")]
    [InlineData("NewsNlp.Tool", "tools/net10.0/any/DotnetToolSettings.xml")]
    public void The_package_holds(string id, string entry) => Assert.Contains(entry, PackedPackages.Entries(packages.PathOf(id)).Keys);

    [Theory]
    [InlineData("NewsNlp")]
    [InlineData("NewsNlp.Tool")]
    public void The_package_says_what_it_is(string id)
    {
        var manifest = packages.Manifest(id);
        var entries = PackedPackages.Entries(packages.PathOf(id));

        Assert.Equal(id, manifest.Element("id")!.Value);
        Assert.Equal("MIT", manifest.Element("license")!.Value);
        Assert.Equal("expression", manifest.Element("license")!.Attribute("type")!.Value);
        Assert.Equal("README.md", manifest.Element("readme")!.Value);
        Assert.Equal("icon.png", manifest.Element("icon")!.Value);
        Assert.Contains("CHANGELOG.md", manifest.Element("releaseNotes")!.Value, StringComparison.Ordinal);
        Assert.True(manifest.Element("description")!.Value.Length > 40, "a description");
        Assert.True(manifest.Element("tags")!.Value.Length > 0, "tags");
        Assert.Equal(File.ReadAllBytes(Path.Combine(SourceTree.Root, "README.md")), entries["README.md"]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(SourceTree.Root, "CHANGELOG.md")), entries["CHANGELOG.md"]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(SourceTree.Root, "LICENSE")), entries["LICENSE"]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], entries["icon.png"][..4]);
    }

    [Fact]
    public void The_library_depends_on_two_packages_at_their_first_version_for_its_framework()
    {
        var group = Assert.Single(packages.Manifest("NewsNlp").Element("dependencies")!.Elements("group"));

        Assert.Equal("net10.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal(
            [("Microsoft.Extensions.DependencyInjection.Abstractions", "10.0.0"), ("Microsoft.Extensions.Options", "10.0.0")],
            group.Elements("dependency").Select(d => (d.Attribute("id")!.Value, d.Attribute("version")!.Value)));
    }

    [Theory]
    [InlineData("NewsNlp")]
    [InlineData("NewsNlp.Tool")]
    public void The_package_brings_no_compiler_analyzer_or_build_file(string id)
    {
        var entries = PackedPackages.Entries(packages.PathOf(id));
        string[] folders = ["analyzers/", "build/", "buildTransitive/", "buildMultiTargeting/", "contentFiles/", "ref/"];

        Assert.DoesNotContain(entries.Keys, entry => folders.Any(folder => entry.StartsWith(folder, StringComparison.Ordinal)));
        Assert.DoesNotContain(entries.Keys, entry => entry.Contains("CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain("CodeAnalysis", Encoding.UTF8.GetString(entries[$"{id}.nuspec"]), StringComparison.Ordinal);
        Assert.DoesNotContain(
            entries,
            entry => entry.Key.EndsWith(".deps.json", StringComparison.Ordinal)
                && Encoding.UTF8.GetString(entry.Value).Contains("CodeAnalysis", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NewsNlp", "lib/net10.0/NewsNlp.pdb")]
    [InlineData("NewsNlp.Tool", "tools/net10.0/any/NewsNlp.Tool.pdb")]
    public void Symbols_lie_in_a_package_of_their_own(string id, string symbols)
    {
        Assert.Contains(symbols, PackedPackages.Entries(packages.PathOf(id, "snupkg")).Keys);
    }

    [Fact]
    public void Who_references_the_library_does_not_carry_its_symbols() =>
        Assert.DoesNotContain(
            PackedPackages.Entries(packages.PathOf("NewsNlp")).Keys, entry => entry.EndsWith(".pdb", StringComparison.Ordinal));

    [Fact]
    public void Every_public_member_is_explained()
    {
        var documentation = XDocument.Load(new MemoryStream(PackedPackages.Entries(packages.PathOf("NewsNlp"))["lib/net10.0/NewsNlp.xml"]));
        var members = documentation.Descendants("member").ToList();

        Assert.Contains(members, member => member.Attribute("name")!.Value == "T:NewsNlp.NlpPipeline");
        Assert.DoesNotContain(members, member => !member.HasElements);
    }

    [Theory]
    [InlineData("NewsNlp")]
    [InlineData("NewsNlp.Tool")]
    public void Licences_notices_and_the_model_card_lie_in_it(string id)
    {
        var entries = PackedPackages.Entries(packages.PathOf(id));
        var texts = Directory.GetFiles(Path.Combine(SourceTree.Root, "src", "licenses")).Select(file => "licenses/" + Path.GetFileName(file)).Order(StringComparer.Ordinal);

        Assert.Equal(texts, entries.Keys.Where(entry => entry.StartsWith("licenses/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllBytes(Path.Combine(SourceTree.Root, "src", "THIRD-PARTY-NOTICES.md")), entries["THIRD-PARTY-NOTICES.md"]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(SourceTree.Root, "src", "NewsNlp", "Models", "MODEL_CARD.md")), entries["MODEL_CARD.md"]);
    }

    [Theory]
    [InlineData("NewsNlp")]
    [InlineData("NewsNlp.Tool")]
    public void The_bill_of_materials_names_this_version_and_all_that_is_carried(string id)
    {
        var entries = PackedPackages.Entries(packages.PathOf(id));
        using var bill = JsonDocument.Parse(entries["sbom.cdx.json"]);
        var components = bill.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()).ToList();

        Assert.Equal(packages.Version, bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("version").GetString());
        Assert.DoesNotContain("$version$", Encoding.UTF8.GetString(entries["sbom.cdx.json"]), StringComparison.Ordinal);

        // Training is a part of the tool, not a package; the assembly of ZstdSharp.Port has a shorter name.
        var carried = entries.Keys.Where(entry => entry.StartsWith("tools/", StringComparison.Ordinal) && entry.EndsWith(".dll", StringComparison.Ordinal))
            .Select(entry => Path.GetFileNameWithoutExtension(entry)).Except([id, "NewsNlp.Training"]).Select(name => name == "ZstdSharp" ? "ZstdSharp.Port" : name);
        Assert.Empty(carried.Except(components));
    }

    [Fact]
    public async Task Packing_again_elsewhere_gives_the_same_package_byte_for_byte()
    {
        var again = Path.Combine(packages.Folder, "again");
        await packages.Pack("a-copy-in-another-folder", again);

        foreach (var package in Directory.EnumerateFiles(packages.Source).Order(StringComparer.Ordinal))
        {
            Assert.Equal(Hashes(package), Hashes(Path.Combine(again, Path.GetFileName(package))));
            Assert.Equal(SHA256.HashData(File.ReadAllBytes(package)), SHA256.HashData(File.ReadAllBytes(Path.Combine(again, Path.GetFileName(package)))));
        }

        // Says which entry it is that differs.
        static IEnumerable<string> Hashes(string package) => PackedPackages.Entries(package)
            .Select(entry => entry.Key + " " + Convert.ToHexString(SHA256.HashData(entry.Value)))
            .Order(StringComparer.Ordinal);
    }
}
