using NewsNlp.Documents;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Coreference;

/// <summary>Which gold entity an expression of a text means.</summary>
internal sealed class GoldEntities
{
    private readonly Dictionary<TextSpan, int> _spans = [];
    private readonly List<(TextSpan Span, List<TextSpan> Heads, int Entity)> _mentions = [];

    public GoldEntities(GoldDocument document, IEnumerable<GoldMention> mentions)
    {
        var words = document.Words;
        foreach (var mention in mentions)
        {
            var span = TextSpan.FromBounds(words[mention.First].Start, words[mention.End - 1].End);
            var heads = NamingWords.Of(mention.First, mention.End, word => words[word].Head, word => words[word].IsTied)
                .Select(word => new TextSpan(words[word].Start, words[word].Length));
            _spans.TryAdd(span, mention.Entity);
            _mentions.Add((span, [.. heads], mention.Entity));
        }

        _mentions.Sort((a, b) => a.Span.Length.CompareTo(b.Span.Length));
    }

    /// <summary>
    /// The entity of the mention with this span; else of the shortest mention around it a naming word of which it holds ("Lavrov" inside
    /// "the Russian minister, Sergei Lavrov"); -1 where there is none.
    /// </summary>
    public int Of(TextSpan span)
    {
        if (_spans.TryGetValue(span, out int entity)) return entity;
        foreach (var mention in _mentions)
        {
            if (mention.Span.Contains(span) && mention.Heads.Exists(span.Contains)) return mention.Entity;
        }

        return -1;
    }
}
