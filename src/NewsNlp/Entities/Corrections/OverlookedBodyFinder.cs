using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// Finds bodies that the model overlooks where the words leave no doubt: a legal form behind a name (<c>Tarn Group</c>), a house where
/// somebody is an analyst (<c>analysts at Brewin Lyle</c>), a paper with the article in its name (<c>told The Sun</c>), a company that
/// everybody knows, an index of shares.
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class OverlookedBodyFinder
{
    private const int CancellationInterval = 256;
    private const int MostTokens = 5;
    private const int MostTokensOfKnown = 3;
    private const int MostTokensOfIndex = 4;
    private const float Score = 0.9f;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _forms = CorrectionLists.Read("legal-forms");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _wordsBefore = CorrectionLists.Read("words-before-names");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _companies = CorrectionLists.Read("companies");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _indices = CorrectionLists.Read("indices");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _papers = CorrectionLists.Read("papers-with-article");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _analysts = CorrectionLists.Read("analysts", StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the names of one sentence to <paramref name="names"/>, in order, not overlapping.</summary>
    public void Find(ReadOnlySpan<char> text, TokenLayer tokens, int first, int count, InterruptibleList<FoundMention> names, CancellationToken cancellationToken = default)
    {
        var sentence = new SentenceForms(text, tokens, first + count);
        for (int token = first; token < sentence.End; token++)
        {
            if ((token - first) % CancellationInterval == CancellationInterval - 1) cancellationToken.ThrowIfCancellationRequested();
            var form = sentence[token];
            if (char.IsUpper(form[0]) && EndOfListed(_indices, sentence, token, MostTokensOfIndex) is var index && index > token)
            {
                names.Add(new FoundMention(token, index - token, EntityLabel.Misc, Score));
                token = index - 1;
                continue;
            }

            int end = form.Length < 2 || !HasCapital(form) ? token
                : EndOfKnown(sentence, token) is var known && known > token ? known
                : !char.IsUpper(form[0]) ? token
                : token == first && _wordsBefore.Contains(form) ? token
                : form is "The" ? EndOfPaper(sentence, first, token)
                : IsBehindAnalyst(sentence, first, token) ? EndOfName(sentence, token)
                : EndOfCompany(sentence, first, token);
            if (end == token) continue;
            names.Add(new FoundMention(token, end - token, EntityLabel.Organization, Score));
            token = end - 1;
        }
    }

    /// <summary>The end of words with capitals that a legal form closes; not of a line that has capitals throughout.</summary>
    private int EndOfCompany(in SentenceForms sentence, int first, int token)
    {
        // The sentence's first word has its capital whatever it is.
        int end = EndOfName(sentence, token);
        while (end - token > 1 && !_forms.Contains(sentence[end - 1]) && !IsFamilyFirm(sentence, token, end)) end--;
        return end - token > 1 && (token > first || end - token > 2 || end == sentence.End || char.IsLower(sentence[end][0])) && !IsAmongCapitals(sentence, first, token, end)
            ? end : token;
    }

    /// <summary><c>Brill &amp; Daughters</c>.</summary>
    private static bool IsFamilyFirm(in SentenceForms sentence, int token, int end) =>
        end - token > 2 && sentence[end - 2] is "&" && sentence[end - 1] is "Sons" or "Son" or "Daughters" or "Brothers" or "Partners" or "Associates" or "Company" or "Co";

    // "easyJet" has one, too.
    private static bool HasCapital(ReadOnlySpan<char> form) => form.ContainsAnyInRange('A', 'Z');

    // A headline in title case: a neighbour with a capital as well.
    private bool IsAmongCapitals(in SentenceForms sentence, int first, int token, int end) =>
        (token > first && char.IsUpper(sentence[token - 1][0]) && !(token == first + 1 && _wordsBefore.Contains(sentence[first]))) || (end < sentence.End && char.IsUpper(sentence[end][0]) && char.IsLower(sentence[end][^1]));

    private bool IsBehindAnalyst(in SentenceForms sentence, int first, int token) =>
        token - 2 >= first && sentence[token - 1] is "at" or "with"
        && _analysts.Contains(sentence[token - 2]);

    /// <summary>The end of a company of the list; where another word with a capital follows, the name is another: <c>Nokia Park</c>.</summary>
    private int EndOfKnown(in SentenceForms sentence, int token) =>
        EndOfListed(_companies, sentence, token, MostTokensOfKnown) is var end && end < sentence.End && char.IsUpper(sentence[end][0]) && sentence[end].Length > 1
            ? token : end;

    /// <summary>The end of the longest entry of a list that begins with a token; the token where there is none.</summary>
    private static int EndOfListed(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> list, in SentenceForms sentence, int token, int mostTokens)
    {
        for (int end = Math.Min(sentence.End, token + mostTokens); end > token; end--)
        {
            if (list.Contains(sentence.Words(token, end))) return end;
        }

        return token;
    }

    private int EndOfPaper(in SentenceForms sentence, int first, int token) =>
        token > first && token + 1 < sentence.End && char.IsLower(sentence[token - 1][0]) && _papers.Contains(sentence[token + 1])
        && (token + 2 == sentence.End || !char.IsUpper(sentence[token + 2][0])) ? token + 2 : token;

    private static int EndOfName(in SentenceForms sentence, int token)
    {
        int end = token;
        while (end < sentence.End && end - token < MostTokens && (char.IsUpper(sentence[end][0]) || (sentence[end] is "&" && end > token))) end++;
        while (end > token && sentence[end - 1] is "&") end--;
        return end;
    }
}
