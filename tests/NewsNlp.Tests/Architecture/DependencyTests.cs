using System.Xml.Linq;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Architecture;

/// <summary>Nothing imports upward: documents know no stage, stages no pipeline, the library no tool.</summary>
public class DependencyTests
{
    /// <summary>What a stage may stand on.</summary>
    private static readonly string[] Below = ["Documents", "Features", "Lexicons", "Models", "Threading", "Tokenization"];

    /// <summary>For each folder of the library the folders that it may use, apart from its own; "" is the root.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Threading"] = [],
        ["Lexicons"] = [],
        ["Documents"] = ["Threading"],
        // A model says to which features its weights belong; word clusters are features that lie in the model.
        ["Models"] = ["Features", "Threading"],
        ["Features"] = ["Documents", "Lexicons", "Models", "Threading", "Tokenization"],
        ["Structure"] = [.. Below],
        ["Tokenization"] = ["Documents", "Lexicons", "Threading"],
        ["Sentences"] = [.. Below],
        ["Tagging"] = [.. Below],
        ["Entities"] = [.. Below],
        ["Quotations"] = [.. Below],
        ["Coreference"] = [.. Below],
        ["Export"] = ["Documents"],
        ["Evaluation"] = ["Documents"],
        ["Batches"] = ["Documents"],
        ["Stages"] =
        [
            "", "Documents", "Structure", "Tokenization", "Sentences", "Tagging", "Entities", "Quotations", "Coreference",
            "Threading",
        ],
        ["Hosting"] =
        [
            "", "Documents", "Models", "Structure", "Tokenization", "Sentences", "Tagging", "Entities", "Quotations",
            "Coreference",
        ],
    };

    [Fact]
    public void Every_folder_of_the_library_has_its_rule()
    {
        var folders = Repository.Files("src/NewsNlp", "*.cs").Select(Folder).Where(folder => folder.Length > 0).Distinct();

        Offenders.AssertNone(folders.Where(folder => !Allowed.ContainsKey(folder)));
    }

    [Fact]
    public void A_folder_uses_only_what_lies_below_it()
    {
        var offenders =
            from file in Repository.Files("src/NewsNlp", "*.cs")
            let folder = Folder(file)
            where folder.Length > 0
            from used in Imports(file)
            where used != folder && !Allowed[folder].Contains(used)
            select $"{file} uses {(used.Length == 0 ? "the pipeline" : used)}";

        Offenders.AssertNone(offenders);
    }

    [Fact]
    public void The_library_knows_neither_tool_nor_training() =>
        Offenders.AssertNone(Repository.Files("src/NewsNlp", "*.cs").Where(file =>
            Repository.Read(file) is var text
            && (text.Contains("NewsNlp.Tool", StringComparison.Ordinal) || text.Contains("using NewsNlp.Training", StringComparison.Ordinal))));

    [Fact]
    public void The_library_ships_with_two_packages_at_their_first_version_for_this_framework()
    {
        var packages = PackagesOf("src/NewsNlp/NewsNlp.csproj");
        var versions = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Version")!.Value, StringComparer.Ordinal);

        Assert.Equal(["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"], packages);
        Assert.All(packages, package => Assert.Equal("10.0.0", versions[package]));
    }

    [Fact]
    public void The_library_references_no_project() =>
        Assert.Empty(XDocument.Parse(Repository.Read("src/NewsNlp/NewsNlp.csproj")).Descendants("ProjectReference"));

    [Fact]
    public void Versions_stand_in_one_place()
    {
        var projects = Repository.Files("", "*.csproj");

        Assert.True(projects.Count > 4);
        Assert.All(projects, project => Assert.All(
            XDocument.Parse(Repository.Read(project)).Descendants("PackageReference"),
            reference => Assert.Null(reference.Attribute("Version"))));
    }

    [Fact]
    public void The_packages_of_the_comparison_stay_in_the_benchmarks()
    {
        string[] peers = ["Microsoft.ML.Tokenizers", "Lucene.Net.Analysis.Common", "BenchmarkDotNet"];

        Assert.All(
            Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")),
            project => Assert.Empty(PackagesOf(project).Intersect(peers)));
    }

    private static IEnumerable<string> PackagesOf(string project) =>
        XDocument.Parse(Repository.Read(project)).Descendants("PackageReference").Select(e => e.Attribute("Include")!.Value);

    /// <summary>The first folder below the library's root; "" for a file of the root.</summary>
    private static string Folder(string file)
    {
        var parts = file.Split('/');
        return parts.Length > 3 ? parts[2] : "";
    }

    /// <summary>The library's folders that a file imports or names by their full names.</summary>
    private static IEnumerable<string> Imports(string file)
    {
        foreach (var line in Repository.Read(file).Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("using NewsNlp", StringComparison.Ordinal) && line.EndsWith(';'))
            {
                var name = line["using ".Length..^1].Split('.');
                yield return name.Length > 1 ? name[1] : "";
            }
            else if (!line.StartsWith("//", StringComparison.Ordinal)
                && (line.Contains("NlpPipeline", StringComparison.Ordinal) || line.Contains("NewsNlpOptions", StringComparison.Ordinal)))
            {
                // The root's types are in scope everywhere, so that no import gives their use away.
                yield return "";
            }
        }
    }
}
