using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Architecture;

/// <summary>What the repository may hold besides code.</summary>
public class RepositoryTests
{
    private static readonly string[] TextFiles =
        ["*.cs", "*.csproj", "*.props", "*.targets", "*.config", "*.json", "*.md", "*.txt", "*.sln", "*.html", "*.css", "*.editorconfig", "run"];

    private static IEnumerable<string> AllText =>
        TextFiles.SelectMany(pattern => Repository.Files("", pattern)).Distinct(StringComparer.Ordinal);

    [Fact]
    public void The_settings_of_package_restore_name_no_address() =>
        Assert.DoesNotContain("://", Repository.Read("nuget.config"), StringComparison.Ordinal);

    [Fact]
    public void No_file_names_the_address_of_a_package_registry()
    {
        // In two pieces, so that this file is no find of its own.
        string[] addresses = ["v3/index" + ".json", "api.nuget" + ".org", "registry.npmjs" + ".org", "pypi" + ".org/simple"];

        AssertNone(addresses);
    }

    [Fact]
    public void No_file_holds_a_path_of_a_machine()
    {
        string[] starts = ["/ho" + "me/", "/Us" + "ers/", "C:" + "\\Users", "/ro" + "ot/", "/wo" + "rk/"];

        AssertNone([.. starts.Select(start => " " + start), .. starts.Select(start => "\"" + start), .. starts.Select(start => "'" + start)]);
    }

    [Fact]
    public void The_top_level_holds_what_it_may()
    {
        string[] allowed =
        [
            "README.md", "LICENSE", "NewsNlp.sln", "nuget.config", "CHANGELOG.md", "global.json",
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        ];
        var files = new DirectoryInfo(Repository.Root).EnumerateFiles().Select(file => file.Name)
            .Where(name => !name.StartsWith('.') && !allowed.Contains(name));

        Offenders.AssertNone(files);
    }

    [Fact]
    public void The_packages_graph_of_the_product_knows_no_compiler() =>
        Offenders.AssertNone(Repository.Files("src", "*.csproj").Append("Directory.Build.props").Append("Directory.Packages.props")
            .Where(file => Repository.Read(file).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)));

    private static void AssertNone(string[] words) => Offenders.AssertNone(
        from file in AllText
        let text = Repository.Read(file)
        from word in words
        where text.Contains(word, StringComparison.Ordinal)
        select $"{file}: {word}");
}
