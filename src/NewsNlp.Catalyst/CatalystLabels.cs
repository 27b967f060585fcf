using System.Collections.Frozen;
using NewsNlp.Documents;

namespace NewsNlp.Catalyst;

/// <summary>What Catalyst's entity types are called here.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class CatalystLabels
{
    private static readonly FrozenDictionary<string, EntityLabel?> Known = new Dictionary<string, EntityLabel?>
    {
        ["Person"] = EntityLabel.Person,
        ["PER"] = EntityLabel.Person,
        ["Organization"] = EntityLabel.Organization,
        ["Organisation"] = EntityLabel.Organization,
        ["ORG"] = EntityLabel.Organization,
        ["Location"] = EntityLabel.Location,
        ["LOC"] = EntityLabel.Location,
        ["GPE"] = EntityLabel.Location,
        ["Facility"] = EntityLabel.Facility,
        ["NORP"] = EntityLabel.NORP,
        ["Product"] = EntityLabel.Product,
        ["Misc"] = EntityLabel.Misc,
        ["Miscellaneous"] = EntityLabel.Misc,
        ["Date"] = EntityLabel.Date,
        ["Time"] = EntityLabel.Time,
        ["Money"] = EntityLabel.Money,
        ["Percent"] = EntityLabel.Percent,

        // Catalyst's tokenizer marks addresses; a token's kind says so here.
        ["EmailOrURL"] = null,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The label of a Catalyst entity type. <c>Person</c>, <c>Organization</c> and <c>Location</c>, the types of Catalyst's
    /// English model, are the labels of the same names, in any case; so are their usual short forms and the other well-known
    /// labels. Any other type, such as one of a user's own <c>Spotter</c>, is a label of that name.
    /// </summary>
    /// <param name="type">Catalyst's <c>EntityType.Type</c>; may be null.</param>
    /// <returns>The label; null where the entity is to be left out: web and mail addresses, and types without a name.</returns>
    public static EntityLabel? FromType(string? type)
    {
        var name = type?.Trim();
        return string.IsNullOrEmpty(name) ? null
            : Known.TryGetValue(name, out var label) ? label
            : new EntityLabel(name);
    }
}
