using System.Text;
using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Entities.Values;

/// <summary>
/// What the rules find and read in the sentences of the gold and in those of <c>Gold/rules.txt</c>, value by value and without a model: so
/// that no change of a rule goes unseen, for better or worse.
/// </summary>
public class ValueReadingsTests
{
    private static readonly DateOnly?[] Days = [new(2023, 10, 20), new(2024, 1, 6), new(2024, 2, 29), null];

    [Fact]
    public void What_is_found_in_the_gold_is_as_approved()
    {
        var all = new StringBuilder();
        foreach (var gold in GoldValue.Read(PathOf("values.txt")))
        {
            var value = ValueReadings.Read(gold.Sentence, gold.Start, gold.Length, new EntityLabel(gold.Label), gold.Published);
            Write(all, gold.Sentence, $"{gold.Label} [{gold.Expression}] {ValueReadings.Of(value)}");
        }

        Snapshot.Matches(all.ToString(), "values-gold.txt");
    }

    /// <summary>As seen from a Friday, a Saturday, a leap day, and without a day.</summary>
    [Fact]
    public void What_is_found_in_the_sentences_of_the_rules_is_as_approved()
    {
        var all = new StringBuilder();
        foreach (var line in File.ReadLines(PathOf("rules.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (label, sentence) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf('|', StringComparison.Ordinal) + 2)..]);
            int open = sentence.IndexOf('[', StringComparison.Ordinal), close = sentence.IndexOf(']', StringComparison.Ordinal);
            var text = Plain(sentence);
            var values = open < 0 ? [] : Days.Take(label is "Date" or "Misc" ? Days.Length : 1)
                .Select(day => ValueReadings.Of(ValueReadings.Read(text, open, close - open - 1, new EntityLabel(label), day)));
            Write(all, line, [.. values]);
        }

        Snapshot.Matches(all.ToString(), "values-rules.txt");
    }

    /// <summary>A recognizer may find one word of an expression; what belongs to it is still read.</summary>
    [Fact]
    public void What_is_read_where_one_word_was_found_is_as_approved()
    {
        var all = new StringBuilder();
        foreach (var line in File.ReadLines(PathOf("rules.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (label, sentence) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf('|', StringComparison.Ordinal) + 2)..]);
            int open = sentence.IndexOf('[', StringComparison.Ordinal), close = sentence.IndexOf(']', StringComparison.Ordinal);
            if (label is not ("Date" or "Money" or "Percent") || open < 0) continue;
            var text = Plain(sentence);
            var words = EntityDocuments.Of(text).TokensIn(new TextSpan(open, close - open - 1));
            if (words.Count < 2) continue;
            all.Append(line).Append('\n');
            foreach (var word in words)
            {
                var value = ValueReadings.Read(text, word.Span.Start, word.Span.Length, new EntityLabel(label), Days[0]);
                all.Append("  ").Append(word.Text).Append(": ").Append(ValueReadings.Of(value)).Append('\n');
            }
        }

        Snapshot.Matches(all.ToString(), "values-words.txt");
    }

    private static string Plain(string sentence) =>
        sentence.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);

    private static void Write(StringBuilder all, string sentence, params string[] values)
    {
        all.Append(sentence).Append('\n');
        foreach (var value in values) all.Append("  ").Append(value).Append('\n');
        all.Append("  finds ").AppendJoin(" | ", ValueReadings.Find(Plain(sentence))).Append('\n');
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Entities/Values/Gold", file);
}
