namespace NewsNlp.Coreference.Reading;

/// <summary>The kinds of entities that coreference tells apart.</summary>
internal enum EntityClass : byte
{
    /// <summary>Not known: a thing, an idea, an event.</summary>
    None,

    /// <summary>A person, or people.</summary>
    Person,

    /// <summary>A company, a ministry, a team.</summary>
    Organization,

    /// <summary>A country, a town, a river.</summary>
    Location,

    /// <summary>A building, a road.</summary>
    Facility,

    /// <summary>A nationality, a group of believers or followers.</summary>
    Norp,

    /// <summary>A product, an event, a work, or what a user's gazetteer names.</summary>
    Other,
}
