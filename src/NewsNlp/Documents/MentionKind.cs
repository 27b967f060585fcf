namespace NewsNlp.Documents;

/// <summary>How an expression refers to its entity.</summary>
public enum MentionKind : byte
{
    /// <summary>By a name: <c>Mr Lavrov</c>.</summary>
    Name,

    /// <summary>By a common noun: <c>the minister</c>.</summary>
    Nominal,

    /// <summary>By a pronoun: <c>he</c>.</summary>
    Pronoun,
}
