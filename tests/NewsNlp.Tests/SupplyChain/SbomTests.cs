using System.Text.Json;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.SupplyChain;

/// <summary>The bills of materials that lie in the packages say what the lock files and the model say.</summary>
public class SbomTests
{
    [Theory]
    [InlineData("NewsNlp", "Reads English news: tokens, sentences, parts of speech, entities, coreference, quotes.")]
    [InlineData("NewsNlp.Tool", "Reads English news from the command line.")]
    public void The_bill_of_materials_is_up_to_date(string id, string description) =>
        Snapshot.MatchesFile(Sbom.Write(id, description), Path.Combine(Repository.Root, "src", id, "sbom.cdx.json"));

    [Theory]
    [InlineData("NewsNlp")]
    [InlineData("NewsNlp.Tool")]
    public void Whatever_is_referred_to_is_there_once(string id)
    {
        using var bill = JsonDocument.Parse(Repository.Read($"src/{id}/sbom.cdx.json"));
        var root = bill.RootElement;
        var declared = root.GetProperty("components").EnumerateArray().Append(root.GetProperty("metadata").GetProperty("component"))
            .Select(component => component.GetProperty("bom-ref").GetString()).ToList();
        var dependencies = root.GetProperty("dependencies").EnumerateArray().ToList();

        Assert.Equal(declared.Count, declared.Distinct().Count());
        Assert.Equal(declared.Order(StringComparer.Ordinal), dependencies.Select(entry => entry.GetProperty("ref").GetString()).Order(StringComparer.Ordinal));
        Assert.Empty(dependencies.SelectMany(entry => entry.GetProperty("dependsOn").EnumerateArray()).Select(name => name.GetString()).Except(declared));
        Assert.DoesNotContain(declared, name => name!.Contains("CodeAnalysis", StringComparison.Ordinal));
    }
}
