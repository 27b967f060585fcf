namespace Catalyst;

/// <summary>The universal tags, and one for "not tagged".</summary>
public enum PartOfSpeech
{
    NONE,
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X,
}
