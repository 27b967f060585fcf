using System.Text.Json;
using System.Text.RegularExpressions;
using NewsNlp.Models;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.SupplyChain;

/// <summary>Whatever of others is in the packages, or taught the model, is named with its licence, and the licence's text is there.</summary>
public partial class NoticesTests
{
    private static readonly string Notices = Repository.Read("src/THIRD-PARTY-NOTICES.md");

    private static readonly List<string> Rows = [.. Notices.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))];

    [Fact]
    public void The_data_of_the_model_is_named_with_its_licence() =>
        Offenders.AssertNone(NlpModel.Default.Info.Components.SelectMany(component => component.Data).Where(data => !IsNamed(data.Name, data.License)).Select(data => $"{data.Name}: {data.License}").Distinct());

    [Fact]
    public void The_data_that_training_may_use_is_named_with_its_licence()
    {
        using var configuration = JsonDocument.Parse(Repository.Read("src/NewsNlp.Training/training.json"));
        var sources = configuration.RootElement.GetProperty("sources").EnumerateObject().Select(source => source.Value).ToList();
        var permissive = sources.Select(source => source.TryGetProperty("permissive", out var other) && other.ValueKind == JsonValueKind.Object ? other : source);

        Assert.True(sources.Count > 10, "there are sources");
        Offenders.AssertNone(
            from source in sources.Concat(permissive)
            let name = source.GetProperty("name").GetString()!
            let license = source.GetProperty("license").GetString()!
            where !IsNamed(name, license)
            select $"{name}: {license}");
    }

    [Fact]
    public void The_libraries_in_the_tool_are_named() => Offenders.AssertNone(
        from package in LockFile.Read("src/NewsNlp.Tool")
        where package.Kind != "Project" && package.Id != LockFile.BuildOnly && !Rows.Exists(row => Cells(row)[0].Split(", ").Contains(package.Id))
        select package.Id);

    [Fact]
    public void Every_licence_that_is_named_has_its_text_and_every_text_is_named()
    {
        var named = Texts().Matches(Notices).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Repository.Files("src/licenses", "*.txt").Select(file => file["src/".Length..]), named);
        Assert.All(Repository.Files("src/licenses", "*.txt"), file => Assert.True(Repository.Read(file).Length > 1000, file));
    }

    private static bool IsNamed(string name, string license) => Rows.Exists(row => Cells(row) is [var first, _, var stated, _]
        && stated == license && (first == name || first.StartsWith(name + " *", StringComparison.Ordinal) || first.StartsWith(name + ":", StringComparison.Ordinal)));

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex(@"licenses/[A-Za-z0-9.-]+\.txt")]
    private static partial Regex Texts();
}
