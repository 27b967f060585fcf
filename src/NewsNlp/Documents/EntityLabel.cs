namespace NewsNlp.Documents;

/// <summary>
/// The kind of thing that an entity mention names. The well-known labels are static members; a user's gazetteer may bring
/// any other.
/// </summary>
/// <remarks>Labels compare by name, ordinal and case-sensitive. The default value has the empty name.</remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct EntityLabel
{
    private readonly string? _name;

    /// <summary>Creates a label.</summary>
    /// <param name="name">The label's name, not empty, without white space at its ends.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty, or has white space at an end.</exception>
    public EntityLabel(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]))
        {
            throw new ArgumentException($"The label '{name}' has white space at an end; trim it.", nameof(name));
        }

        _name = name;
    }

    /// <summary>A person or a family.</summary>
    public static EntityLabel Person { get; } = new("Person");

    /// <summary>A company, agency, party, team, ministry.</summary>
    public static EntityLabel Organization { get; } = new("Organization");

    /// <summary>A country, city, region, river, mountain.</summary>
    public static EntityLabel Location { get; } = new("Location");

    /// <summary>A building, airport, road, bridge.</summary>
    public static EntityLabel Facility { get; } = new("Facility");

    /// <summary>A nationality, religious or political group.</summary>
    public static EntityLabel NORP { get; } = new("NORP");

    /// <summary>A product, vehicle, weapon, food.</summary>
    public static EntityLabel Product { get; } = new("Product");

    /// <summary>An event, work, law, award, language.</summary>
    public static EntityLabel Misc { get; } = new("Misc");

    /// <summary>A date or a period of a day or longer.</summary>
    public static EntityLabel Date { get; } = new("Date");

    /// <summary>
    /// A date that counts from the day of writing, or that leaves part of itself to it: "yesterday", "last week", "two years ago", "the
    /// third quarter", "Thursday night", "mid-April", "Christmas Eve". The corpora that <see cref="Date"/> is learned from leave these out.
    /// </summary>
    public static EntityLabel RelativeDate { get; } = new("RelativeDate");

    /// <summary>An amount of money.</summary>
    public static EntityLabel Money { get; } = new("Money");

    /// <summary>A time of day or a period shorter than a day.</summary>
    public static EntityLabel Time { get; } = new("Time");

    /// <summary>A percentage.</summary>
    public static EntityLabel Percent { get; } = new("Percent");

    /// <summary>A measured amount with its unit.</summary>
    public static EntityLabel Quantity { get; } = new("Quantity");

    /// <summary>A rank: <c>first</c>, <c>22nd</c>.</summary>
    public static EntityLabel Ordinal { get; } = new("Ordinal");

    /// <summary>A count that is nothing else of these.</summary>
    public static EntityLabel Cardinal { get; } = new("Cardinal");

    /// <summary>The label's name, as JSON has it.</summary>
    public string Name => _name ?? "";

    /// <inheritdoc/>
    public bool Equals(EntityLabel other) => string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Name, StringComparison.Ordinal);

    /// <summary>The label's name.</summary>
    public override string ToString() => Name;
}
