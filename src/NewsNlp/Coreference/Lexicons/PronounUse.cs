namespace NewsNlp.Coreference.Lexicons;

/// <summary>How a pronoun stands in its sentence.</summary>
internal enum PronounUse : byte
{
    /// <summary>No pronoun.</summary>
    None,

    /// <summary>he</summary>
    Subject,

    /// <summary>him</summary>
    Object,

    /// <summary>his</summary>
    Possessive,

    /// <summary>himself</summary>
    Reflexive,

    /// <summary>who</summary>
    Relative,
}
