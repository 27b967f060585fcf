namespace NewsNlp.Documents;

/// <summary>What the source does to the content.</summary>
public enum QuoteAct : byte
{
    /// <summary>Says, writes, announces it.</summary>
    Speech,

    /// <summary>Believes, wants, hopes, fears it.</summary>
    Attitude,

    /// <summary>Shows it: figures, images, documents.</summary>
    Evidence,
}
