using NewsNlp.Documents;
using NewsNlp.Tokenization;

namespace NewsNlp.Training.Diagnostics;

/// <summary>A document of a data set, as far as it can be looked at without knowing what the set is for.</summary>
/// <param name="id">Its identifier.</param>
/// <param name="text">Its text.</param>
/// <param name="passages">Its sentences or lines, by which overlaps with other sets are found.</param>
internal sealed class DataDocument(string id, string text, IReadOnlyList<string> passages)
{
    private static readonly EnglishTokenizer Tokenizer = new();

    // By where they start.
    private readonly Lazy<Dictionary<int, int>> _tokenEnds = new(() => TokenEnds(text));
    private HashSet<int>? _ends;

    public string Id => id;

    public string Text => text;

    public IReadOnlyList<string> Passages => passages;

    /// <summary>How many tokens the product sees.</summary>
    public int TokenCount => _tokenEnds.Value.Count;

    /// <summary>The labels of everything that is marked.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>What is wrong: the kind of problem, and where.</summary>
    public List<(string Kind, string Where)> Problems { get; } = [];

    public void Report(string kind, string where) => Problems.Add((kind, $"{id}: {where}"));

    /// <summary>Reports what is wrong with a span by itself. Whether it can be looked at further.</summary>
    public bool Check(string label, int start, int end)
    {
        if (start < 0 || end > text.Length || start >= end)
        {
            Report(start == end ? "empty spans" : "spans outside the text", $"{label} {start}–{end}");
            return false;
        }
        string where = $"{label} {start}–{end} \"{Excerpt(start, end)}\"";
        if (char.IsWhiteSpace(text[start]) || char.IsWhiteSpace(text[end - 1])) Report("spans with white space at an edge", where);
        else if (!_tokenEnds.Value.ContainsKey(start) || !(_ends ??= [.. _tokenEnds.Value.Values]).Contains(end)) Report("spans that are not on token boundaries", where);
        return true;
    }

    /// <summary>Reports a word that is not exactly one token of the product.</summary>
    public void CheckWord(string label, int start, int end)
    {
        if (!_tokenEnds.Value.TryGetValue(start, out int tokenEnd) || tokenEnd != end)
            Report("words that are not one token", $"{label} {start}–{end} \"{Excerpt(start, end)}\"");
    }

    /// <summary>Reports the pairs of spans of which each has a part that the other one has not.</summary>
    public void CheckCrossing(IEnumerable<(string Label, TextSpan Span)> spans)
    {
        var open = new List<(string Label, TextSpan Span)>();
        foreach (var next in spans.OrderBy(span => span.Span.Start).ThenByDescending(span => span.Span.End))
        {
            open.RemoveAll(other => other.Span.End <= next.Span.Start);
            foreach (var (label, span) in open)
            {
                if (span.End < next.Span.End && span.Start < next.Span.Start)
                    Report("crossing spans", $"{label} {span.Start}–{span.End} and {next.Label} {next.Span.Start}–{next.Span.End}");
            }
            open.Add(next);
        }
    }

    private string Excerpt(int start, int end) => end - start <= 40 ? text[start..end] : text[start..(start + 40)] + "…";

    private static Dictionary<int, int> TokenEnds(string text)
    {
        var tokens = new TokenBuffer();
        Tokenizer.Tokenize(text, tokens);
        var ends = new Dictionary<int, int>();
        for (int i = 0; i < tokens.Count; i++) ends[tokens.Starts[i]] = tokens.Starts[i] + tokens.Lengths[i];
        return ends;
    }
}
