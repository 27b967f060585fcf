namespace NewsNlp.Documents;

/// <summary>
/// A layer of annotation that a document can hold. <see cref="Document.Has(Layer)"/> tells whether it was computed.
/// </summary>
public enum Layer : byte
{
    /// <summary>What the parts of the page are: headline, byline, paragraph, furniture.</summary>
    Blocks,

    /// <summary>Words, numbers, punctuation marks.</summary>
    Tokens,

    /// <summary>Sentences: runs of tokens.</summary>
    Sentences,

    /// <summary>A universal part of speech for each token.</summary>
    PartOfSpeech,

    /// <summary>A dictionary form for each token.</summary>
    Lemmas,

    /// <summary>Names, dates, amounts: spans with a label.</summary>
    EntityMentions,

    /// <summary>Who said what, in whose words.</summary>
    Quotes,

    /// <summary>Entities, every expression that refers to one, and the speaker of each quote.</summary>
    Coreference,
}
