using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// Sentences that end with who said them: "Police found the boats in a barn, prosecutor Jane Oduya told the court." Where another cue of
/// the sentence has taken the end for its own content, it is cut off, and what the sentence says before it has its source.
/// </summary>
internal static class TrailingSources
{
    private const int LongestSource = 9;
    private const int LongestEnd = 8;
    private const int FewestTokens = 4;
    private const float Confidence = 0.65f;

    /// <summary>Adds the attributions of such sentences; all are in order of their cues, before and after.</summary>
    public static void Add(ArticleReader article, List<Attribution> attributions)
    {
        int before = attributions.Count, next = 0;
        for (var sentence = 0; sentence < article.SentenceCount; sentence++)
        {
            article.Look(sentence);
            int start = article.SentenceStarts[sentence], end = article.SentenceEnds[sentence];
            while (next < before && attributions[next].Cue.First < start)
            {
                next++;
            }

            if (Verb(article, start, end) is > 0 and var verb && Comma(article, start, verb) is > 0 and var comma)
            {
                AddAt(article, attributions, next, before, new TokenRange(start, comma), verb);
            }
        }

        if (attributions.Count > before)
        {
            AttributionLists.SortByCue(article, attributions);
        }
    }

    private static void AddAt(ArticleReader article, List<Attribution> attributions, int first, int end, TokenRange clause, int verb)
    {
        var last = first;
        for (; last < end && attributions[last].Cue.First < article.SentenceEnds[article.Sentences[verb]]; last++)
        {
            if (attributions[last].Cue.End > clause.End)
            {
                return;
            }
        }

        // Without another cue the models have seen all there is.
        if (last == first)
        {
            return;
        }

        for (var i = first; i < last; i++)
        {
            var content = attributions[i].Content;
            for (var piece = content.Count - 1; piece >= 0; piece--)
            {
                if (content[piece].First < clause.End && content[piece].End > clause.End)
                {
                    content[piece] = new TokenRange(content[piece].First, clause.End);
                }
            }
        }

        var added = new Attribution();
        added.Clear(new Cue(verb, verb + 1, 1));
        added.Source.Add(new TokenRange(clause.End + 1, verb));
        added.Content.Add(clause);
        added.Confidence = Confidence;
        added.Rules = QuoteRules.TrailingSource;
        attributions.Add(added);
    }

    /// <summary>The verb that ends a sentence, or has a noun phrase behind it; 0 where there is none.</summary>
    private static int Verb(ArticleReader article, int start, int end)
    {
        if (end - start < FewestTokens || article.Classes[end - 1] != TokenClass.FullStop)
        {
            return 0;
        }

        for (var token = end - 2; token > start && end - token <= LongestEnd; token--)
        {
            if (article.Form(token) is "said" or "told")
            {
                return Addressees.IsNounPhrase(article, new TokenRange(token + 1, end - 1)) ? token : 0;
            }
        }

        return 0;
    }

    /// <summary>The comma before a source that ends at a verb, with a clause without quotation marks before it; 0 where there is none.</summary>
    private static int Comma(ArticleReader article, int start, int verb)
    {
        var comma = verb - 1;
        var speaks = false;
        while (comma > start && verb - comma <= LongestSource && article.Classes[comma] != TokenClass.Comma)
        {
            speaks |= article.IsOfSpeaker(comma);
            comma--;
        }

        if (!speaks || comma - start < FewestTokens || article.Classes[comma] != TokenClass.Comma || !Addressees.IsNounPhrase(article, new TokenRange(comma + 1, verb)))
        {
            return 0;
        }

        for (var token = comma - 1; token >= start; token--)
        {
            if (article.Classes[token] is >= TokenClass.VerbS and <= TokenClass.AuxiliaryModal)
            {
                return comma;
            }
        }

        return 0;
    }
}
