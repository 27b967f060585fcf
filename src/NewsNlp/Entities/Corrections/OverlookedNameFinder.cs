using System.Collections.Frozen;
using NewsNlp.Documents;
using NewsNlp.Documents.Layers;
using NewsNlp.Threading;

namespace NewsNlp.Entities.Corrections;

/// <summary>
/// Finds persons whom the model overlooks, most of them because the name is a word or a rare one, where what stands beside the name
/// leaves no doubt: a title (<c>Mr. King</c>, but neither <c>Mr. President</c> nor a title alone), or an age (<c>Per Nygård, 91,</c>).
/// </summary>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
internal sealed class OverlookedNameFinder
{
    private const int CancellationInterval = 256;
    private const int MostTokens = 4;
    private const int LongestTitle = 9;

    // Rules do not count how often they are right; where they were looked at, nearly always.
    private const float Score = 0.95f;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _titles = CorrectionLists.Read("titles-before-names");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _offices = CorrectionLists.Read("offices-addressed");

    /// <summary>Adds the names of one sentence to <paramref name="names"/>, in order, not overlapping.</summary>
    public void Find(ReadOnlySpan<char> text, TokenLayer tokens, int first, int count, InterruptibleList<FoundMention> names, CancellationToken cancellationToken = default)
    {
        var sentence = new SentenceForms(text, tokens, first + count);
        for (int token = first; token < sentence.End - 1; token++)
        {
            if ((token - first) % CancellationInterval == CancellationInterval - 1) cancellationToken.ThrowIfCancellationRequested();
            if (!char.IsUpper(sentence[token][0])) continue;
            int from = IsTitle(sentence, token) ? token + 1 : token;
            int end = EndOfName(sentence, from);
            if (end == from || (from == token && (end - from < 2 || !IsAge(sentence, end)))) continue;
            names.Add(new FoundMention(from, end - from, EntityLabel.Person, Score));
            token = end - 1;
        }
    }

    private bool IsTitle(in SentenceForms sentence, int token) =>
        sentence[token].Length <= LongestTitle && _titles.Contains(sentence[token]) && !_offices.Contains(sentence[token + 1]);

    private int EndOfName(in SentenceForms sentence, int from)
    {
        int end = from;
        while (end < sentence.End && end - from < MostTokens && IsName(sentence[end])) end++;
        return end;
    }

    // A capital and a small letter, or an initial: "Mr. King", not "Dr. AND MRS."; a title is no name, but leads to one.
    private bool IsName(ReadOnlySpan<char> form) =>
        form.Length > 1 && char.IsUpper(form[0]) && (char.IsLower(form[^1]) || form is [_, '.']) && !_titles.Contains(form);

    /// <summary>A grown-up's age between commas.</summary>
    private static bool IsAge(in SentenceForms sentence, int comma) =>
        comma + 2 < sentence.End && sentence[comma] is "," && sentence[comma + 2] is "," && sentence[comma + 1] is ['1', >= '6' and <= '9'] or [>= '2' and <= '9', >= '0' and <= '9'];
}
