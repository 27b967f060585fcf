using NewsNlp.Documents;

namespace NewsNlp.Tool.Evaluation.Gold;

/// <summary>What data sets call the labels that the library knows.</summary>
internal static class EntitySchemes
{
    private static readonly Dictionary<string, EntityLabel> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = EntityLabel.Person,
        ["per"] = EntityLabel.Person,
        ["organization"] = EntityLabel.Organization,
        ["organisation"] = EntityLabel.Organization,
        ["org"] = EntityLabel.Organization,
        ["location"] = EntityLabel.Location,
        ["loc"] = EntityLabel.Location,
        ["gpe"] = EntityLabel.Location,
        ["facility"] = EntityLabel.Facility,
        ["fac"] = EntityLabel.Facility,
        ["norp"] = EntityLabel.NORP,
        ["nationality"] = EntityLabel.NORP,
        ["product"] = EntityLabel.Product,
        ["money"] = EntityLabel.Money,
        ["date"] = EntityLabel.Date,
        ["misc"] = EntityLabel.Misc,
        ["miscellaneous"] = EntityLabel.Misc,
        ["event"] = EntityLabel.Misc,
        ["workofart"] = EntityLabel.Misc,
        ["work_of_art"] = EntityLabel.Misc,
        ["law"] = EntityLabel.Misc,
        ["language"] = EntityLabel.Misc,
        ["award"] = EntityLabel.Misc,
    };

    private static readonly HashSet<EntityLabel> ByRule =
        [EntityLabel.Time, EntityLabel.Percent, EntityLabel.Quantity, EntityLabel.Ordinal, EntityLabel.Cardinal];

    private static readonly Dictionary<EntityLabel, EntityLabel> FourClasses = new()
    {
        [EntityLabel.Person] = new("PER"),
        [EntityLabel.Organization] = new("ORG"),
        [EntityLabel.Location] = new("LOC"),
        [EntityLabel.Facility] = new("LOC"),
        [EntityLabel.NORP] = new("MISC"),
        [EntityLabel.Product] = new("MISC"),
        [EntityLabel.Misc] = new("MISC"),
    };

    /// <summary>The library's label of that name; a label of its own where the library knows none.</summary>
    public static EntityLabel Label(string name) => Names.TryGetValue(name, out var label) ? label : new EntityLabel(name);

    /// <summary>Whether a system's mentions of a label count although the gold has none: they are wrong where the gold marks such things.</summary>
    public static bool IsCommon(EntityLabel label) => Names.ContainsValue(label);

    /// <summary>
    /// Whether the library finds a label by rules, and few data sets have it: where a whole set lacks it, that says nothing.
    /// </summary>
    public static bool IsByRule(EntityLabel label) => ByRule.Contains(label);

    /// <summary>
    /// The label's class in the scheme of CoNLL-2003: facilities are locations; nationalities, products and all else that is named
    /// are MISC; null for dates, sums and what else is no name.
    /// </summary>
    public static EntityLabel? FourClass(EntityLabel label) => FourClasses.TryGetValue(label, out var found) ? found : null;
}
