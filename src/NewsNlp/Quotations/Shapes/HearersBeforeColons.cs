using System.Collections.Frozen;
using NewsNlp.Lexicons;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// "The coach berated his players: 'That was a shambles.'": whoever is spoken to before a colon is no part of what is said, and no content
/// of its own.
/// </summary>
internal static class HearersBeforeColons
{
    private const int LongestHearer = 10;

    /// <summary>Attributions come in the order of their cues: who else has the quotation is not further off than this.</summary>
    private const int Neighbours = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs =
        EmbeddedLines.ReadSet("Quotations/Shapes/Resources/addressing-verbs.txt", StringComparer.Ordinal);

    /// <summary>Takes hearers out of contents; where nothing is left, the quotation behind the colon is the content, unless another attribution has it.</summary>
    public static void Mend(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions)
    {
        var kept = 0;
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            var attribution = attributions[i];
            if (QuotationBehindHearer(article, quotations, attribution) is { Length: > 0 } quotation)
            {
                var content = attribution.Content[0];
                if (content.End <= quotation.First && (attribution.Content.Count > 1 || IsTaken(quotation, attributions, i, kept)))
                {
                    continue;
                }

                attribution.Content[0] = content.End <= quotation.First ? quotation : content with { First = quotation.First };
                attribution.Rules |= QuoteRules.AddresseeReplaced;
            }

            attributions[kept++] = attribution;
        }

        attributions.RemoveRange(kept, attributions.Count - kept);
    }

    /// <summary>The quotation behind a colon before which nothing but a hearer stands behind the cue, where the content begins with that; else nothing.</summary>
    private static TokenRange QuotationBehindHearer(ArticleReader article, QuotationFinder quotations, Attribution attribution)
    {
        if (attribution is not { HasCue: true, Content: [var content, ..] } || content.First != attribution.Cue.End)
        {
            return default;
        }

        var colon = content.First;
        while (colon < article.Count && colon - content.First < LongestHearer && article.Classes[colon] != TokenClass.Colon)
        {
            colon++;
        }

        var next = colon + 1;
        var hearer = new TokenRange(content.First, colon);
        return hearer.Length > 0 && next < article.Count && article.Classes[colon] == TokenClass.Colon
            && quotations.Of[next] is >= 0 and var q && quotations.Quotations[q].First == next
            && IsSpokenTo(article, attribution.Cue, hearer)
            ? new TokenRange(next, quotations.Quotations[q].End)
            : default;
    }

    // One noun phrase, or behind a verb of speaking to somebody several: "told Noah's parents, Liam and Grace".
    private static bool IsSpokenTo(ArticleReader article, Cue cue, TokenRange hearer) =>
        Verbs.Contains(article.LemmaText(CueHead.Of(article, cue)))
            ? AreNounPhrases(article, hearer)
            : Addressees.IsNounPhrase(article, hearer) && (article.Classes[hearer.End - 1] == TokenClass.PronounObject || article.IsPerson(hearer.End - 1));

    private static bool AreNounPhrases(ArticleReader article, TokenRange range)
    {
        var first = range.First;
        for (var token = first; token <= range.End; token++)
        {
            var isBetween = token < range.End && article.Classes[token] is TokenClass.Comma or TokenClass.Conjunction or TokenClass.Adposition;
            if (!isBetween && token < range.End)
            {
                continue;
            }

            if (!Addressees.IsNounPhrase(article, new TokenRange(first, token)))
            {
                return false;
            }

            first = token + 1;
        }

        return true;
    }

    private static bool IsTaken(TokenRange quotation, List<Attribution> attributions, int index, int kept) =>
        HaveIn(quotation, attributions, Math.Max(0, kept - Neighbours), kept)
        || HaveIn(quotation, attributions, index + 1, Math.Min(attributions.Count, index + 1 + Neighbours));

    private static bool HaveIn(TokenRange quotation, List<Attribution> attributions, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (attributions[i].Content.Exists(piece => piece.Overlaps(quotation)))
            {
                return true;
            }
        }

        return false;
    }
}
