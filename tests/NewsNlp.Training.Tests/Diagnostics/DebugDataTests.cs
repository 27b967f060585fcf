using NewsNlp.Training.Commands;

namespace NewsNlp.Training.Tests.Diagnostics;

public sealed class DebugDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debug-data").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Labels_are_counted_in_every_format()
    {
        Write("syntax/a-train.conllu", Conllu(("Korb", "PROPN"), ("slept", "VERB")));
        Write("ner/b-train.tsv", "# doc = one\tregion = none\nKorb\tB-Person\nVelling\tI-Person\nslept\tO\n");
        Write("ner/c-train.jsonl", Article("one", "Korb slept in Ostrand.", "entities", "[0, 4, \"Person\"], [14, 21, \"Location\"]"));
        Write("quotes/d-train.jsonl", Article("one", "Korb said it rained.", "attributions", "{\"source\": [[0, 4]], \"cue\": [[5, 9]], \"content\": [[10, 19]]}"));
        Write("lexicons/clusters.tsv", "korb\t1\t2\t3\n");
        string report = Report();
        Assert.Contains("syntax/a-train.conllu: 1 documents, 1 sentences or lines, 2 tokens\n  labels: PROPN 1, VERB 1\n", report, StringComparison.Ordinal);
        Assert.Contains("ner/b-train.tsv: 1 documents, 1 sentences or lines, 3 tokens\n  labels: Person 1\n", report, StringComparison.Ordinal);
        Assert.Contains("ner/c-train.jsonl: 1 documents, 1 sentences or lines, 5 tokens\n  labels: Location 1, Person 1\n", report, StringComparison.Ordinal);
        Assert.Contains("quotes/d-train.jsonl: 1 documents, 1 sentences or lines, 5 tokens\n  labels: content 1, cue 1, source 1\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("lexicons", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_reported_where_nothing_is_wrong()
    {
        Write("ner/c-train.jsonl", Article("one", "Korb slept in Ostrand.", "entities", "[0, 4, \"Person\"], [14, 21, \"Location\"]"));
        Assert.Equal(2, Report().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        Write("ner/c-train.jsonl", Article("one", "\U0001F600 Korb slept.", "entities", "[2, 6, \"Person\"]"));
        Assert.Equal(2, Report().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("[0, 3, \"Person\"]", "spans that are not on token boundaries: 1\n    one: Person 0–3 \"Kor\"")]
    [InlineData("[0, 5, \"Person\"]", "spans with white space at an edge: 1\n    one: Person 0–5 \"Korb \"")]
    [InlineData("[5, 5, \"Person\"]", "empty spans: 1")]
    [InlineData("[5, 99, \"Person\"]", "spans outside the text: 1")]
    [InlineData("[-3, 4, \"Person\"]", "spans outside the text: 1")]
    [InlineData("[0, 10, \"Person\"], [5, 13, \"Misc\"]", "crossing spans: 1\n    one: Person 0–10 and Misc 5–13")]
    [InlineData("[0, 4, \"Person\"], [0, 4, \"Misc\"]", "spans marked twice: 1")]
    [InlineData("[14, 32, \"Misc\"]", "spans across lines: 1")]
    public void What_is_wrong_with_spans_is_said(string entities, string expected)
    {
        Write("ner/c-train.jsonl", Article("one", "Korb slept in Ostrand\\nVelling woke.", "entities", entities));
        Assert.Contains(expected, Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_inside_each_other_do_not_cross()
    {
        Write("ner/c-train.jsonl", Article("one", "Korb slept in Ostrand.", "entities", "[0, 21, \"Misc\"], [0, 4, \"Person\"], [14, 21, \"Location\"]"));
        Assert.DoesNotContain("crossing", Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Crossing_contents_of_different_attributions_are_found()
    {
        Write("quotes/d-train.jsonl", Article(
            "one", "Korb said it rained and it snowed.", "attributions", "{\"content\": [[10, 23]]}, {\"content\": [[20, 33]]}, {\"cue\": [[5, 9]]}"));
        string report = Report();
        Assert.Contains("crossing spans: 1\n    one: content 10–23 and content 20–33", report, StringComparison.Ordinal);
        Assert.Contains("attributions without content: 1", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_the_tokenizer_cuts_otherwise_are_found()
    {
        Write("syntax/a-train.conllu", Conllu(("Korb's", "PROPN"), ("boat", "NOUN")));
        Assert.Contains("words that are not one token: 1\n    a: PROPN 0–6 \"Korb's\"", Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_inside_that_nothing_begins_are_found()
    {
        Write("ner/b-train.tsv", "# doc = one\nKorb\tI-Person\nslept\tO\n\n# doc = two\nVelling\tB-Person\nOstrand\tI-Location\n");
        Assert.Contains("I- behind no label of its kind: 2\n    one: ", Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_development_sets_share_with_training_sets_is_found_across_formats()
    {
        Write("syntax/a-train.conllu", Conllu(("The", "DET"), ("harbour", "NOUN"), ("of", "ADP"), ("Ostrand", "PROPN"), ("reopened", "VERB"), ("yesterday", "NOUN")));
        Write("ner/b-dev.tsv", "# doc = one\nThe\tO\nharbour\tO\nof\tO\nOstrand\tB-LOC\nreopened\tO\nyesterday\tO\n.\tO\n");
        Write("ner/c-dev.tsv", "# doc = one\nNobody\tO\nhas\tO\nseen\tO\nVelling\tB-PER\nsince\tO\nMonday\tO\n");
        string report = Report();
        Assert.Contains("ner/b-dev.tsv shares 1 documents and 1 of 1 sentences or lines with syntax/a-train.conllu", report, StringComparison.Ordinal);
        Assert.DoesNotContain("c-dev.tsv shares", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_that_repeat_are_counted()
    {
        Write("ner/b-train.tsv", "# doc = one\nKorb\tO\n\n# doc = two\nKorb\tO\n");
        Assert.Contains("documents that repeat another one: 1", Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_can_be_named()
    {
        Write("ner/b-train.tsv", "# doc = one\nKorb\tO\n");
        Write("ner/c-train.tsv", "# doc = one\nKorb\tO\n");
        Assert.DoesNotContain("b-train", Report("ner/c-train.tsv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ner/none.tsv", "none.tsv")]
    [InlineData("ner/odd.txt", "odd.txt")]
    [InlineData("ner/broken.tsv", "line 2")]
    public void What_cannot_be_read_is_named(string file, string expected)
    {
        Write("ner/odd.txt", "Korb\n");
        Write("ner/broken.tsv", "# doc = one\nKorb\tPerson\n");
        Assert.Contains(expected, Assert.Throws<TrainingException>(() => Report(file)).Message, StringComparison.Ordinal);
    }

    private string Report(params string[] files)
    {
        using var output = new StringWriter { NewLine = "\n" };
        DebugDataCommand.Run(_folder, files, output);
        return output.ToString();
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Article(string id, string text, string name, string items) =>
        $"{{\"id\": \"{id}\", \"text\": \"{text}\", \"{name}\": [{items}]}}\n";

    private static string Conllu(params (string Form, string Tag)[] words) =>
        "# newdoc id = a\n" + string.Concat(words.Select((word, i) => $"{i + 1}\t{word.Form}\t_\t{word.Tag}\t_\t_\t0\t_\t_\t_\n")) + "\n";
}
