using NewsNlp.Documents;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Coreference;

/// <summary>Which gold entity an expression of a text means.</summary>
internal sealed class GoldEntities
{
    private readonly Dictionary<TextSpan, int> _spans = [];
    private readonly List<(TextSpan Span, TextSpan Head, int Entity)> _mentions = [];

    public GoldEntities(GoldDocument document, IEnumerable<GoldMention> mentions)
    {
        foreach (var mention in mentions)
        {
            var words = document.Words;
            var span = TextSpan.FromBounds(words[mention.First].Start, words[mention.End - 1].End);
            var head = words[Head(document, mention)];
            _spans.TryAdd(span, mention.Entity);
            _mentions.Add((span, TextSpan.FromBounds(head.Start, head.End), mention.Entity));
        }

        _mentions.Sort((a, b) => a.Span.Length.CompareTo(b.Span.Length));
    }

    /// <summary>
    /// The entity of the mention with this span; else of the shortest mention around it whose head word it holds ("Lavrov" inside
    /// "the Russian minister, Sergei Lavrov"); -1 where there is none.
    /// </summary>
    public int Of(TextSpan span)
    {
        if (_spans.TryGetValue(span, out int entity)) return entity;
        foreach (var mention in _mentions)
        {
            if (mention.Span.Contains(span) && span.Contains(mention.Head)) return mention.Entity;
        }

        return -1;
    }

    // The first word whose own head lies outside.
    private static int Head(GoldDocument document, GoldMention mention)
    {
        for (int word = mention.First; word < mention.End; word++)
        {
            int head = document.Words[word].Head;
            if (head < mention.First || head >= mention.End) return word;
        }

        return mention.End - 1;
    }
}
