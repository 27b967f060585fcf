using NewsNlp.Catalyst.Tests.Support;
using NewsNlp.Documents;

namespace NewsNlp.Catalyst.Tests;

public class CatalystLabelsTests
{
    public static TheoryData<string, EntityLabel> WellKnown => new()
    {
        { "Person", EntityLabel.Person },
        { "Organization", EntityLabel.Organization },
        { "Location", EntityLabel.Location },
        { "PERSON", EntityLabel.Person },
        { "ORG", EntityLabel.Organization },
        { "GPE", EntityLabel.Location },
        { "Misc", EntityLabel.Misc },
    };

    [Theory]
    [MemberData(nameof(WellKnown))]
    public void The_types_of_the_English_model_have_labels(string type, EntityLabel label) =>
        Assert.Equal(label, CatalystLabels.FromType(type));

    [Theory]
    [InlineData("EmailOrURL")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void What_is_no_entity_has_none(string? type) => Assert.Null(CatalystLabels.FromType(type));

    [Fact]
    public void Another_type_is_a_label_of_its_own() =>
        Assert.Equal(new EntityLabel("festival"), CatalystLabels.FromType(" festival "));

    [Fact]
    public void A_caller_may_call_them_otherwise()
    {
        var catalyst = Annotated.Document("Ines Okoro left Port Elwin");
        Func<string, EntityLabel?> labels = type => type == "Person" ? new EntityLabel("Councillor") : null;
        var pipeline = NlpPipelineBuilder.CreateDefault().UseCatalystEntityRecognizer(Annotated.Pipeline, labels: labels).Build();

        Assert.Contains("Person: Ines Okoro", catalyst.Names());
        Assert.Contains("Location: Port Elwin", catalyst.Names());
        Assert.Equal(["Councillor: Ines Okoro"], catalyst.ToDocument(new CatalystDocumentOptions { Labels = labels }).Names());
        Assert.Equal(["Councillor: Ines Okoro"], pipeline.Process(catalyst.Value).Names());
    }

    [Fact]
    public void Addresses_are_no_entities()
    {
        var catalyst = Annotated.Document("The boats are listed at www.portelwin.example of Port Elwin");

        Assert.Contains(catalyst.Names(), name => name.StartsWith("EmailOrURL: ", StringComparison.Ordinal));
        Assert.DoesNotContain(catalyst.ToDocument().Names(), name => name.Contains("www", StringComparison.Ordinal));
        Assert.Contains("Location: Port Elwin", catalyst.ToDocument().Names());
    }
}
