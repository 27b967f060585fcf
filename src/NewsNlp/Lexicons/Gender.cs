namespace NewsNlp.Lexicons;

/// <summary>What pronoun may stand for someone or something, as far as is known.</summary>
internal enum Gender : byte
{
    /// <summary>Not known: anything goes.</summary>
    Unknown,

    /// <summary>he</summary>
    Male,

    /// <summary>she</summary>
    Female,

    /// <summary>it</summary>
    Neuter,

    /// <summary>A person, but nothing says whether a man or a woman: he or she, not it.</summary>
    Person,
}
