using NewsNlp.Documents;

namespace NewsNlp.Export.Html;

/// <summary>What a marked part of the text is; of two that cover the same characters, the earlier kind is the outer one.</summary>
internal enum InlineKind
{
    Content,
    Source,
    Cue,
    Reference,
    Entity,
}

/// <summary>A marked part of the text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Index">The index of its quote, mention or entity mention.</param>
/// <param name="Piece">Which piece of its quote's content it is, from 0.</param>
internal readonly record struct InlineSpan(TextSpan Span, InlineKind Kind, int Index, int Piece) : IComparable<InlineSpan>
{
    /// <summary>The order in which spans open: by start, the longer first.</summary>
    public int CompareTo(InlineSpan other)
    {
        var order = Span.Start.CompareTo(other.Span.Start);
        order = order != 0 ? order : other.Span.Length.CompareTo(Span.Length);
        order = order != 0 ? order : Kind.CompareTo(other.Kind);
        return order != 0 ? order : Index.CompareTo(other.Index);
    }

    /// <summary>Everything that is marked in a document, in the order in which it opens.</summary>
    public static List<InlineSpan> Collect(ArticleModel article)
    {
        var document = article.Document;
        var spans = new List<InlineSpan>();
        foreach (var quote in article.Quotes)
        {
            for (var piece = 0; piece < quote.Contents.Count; piece++)
            {
                spans.Add(new InlineSpan(quote.Contents[piece], InlineKind.Content, quote.Index, piece));
            }

            foreach (var source in quote.Source)
            {
                spans.Add(new InlineSpan(source, InlineKind.Source, quote.Index, 0));
            }

            if (quote.Cue is { } cue)
            {
                spans.Add(new InlineSpan(cue, InlineKind.Cue, quote.Index, 0));
            }
        }

        if (document.Has(Layer.EntityMentions))
        {
            foreach (var mention in document.EntityMentions)
            {
                spans.Add(new InlineSpan(mention.Span, InlineKind.Entity, mention.Index, 0));
            }
        }

        if (document.Has(Layer.Coreference))
        {
            foreach (var mention in document.Mentions)
            {
                if (mention.EntityMention is null)
                {
                    spans.Add(new InlineSpan(mention.Span, InlineKind.Reference, mention.Index, 0));
                }
            }
        }

        spans.Sort();
        return spans;
    }
}
