using NewsNlp.Coreference.Lexicons;
using NewsNlp.Documents;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Reading;

/// <summary>An expression that may refer to an entity, with what its own words tell of it.</summary>
internal struct MentionDraft
{
    /// <summary>Its first token.</summary>
    public int Start;

    /// <summary>The token behind its last.</summary>
    public int End;

    /// <summary>The token that says what it is: the noun of a noun phrase, the last word of a name.</summary>
    public int Head;

    /// <summary>The first token behind determiner and possessor, or of a name behind its titles.</summary>
    public int Core;

    /// <summary>The end of the words that a name or a base noun phrase is made of, without what hangs behind.</summary>
    public int CoreEnd;

    /// <summary>Where the titles and roles before a name begin; its first token where there are none.</summary>
    public int TitleStart;

    public MentionKind Kind;

    /// <summary>Its index among the document's entity mentions; -1 where it is none.</summary>
    public int EntityMention;

    public int Sentence;

    /// <summary>The quotation whose own words it stands in; -1 outside.</summary>
    public int Quote;

    public EntityClass Class;

    public Gender Gender;

    public bool IsPlural;

    /// <summary>Begins with "the", "this", a possessor.</summary>
    public bool IsDefinite;

    /// <summary>Stands before its verb, not behind a preposition.</summary>
    public bool IsSubject;

    /// <summary>Stands in a byline: a writer, not a figure of the article.</summary>
    public bool IsByline;

    /// <summary>Who speaks a quote, in the text's words.</summary>
    public bool IsSource;

    /// <summary>The quote whose source it is; where it is of several, the last. Only to be read where <see cref="IsSource"/>.</summary>
    public int SourceOf;

    /// <summary>Turned out to be a part of another mention, and refers to nothing itself.</summary>
    public bool IsDropped;

    /// <summary>A name with <c>Mr</c> or the like in front, which goes with family names.</summary>
    public bool HasTitle;

    /// <summary>Whether the title right before the name is one that stands before given names: "Sir Keir".</summary>
    public bool HasGivenNameTitle;

    /// <summary>The last role or rank right before a name, <c>minister</c>; null where there is none.</summary>
    public string? Title;

    /// <summary>What the word lists say of the pronoun or the head noun.</summary>
    public WordEntry? Entry;
}
