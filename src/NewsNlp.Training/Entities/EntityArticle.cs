using NewsNlp.Documents;
using NewsNlp.Entities.Recognition;

namespace NewsNlp.Training.Entities;

/// <summary>A gold mention of an article, in UTF-16 code units.</summary>
internal readonly record struct GoldMention(TextSpan Span, EntityLabel Label);

/// <summary>An article with its gold mentions, read by the product's own stages up to the sentences.</summary>
internal sealed class EntityArticle
{
    public EntityArticle(string id, bool isOriginalText, Document document, IReadOnlyList<GoldMention> gold, LabelScheme? scheme = null)
    {
        (Id, IsOriginalText, Document, Gold) = (id, isOriginalText, document, gold);
        Scheme = scheme ?? LabelScheme.News;
        Labels = new int[document.Tokens.Count];
        SentenceOf = new int[Labels.Length];
        Array.Fill(SentenceOf, -1);
        for (int i = 0; i < document.Sentences.Count; i++)
        {
            var sentence = document.Sentences[i];
            Array.Fill(SentenceOf, i, sentence.FirstToken, sentence.TokenCount);
        }

        // Sums first: in "US$180 million" the sum has a better right to the token "US$" than the country.
        foreach (var mention in gold.OrderBy(mention => mention.Label == EntityLabel.Money ? 0 : 1)) Align(mention);
    }

    public string Id { get; }

    /// <summary>Whether the text is the article as published, and not put together again from tokens.</summary>
    public bool IsOriginalText { get; }

    public Document Document { get; }

    public IReadOnlyList<GoldMention> Gold { get; }

    /// <summary>Which labels there are.</summary>
    public LabelScheme Scheme { get; }

    /// <summary>The chain label of every token.</summary>
    public int[] Labels { get; }

    /// <summary>The sentence of every token; -1 for none.</summary>
    public int[] SentenceOf { get; }

    /// <summary>Gold mentions whose ends are not the ends of tokens; the tokens that they touch are labelled all the same.</summary>
    public List<GoldMention> Misaligned { get; } = [];

    /// <summary>
    /// Gold mentions that no labels can say: across sentences, outside of them, overlapping another one, of an unknown kind, or
    /// inside a hyphenated token that as a whole names nothing ("pro-Verland").
    /// </summary>
    public List<GoldMention> Lost { get; } = [];

    /// <summary>Whether a candidate is a mention of the article, as far as labels can say it.</summary>
    public bool IsGold(in MentionCandidate candidate)
    {
        for (int i = 0; i < candidate.Length; i++)
        {
            if (Labels[candidate.First + i] != ChainLabels.Of(candidate.Kind, i, candidate.Length)) return false;
        }

        return true;
    }

    private void Align(GoldMention mention)
    {
        var tokens = Document.TokenLayer;
        int first = Array.BinarySearch(tokens.Starts, mention.Span.Start);
        if (first < 0) first = Math.Max(0, ~first - 1);
        while (first < tokens.Count && tokens.Span(first).End <= mention.Span.Start) first++;
        int last = first;
        while (last + 1 < tokens.Count && tokens.Starts[last + 1] < mention.Span.End) last++;
        int kind = Scheme.IndexOf(mention.Label);
        bool lost = first == tokens.Count || kind < 0 || tokens.Starts[first] >= mention.Span.End
            || SentenceOf[first] < 0 || SentenceOf[first] != SentenceOf[last]
            || Labels.AsSpan(first, last - first + 1).ContainsAnyExcept(0)
            || IsBehindHyphen(mention.Span, tokens.Span(first)) && !char.IsAsciiDigit(Document.Text[mention.Span.End - 1]);
        if (lost)
        {
            Lost.Add(mention);
            return;
        }

        if (tokens.Span(first, last - first + 1) != mention.Span) Misaligned.Add(mention);
        for (int token = first; token <= last; token++)
            Labels[token] = ChainLabels.Of(kind, token - first, last - first + 1);
    }

    private bool IsBehindHyphen(TextSpan mention, TextSpan token) =>
        mention.Start > token.Start && Document.Text[mention.Start - 1] is '-' or '\u2010' or '\u2011';
}
