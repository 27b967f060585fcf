using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>The kinds of names that the page tells apart.</summary>
internal enum EntityKind
{
    Person,
    Organization,
    Place,
    Other,
    Value,
}

/// <summary>What the page says of each kind.</summary>
internal static class EntityKinds
{
    public static EntityKind Of(EntityLabel label) => label.Name switch
    {
        "Person" => EntityKind.Person,
        "Organization" => EntityKind.Organization,
        "Location" or "Facility" => EntityKind.Place,
        "Date" or "RelativeDate" or "Money" or "Time" or "Percent" or "Quantity" or "Ordinal" or "Cardinal" => EntityKind.Value,
        _ => EntityKind.Other,
    };

    /// <summary>The kind's class in the style sheet.</summary>
    public static string Class(EntityKind kind) => kind switch
    {
        EntityKind.Person => "per",
        EntityKind.Organization => "org",
        EntityKind.Place => "loc",
        EntityKind.Value => "val",
        _ => "oth",
    };

    public static string Heading(EntityKind kind) => kind switch
    {
        EntityKind.Person => "People",
        EntityKind.Organization => "Organizations",
        EntityKind.Place => "Places",
        EntityKind.Value => "Dates and amounts",
        _ => "Other names",
    };
}
