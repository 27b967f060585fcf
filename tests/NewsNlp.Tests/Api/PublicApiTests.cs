using System.Reflection;
using NewsNlp.Documents;
using NewsNlp.Tests.Support;
using PublicApiGenerator;

namespace NewsNlp.Tests.Api;

public class PublicApiTests
{
    /// <summary>Public classes that are not immutable, and why they may be.</summary>
    private static readonly Dictionary<string, string> Mutable = new(StringComparer.Ordinal)
    {
        ["DocumentBuilder"] = "builds a document, for one thread",
        ["NlpPipelineBuilder"] = "builds a pipeline, for one thread",
        ["NewsNlpOptions"] = "bound from configuration",
        ["TokenizerOptions"] = "bound from configuration",
        ["TokenBuffer"] = "takes what a tokenizer finds, for one call",
        ["SentenceBuffer"] = "takes what a sentence splitter finds, for one call",
        ["BlockSink"] = "takes what a stage finds, for one call",
        ["SentenceSink"] = "takes what a stage finds, for one call",
        ["EntityMentionSink"] = "takes what a stage finds, for one call",
        ["QuoteSink"] = "takes what a stage finds, for one call",
        ["CoreferenceSink"] = "takes what a stage finds, for one call",
        ["NewsBlockDetector"] = "keeps one spare list, swapped atomically",
        ["AnnotationSink"] = "takes what a stage finds, for one call",
    };

    private static Assembly Library => typeof(NlpPipeline).Assembly;

    [Fact]
    public void The_public_API_is_the_approved_one() =>
        Snapshot.Matches(
            Library.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n",
            "NewsNlp.txt");

    [Fact]
    public void Every_public_class_is_immutable_or_says_why_not()
    {
        var mutable = Library.GetExportedTypes()
            .Where(type => type.IsClass && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type))
            .Where(type => InstanceFields(type).Any(field => !field.IsInitOnly) || Setters(type).Any())
            .Select(type => type.Name);

        Assert.Equal(Mutable.Keys.Order(StringComparer.Ordinal), mutable.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Public_structs_are_readonly()
    {
        var mutable = Library.GetExportedTypes()
            .Where(type => type is { IsValueType: true, IsEnum: false } && type.Name != "Enumerator")
            .Where(type => !type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute), inherit: false));

        Assert.Empty(mutable);
    }

    [Fact]
    public void No_public_member_hands_out_an_array_or_a_field()
    {
        var offenders = Library.GetExportedTypes().SelectMany(type => type
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member switch
            {
                PropertyInfo property => property.PropertyType.IsArray,
                MethodInfo method => method.ReturnType.IsArray,
                FieldInfo field => !field.IsLiteral && !type.IsEnum,
                _ => false,
            })
            .Select(member => $"{type.Name}.{member.Name}"));

        Offenders.AssertNone(offenders);
    }

    [Fact]
    public void Classes_are_sealed_abstract_or_static() =>
        Assert.All(
            Library.GetTypes().Where(type => type.IsClass && !IsGenerated(type)),
            type => Assert.True(type.IsSealed || type.IsAbstract, type.FullName));

    [Fact]
    public void No_static_field_can_change()
    {
        var offenders = Library.GetTypes().Where(type => !IsGenerated(type)).SelectMany(type => type
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith('<'))
            .Select(field => $"{type.Name}.{field.Name}"));

        Offenders.AssertNone(offenders);
    }

    [Fact]
    public void Whoever_reads_a_document_cannot_change_it() =>
        Assert.All(
            Library.GetExportedTypes().Where(type => type.Namespace == typeof(Document).Namespace && type.Name != nameof(DocumentBuilder)),
            type => Assert.Empty(Setters(type)));

    private static bool IsGenerated(Type type) => type.Name.Contains('<', StringComparison.Ordinal);

    private static IEnumerable<FieldInfo> InstanceFields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => !IsInitOnlyProperty(type, field));

    private static bool IsInitOnlyProperty(Type type, FieldInfo field) =>
        field.Name.StartsWith('<')
        && type.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)]) is { SetMethod: { } setter }
        && IsInit(setter);

    private static IEnumerable<PropertyInfo> Setters(Type type) =>
        type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter));

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
