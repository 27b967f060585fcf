using NewsNlp.Documents;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tagging;

/// <summary>
/// Learns the library's <see cref="LemmaRules"/> from forms with tags and lemmas: for each suffix, from none to the longest,
/// a rule where its words mostly differ from what a shorter suffix says; then the words that the rules get wrong.
/// </summary>
internal sealed class LemmaRuleBuilder
{
    private readonly SortedDictionary<(string Form, Upos Tag), Votes> _words = new(WordOrder);
    private readonly SortedDictionary<(string Form, Upos Tag, Upos Next), Votes> _wordsBefore = new(WordBeforeOrder);

    private static readonly Comparer<(string Form, Upos Tag)> WordOrder =
        Comparer<(string Form, Upos Tag)>.Create((a, b) => string.CompareOrdinal(a.Form, b.Form) is var c and not 0 ? c : a.Tag.CompareTo(b.Tag));

    private static readonly Comparer<(string Form, Upos Tag, Upos Next)> WordBeforeOrder =
        Comparer<(string Form, Upos Tag, Upos Next)>.Create((a, b) =>
            WordOrder.Compare((a.Form, a.Tag), (b.Form, b.Tag)) is var c and not 0 ? c : a.Next.CompareTo(b.Next));

    /// <summary>Adds a word of the training data.</summary>
    public void Add(ReadOnlySpan<char> form, Upos tag, Upos next, string lemma, int weight)
    {
        if (lemma is "" or "_" || form.Length > 64) return;
        Span<char> prepared = stackalloc char[form.Length];
        Lemmatizer.Prepare(form, tag, prepared);
        string word = prepared.ToString();
        var edit = Edit.Between(word, lemma);
        if (!_words.TryGetValue((word, tag), out var votes)) _words[(word, tag)] = votes = new Votes();
        votes.Add(edit, weight);
        if (!_wordsBefore.TryGetValue((word, tag, next), out votes)) _wordsBefore[(word, tag, next)] = votes = new Votes();
        votes.Add(edit, weight);
    }

    /// <summary>Learns and writes the rules.</summary>
    public void Write(SectionWriter writer)
    {
        var suffixes = LearnSuffixes();
        var rules = new SortedDictionary<uint, (Edit Edit, bool DependsOnNext)>();
        foreach (var (key, edit) in suffixes) rules.TryAdd(key, (edit, false));
        foreach (var ((form, tag), votes) in _words)
        {
            if (votes.Best() != Predict(suffixes, form, tag)) rules[LemmaRules.Key(tag, FeatureHash.Of(form))] = (votes.Best(), false);
        }
        foreach (var ((form, tag, next), votes) in _wordsBefore)
        {
            var usual = _words[(form, tag)].Best();
            if (votes.Best() == usual || votes.Of(votes.Best()) < votes.Of(usual) + 2) continue;
            ulong hash = FeatureHash.Of(form);
            rules[LemmaRules.KeyWithNext(tag, hash, next)] = (votes.Best(), false);
            rules[LemmaRules.Key(tag, hash)] = (usual, true);
        }

        Edit[] edits = [.. rules.Values.Select(rule => rule.Edit).Distinct().Order()];
        writer.Int32(edits.Length);
        foreach (var edit in edits)
        {
            writer.Byte((byte)edit.Strip);
            writer.Text(edit.Append);
        }
        writer.Int32(rules.Count);
        HashIndexWriter.Write(writer, [.. rules.Keys]);
        foreach (var (edit, dependsOnNext) in rules.Values)
            writer.UInt16((ushort)(Array.BinarySearch(edits, edit) | (dependsOnNext ? LemmaRules.DependsOnNext : 0)));
        writer.Zeros(HashIndex.Padding);
    }

    private Dictionary<uint, Edit> LearnSuffixes()
    {
        var rules = new Dictionary<uint, Edit>();
        for (int length = 0; length <= LemmaRules.LongestSuffix; length++)
        {
            // Each word counts once, whatever its frequency: frequent words are the irregular ones.
            var votes = new SortedDictionary<uint, (Votes Votes, Edit Before)>();
            foreach (var ((form, tag), word) in _words)
            {
                if (form.Length <= length) continue;
                uint key = LemmaRules.KeyOfSuffix(tag, form.AsSpan(form.Length - length));
                if (!votes.TryGetValue(key, out var entry)) votes[key] = entry = (new Votes(), Predict(rules, form, tag));
                entry.Votes.Add(word.Best(), 1);
            }
            foreach (var (key, (counts, before)) in votes)
            {
                var best = counts.Best();
                if (length == 0 || (best != before && counts.Of(best) >= counts.Of(before) + 2)) rules.TryAdd(key, best);
            }
        }
        return rules;
    }

    private static Edit Predict(Dictionary<uint, Edit> rules, string form, Upos tag)
    {
        for (int length = Math.Min(LemmaRules.LongestSuffix, form.Length - 1); length >= 0; length--)
            if (rules.TryGetValue(LemmaRules.KeyOfSuffix(tag, form.AsSpan(form.Length - length)), out var edit)) return edit;
        return default;
    }

    private sealed class Votes
    {
        private readonly SortedDictionary<Edit, int> _counts = [];

        public void Add(Edit edit, int weight) => _counts[edit] = Of(edit) + weight;

        public int Of(Edit edit) => _counts.GetValueOrDefault(edit);

        public Edit Best() => _counts.MaxBy(vote => vote.Value).Key;
    }

    private readonly record struct Edit(int Strip, string? Suffix) : IComparable<Edit>
    {
        public string Append => Suffix ?? "";

        public static Edit Between(string form, string lemma)
        {
            int same = 0;
            while (same < form.Length && same < lemma.Length && form[same] == lemma[same]) same++;
            return new Edit(form.Length - same, same == lemma.Length ? null : lemma[same..]);
        }

        public int CompareTo(Edit other) =>
            Strip != other.Strip ? Strip.CompareTo(other.Strip) : string.CompareOrdinal(Append, other.Append);
    }
}
