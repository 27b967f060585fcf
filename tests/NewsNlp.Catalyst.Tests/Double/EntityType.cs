namespace Catalyst;

/// <summary>What a token is in an entity.</summary>
public struct EntityType
{
    public string Type { get; set; }

    public EntityTag Tag { get; set; }
}

/// <summary>Where in an entity a token stands.</summary>
public enum EntityTag
{
    Begin = 'B',
    Inside = 'I',
    End = 'L',
    Outside = 'O',
    Single = 'U',
}
