using System.Collections;

namespace Catalyst;

public readonly struct Span : IEnumerable<IToken>
{
    private readonly Sentence _sentence;

    internal Span(Sentence sentence) => _sentence = sentence;

    public int Begin => _sentence.Begin;

    public int End => _sentence.End;

    public IEnumerable<IToken> Tokens => _sentence.Tokens;

    public int TokensCount => _sentence.Tokens.Count;

    /// <summary>Runs of tokens from one that begins an entity to the one that ends it, and single ones.</summary>
    public IEnumerable<ITokens> GetEntities(Func<EntityType, bool>? filter = null)
    {
        var tokens = _sentence.Tokens;
        for (var first = 0; first < tokens.Count; first++)
        {
            foreach (var type in tokens[first].Entities.Where(type => filter is null || filter(type)))
            {
                var last = first;
                while (type.Tag == EntityTag.Begin && tokens[last].TagIn(type.Type) != EntityTag.End && last + 1 < tokens.Count)
                {
                    last++;
                }

                if (type.Tag is EntityTag.Begin or EntityTag.Single)
                {
                    yield return new Entity(type, tokens[first..(last + 1)]);
                }
            }
        }
    }

    public IEnumerator<IToken> GetEnumerator() => Tokens.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
