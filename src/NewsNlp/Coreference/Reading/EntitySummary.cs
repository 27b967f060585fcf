namespace NewsNlp.Coreference.Reading;

/// <summary>What is gathered of a set of mentions before it is written; kept at the mention that stands for the set.</summary>
internal struct EntitySummary
{
    public int Handle;
    public int Names;
    public int Nominals;
    public int Pronouns;
    public bool Speaks;

    /// <summary>Has a first or second person among its pronouns.</summary>
    public bool IsInPerson;

    /// <summary>Has a third person among its pronouns.</summary>
    public bool IsThirdPerson;

    public int Role;

    /// <summary>The entity mention whose label leads the vote, and by how much (Boyer and Moore 1991).</summary>
    public int Label;
    public int LabelLead;
}
