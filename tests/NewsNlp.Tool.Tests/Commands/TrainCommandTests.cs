using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Tests.Support;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Commands;

/// <summary>The worked example of the documentation, from a small file of ships and ports to a pipeline that finds them.</summary>
public sealed class TrainCommandTests
{
    private const string Folder = "tests/NewsNlp.Tool.Tests/Commands/Training";

    private static readonly string Ships = Path.Combine(Repository.Root, Folder, "ships.tsv");
    private static readonly string ShipsToo = Path.Combine(Repository.Root, Folder, "ships-dev.tsv");

    [Fact]
    public async Task Own_labels_are_learned_and_found_in_new_text()
    {
        using var folder = new TemporaryFolder();
        var (model, run) = (folder.At("ships.nnlp"), new ToolRun());
        Assert.True(await run.RunAsync("train", "--ner", Ships, "--dev", ShipsToo, "--license", "ours", "--output", model) == 0, run.Error);
        Assert.Contains("labels Port, Ship", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"on ships-dev\.tsv: precision \d+\.\d\d, recall \d+\.\d\d, F1 \d+\.\d\d", run.Output);

        using var stream = File.OpenRead(model);
        var loaded = NlpModel.Load(stream);
        var nlp = NlpPipelineBuilder.CreateDefault(model: loaded).Build();
        var document = nlp.Process("The ferry Norhaven Star is late, said Ines Okoro. The Norhaven Star left Port Elswick at noon.");
        Assert.Contains(document.EntityMentions, mention => mention is { Text: "Norhaven Star", Label.Name: "Ship" });
        Assert.Contains(document.EntityMentions, mention => mention is { Text: "Port Elswick", Label.Name: "Port" });
        Assert.DoesNotContain(document.EntityMentions, mention => mention.Label == EntityLabel.Location);
        Assert.NotEmpty(document.Quotes);

        var part = loaded.Info.Components.Single(component => component.Name == "entities");
        Assert.Equal(["Port", "Ship"], part.Labels);
        Assert.Equal(("ships.tsv", "ours"), (part.Data[0].File, part.Data[0].License));
        Assert.Equal("ships-dev.tsv", part.Scores[0].Data);
    }

    [Fact]
    public async Task The_same_file_and_seed_give_the_same_model()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        foreach (var (name, seed) in new[] { ("a", "5"), ("b", "5"), ("c", "6") })
            Assert.Equal(0, await run.RunAsync("train", "--ner", Ships, "--epochs", "2", "--seed", seed, "--output", folder.At(name)));
        Assert.Equal(File.ReadAllBytes(folder.At("a")), File.ReadAllBytes(folder.At("b")));
        Assert.NotEqual(File.ReadAllBytes(folder.At("a")), File.ReadAllBytes(folder.At("c")));
    }

    [Fact]
    public async Task Labels_may_be_more_than_nine_in_lower_case_and_renamed()
    {
        using var folder = new TemporaryFolder();
        var sentences = Enumerable.Range(0, 90).Select(i =>
            $"The\tO\nclerk\tB-job{i % 11}\nmet\tO\nAda\tB-PER\nBell{(char)('a' + i % 26)}\tI-PER\n.\tO\n\n");
        var (data, model, run) = (folder.Write("jobs.tsv", string.Concat(sentences)), folder.At("jobs.nnlp"), new ToolRun());
        Assert.True(await run.RunAsync("train", "--ner", data, "--map", "PER=Person", "--epochs", "3", "--output", model) == 0, run.Error);
        Assert.Contains("looking at whole sentences", run.Error, StringComparison.Ordinal);
        using var stream = File.OpenRead(model);
        var labels = NlpModel.Load(stream).Info.Components.Single(component => component.Name == "entities").Labels;
        Assert.Equal(12, labels.Length);
        Assert.Contains("Person", labels);
        Assert.Equal(0, await new ToolRun().RunAsync("model", "info", "--model", model));
    }

    [Fact]
    public async Task Texts_with_spans_are_learned_from_too()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(0, 20).Select(i => $$"""{"id":"{{i}}","text":"The Grey Petrel left.","entities":[[4,15,"Ship"]]}""");
        var run = new ToolRun();
        var data = folder.Write("ships.jsonl", string.Join('\n', lines));
        Assert.True(await run.RunAsync("train", "--ner", data, "--dev", data, "--output", folder.At("m.nnlp")) == 0, run.Error);
        Assert.Contains("Ship", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.tsv", "Ruth Amadi\n", "line 1: neither a token, a tab and a BIO label nor a heading")]
    [InlineData("a.tsv", "Ruth\tO\n", "there are no mentions to learn from")]
    [InlineData("a.tsv", "Ruth\tB-Person\n", "there are too few sentences to learn from")]
    [InlineData("a.jsonl", "{\"id\":\"a\"}\n", "is not lines of")]
    public async Task Data_that_cannot_be_learned_from_is_refused(string name, string content, string message)
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        Assert.Equal(1, await run.RunAsync("train", "--ner", folder.Write(name, content), "--output", folder.At("m.nnlp")));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("m.nnlp")));
    }

    [Fact]
    public async Task Wrong_words_on_the_command_line_are_told()
    {
        var run = new ToolRun();
        Assert.Equal(2, await run.RunAsync("train", "--output", "m.nnlp"));
        Assert.Equal(2, await run.RunAsync("train", "--ner", "a.tsv", "--output", "m.nnlp", "--map", "PER"));
        Assert.Contains("--map takes a label", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.RunAsync("train", "--ner", "nowhere.tsv", "--output", Path.GetTempFileName()));
        Assert.Contains("nowhere.tsv: no such file", run.Error, StringComparison.Ordinal);
    }
}
