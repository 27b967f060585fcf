using System.Text;
using NewsNlp.Documents;
using NewsNlp.Entities.Recognition;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Entities;

/// <summary>Turns tokens with BIO labels into articles: over their raw text where it is known, over a text put together from the tokens otherwise.</summary>
/// <param name="analyze">Reads a text up to the sentences.</param>
/// <param name="labels">What the kinds of the labels are called in the product; others are left out.</param>
/// <param name="scheme">The labels that are learned; null for those of news.</param>
internal sealed class BioArticles(Func<string, Document> analyze, IReadOnlyDictionary<string, string> labels, LabelScheme? scheme = null)
{
    // How far the next token may be from where it should be: the reader of a treebank may have left out what a word was spelled as.
    private const int Search = 40;

    /// <summary>Makes an article.</summary>
    /// <param name="source">The tokens and labels.</param>
    /// <param name="text">The raw text; null where it is not known.</param>
    public EntityArticle Make(BioDocument source, string? text)
    {
        var spans = new TextSpan[source.Tokens.Count];
        string raw = text ?? Join(source, spans);
        if (text is not null) Find(source, text, spans);
        var gold = new List<GoldMention>();
        foreach (var (first, count, kind) in source.Mentions())
        {
            var (start, end) = (spans[first], spans[first + count - 1]);
            if (!labels.TryGetValue(kind, out string? label) || start.IsEmpty || end.IsEmpty) continue;
            gold.Add(new GoldMention(TextSpan.FromBounds(start.Start, end.End), new EntityLabel(label)));
        }
        return new EntityArticle(source.Id, text is not null, analyze(raw), gold, scheme);
    }

    // Tokens that are not found keep an empty span.
    private static void Find(BioDocument source, string text, TextSpan[] spans)
    {
        int at = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            string token = source.Tokens[i];
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            int found = text.IndexOf(token, at, Math.Min(Search + token.Length, text.Length - at), StringComparison.Ordinal);
            if (found < 0) continue;
            spans[i] = new TextSpan(found, token.Length);
            at = found + token.Length;
        }
    }

    private static string Join(BioDocument source, TextSpan[] spans)
    {
        var text = new StringBuilder();
        int token = 0;
        bool inQuotation = false;
        foreach (int end in source.SentenceEnds)
        {
            if (text.Length > 0) text.Append(' ');
            int start = token;
            for (; token < end; token++)
            {
                string form = source.Tokens[token];
                bool closes = form is "\"" && inQuotation;
                if (token > start && !closes && !StandsClose(form) && !OpensClose(source.Tokens[token - 1], inQuotation)) text.Append(' ');
                if (form is "\"") inQuotation = !inQuotation;
                spans[token] = new TextSpan(text.Length, form.Length);
                text.Append(form);
            }
        }
        return text.ToString();
    }

    private static bool StandsClose(string form) =>
        form is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "''" or "n't" || form.Length > 1 && form[0] == '\'';

    private static bool OpensClose(string form, bool inQuotation) => form is "(" or "[" or "$" or "``" || form is "\"" && inQuotation;
}
