using NewsNlp.Documents;

namespace NewsNlp.Tests.Documents;

public class EntityLabelTests
{
    [Fact]
    public void Labels_compare_by_name_and_case()
    {
        Assert.Equal(EntityLabel.Person, new EntityLabel("Person"));
        Assert.Equal(EntityLabel.Person.GetHashCode(), new EntityLabel("Person").GetHashCode());
        Assert.NotEqual(EntityLabel.Person, new EntityLabel("person"));
    }

    [Fact]
    public void The_default_label_has_the_empty_name()
    {
        Assert.Equal("", default(EntityLabel).Name);
        Assert.Equal("", default(EntityLabel).ToString());
        Assert.NotEqual(EntityLabel.Person, default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(" Team")]
    [InlineData("Team\u00A0")]
    public void A_label_without_a_plain_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new EntityLabel(name));

    [Fact]
    public void A_label_without_a_name_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => new EntityLabel(null!));

    [Fact]
    public void The_well_known_labels_are_spelled_as_the_JSON_has_them() =>
        Assert.Equal(
            ["Person", "Organization", "Location", "Facility", "NORP", "Product", "Misc", "Date", "RelativeDate", "Money", "Time", "Percent", "Quantity", "Ordinal", "Cardinal"],
            new[]
            {
                EntityLabel.Person, EntityLabel.Organization, EntityLabel.Location, EntityLabel.Facility, EntityLabel.NORP,
                EntityLabel.Product, EntityLabel.Misc, EntityLabel.Date, EntityLabel.RelativeDate, EntityLabel.Money, EntityLabel.Time,
                EntityLabel.Percent, EntityLabel.Quantity, EntityLabel.Ordinal, EntityLabel.Cardinal,
            }.Select(label => label.Name));
}
