using System.Xml.Linq;
using NewsNlp.Tests.Support;
using PublicApiGenerator;
using Language = Mosaik.Core.Language;

namespace NewsNlp.Catalyst.Tests;

/// <summary>What the bridge shows to the outside, and what it is written with.</summary>
public class BridgeTests
{
    private static readonly string[] Projects =
        ["src/NewsNlp.Catalyst/NewsNlp.Catalyst.csproj", "tests/NewsNlp.Catalyst.Tests/NewsNlp.Catalyst.Tests.csproj"];

    private static Type[] PublicTypes =>
    [
        .. typeof(CatalystDocuments).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(CatalystDocuments).Namespace)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void The_public_API_is_the_approved_one() => Snapshot.Matches(
        Api(PublicTypes).Replace($"language = {Language.English:D},", "language = English,", StringComparison.Ordinal),
        "NewsNlp.Catalyst.txt");

    [Fact]
    public void Every_public_member_is_explained()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(CatalystDocuments).Assembly.Location, ".xml"));
        var explained = documentation.Descendants("member").Where(member => member.HasElements)
            .Select(member => member.Attribute("name")!.Value.Split('(')[0])
            .ToHashSet(StringComparer.Ordinal);

        var members = PublicTypes.SelectMany(type => type.GetMembers()
            .Where(member => member.DeclaringType == type
                && !member.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
                && !member.Name.Contains('_', StringComparison.Ordinal) && !member.Name.Contains('<', StringComparison.Ordinal)
                && !(type.Name == nameof(CatalystDocumentOptions) && member.Name is ".ctor" or "ToString" or "EqualityContract"))
            .Select(member => $"{Kind(member)}:{type.FullName}.{member.Name.Replace(".ctor", "#ctor", StringComparison.Ordinal)}")
            .Prepend($"T:{type.FullName}")).ToList();

        Assert.Contains("P:NewsNlp.Catalyst.CatalystDocumentOptions.Text", members);
        Assert.Contains("M:NewsNlp.Catalyst.CatalystEntityRecognizer.#ctor", members);
        Offenders.AssertNone(members.Where(member => !explained.Contains(member)));
    }

    [Fact]
    public void No_source_imports_all_of_Catalyst()
    {
        // Its namespace holds a Document, a Token, an ITokenizer and an IEntityRecognizer of its own, the double's not all of them.
        string[] imports = ["using " + "Catalyst;", "using " + "Mosaik.Core;", "global using " + "Catalyst"];

        Offenders.AssertNone(
            from file in Repository.Files("src/NewsNlp.Catalyst", "*.cs").Concat(Repository.Files("tests/NewsNlp.Catalyst.Tests", "*.cs"))
            where !file.Contains("/Double/", StringComparison.Ordinal)
            let text = Repository.Read(file)
            from import in imports
            where text.Contains(import, StringComparison.Ordinal)
            select $"{file}: {import}");
    }

    [Fact]
    public void The_package_is_referenced_on_demand_and_without_analyzers()
    {
        var references =
            from project in Projects
            from reference in XDocument.Parse(Repository.Read(project)).Descendants("PackageReference")
            where reference.Attribute("Include")!.Value.StartsWith("Catalyst", StringComparison.Ordinal)
            select reference;

        Assert.Equal(2, references.Count());
        Assert.All(references, reference =>
        {
            Assert.Contains("$(WithCatalyst)' == 'true'", reference.Parent!.Attribute("Condition")!.Value, StringComparison.Ordinal);
            Assert.Equal("analyzers", reference.Attribute("ExcludeAssets")!.Value);
        });
    }

#if !WITH_CATALYST
    [Fact]
    public void The_double_has_the_members_that_the_bridge_was_written_against() => Snapshot.Matches(
        Api([.. typeof(global::Catalyst.Pipeline).Assembly.GetExportedTypes()
            .Where(type => type.Namespace is "Catalyst" or "Catalyst.Models" or "Mosaik.Core")]),
        "Double.txt");
#endif

    private static string Api(Type[] types) =>
        types[0].Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, IncludeTypes = types })
            .ReplaceLineEndings("\n") + "\n";

    private static char Kind(System.Reflection.MemberInfo member) => member switch
    {
        System.Reflection.PropertyInfo => 'P',
        System.Reflection.FieldInfo => 'F',
        _ => 'M',
    };
}
