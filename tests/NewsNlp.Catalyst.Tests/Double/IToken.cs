namespace Catalyst;

public interface IToken
{
    /// <summary>The first character.</summary>
    int Begin { get; }

    /// <summary>The last character, not the one behind it.</summary>
    int End { get; }

    int Length { get; }

    /// <summary>Counts in the span.</summary>
    int Index { get; }

    /// <summary>The replacement, where there is one; else the text.</summary>
    string Value { get; }

    string OriginalValue { get; }

    PartOfSpeech POS { get; set; }

    string Lemma { get; }

    IReadOnlyList<EntityType> EntityTypes { get; }
}

public interface ITokens : IToken
{
    EntityType EntityType { get; }

    IEnumerable<IToken> Children { get; }
}
