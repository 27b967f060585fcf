namespace Catalyst;

/// <summary>The data behind a <see cref="Span"/>.</summary>
internal sealed class Sentence(int begin, int end)
{
    public int Begin { get; } = begin;

    public int End { get; } = end;

    public List<Word> Tokens { get; } = [];
}

/// <summary>A token, and what was found for it.</summary>
internal sealed class Word(string text, int begin, int end, int index, string? replacement) : IToken
{
    public int Begin { get; } = begin;

    public int End { get; } = end;

    public int Length => End - Begin + 1;

    public int Index { get; set; } = index;

    public string Value => replacement ?? OriginalValue;

    public string OriginalValue => text.Substring(Begin, Length);

    public PartOfSpeech POS { get; set; }

    public string Lemma { get; set; } = "";

    public IReadOnlyList<EntityType> EntityTypes => Entities;

    public List<EntityType> Entities { get; } = [];

    public EntityTag TagIn(string type) => Entities.Find(entity => entity.Type == type).Tag;
}

/// <summary>An entity. Much of what its interface promises throws, as it does in the package.</summary>
internal sealed class Entity(EntityType type, List<Word> words) : ITokens
{
    public EntityType EntityType { get; } = type;

    public IEnumerable<IToken> Children => words;

    public int Begin => words[0].Begin;

    public int End => words[^1].End;

    public int Length => End - Begin + 1;

    public int Index => throw new NotSupportedException("An entity has no index.");

    public string Value => string.Join(' ', words.Select(word => word.Value));

    public string OriginalValue => string.Join(' ', words.Select(word => word.OriginalValue));

    public PartOfSpeech POS
    {
        get => PartOfSpeech.X;
        set => throw new NotSupportedException("An entity has no tag.");
    }

    public string Lemma => string.Join(' ', words.Select(word => word.Lemma));

    public IReadOnlyList<EntityType> EntityTypes => [EntityType];
}
