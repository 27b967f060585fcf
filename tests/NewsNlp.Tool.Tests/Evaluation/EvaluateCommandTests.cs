using System.Text.Json.Nodes;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Evaluation;

public sealed class EvaluateCommandTests
{
    private const string Treebank =
        """
        # newdoc id = ferry
        # newpar
        1	The	the	DET	DT	_	2	det	_	_
        2	ferry	ferry	NOUN	NN	_	4	nsubj	_	_
        3-4	can't	_	_	_	_	_	_	_	SpaceAfter=No
        3	ca	can	AUX	MD	_	4	aux	_	_
        4	n't	not	PART	RB	_	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_

        1	It	it	PRON	PRP	_	2	nsubj	_	_
        2	waits	wait	VERB	VBZ	_	0	root	_	SpaceAfter=No
        3	.	.	PUNCT	.	_	2	punct	_	_


        """;

    private const string Columns =
        "# begin document ferry\n0\tThe\t(1\n1\tferry\t1)\n2\tca\t_\n3\tn't\t_\n4\t.\t_\n5\tIt\t(1)\n6\twaits\t_\n7\t.\t_\n# end document\n";

    private const string Bio = "# doc = a\nRuth\tB-Person\nAmadi\tI-Person\nsailed\tO\n\nfrom\tO\nNorhaven\tB-Location\n\n# doc = b\nNobody\tO\n";

    [Fact]
    public async Task A_treebank_is_scored_against_the_annotations_of_its_own_text()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("evaluate", folder.Write("gold.conllu", Treebank), "--json"));

        // Of the words between white space, "The", "ferry" and "It" are words of the treebank; "can't." and "waits." are not.
        var tokens = JsonNode.Parse(run.Output)!["tokens"]!;
        Assert.Equal((5, 8), (tokens["words"]!["system"]!.GetValue<int>(), tokens["words"]!["gold"]!.GetValue<int>()));
        Assert.Equal(60, tokens["words"]!["p"]!.GetValue<double>());
        Assert.Equal(37.5, tokens["words"]!["r"]!.GetValue<double>());
        Assert.NotNull(tokens["words"]!["interval"]);
    }

    [Fact]
    public async Task Labels_are_scored_with_errors_by_kind_and_by_words()
    {
        using var folder = new TemporaryFolder();
        var system = folder.Write(
            "system.jsonl",
            """
            {"schema":"newsnlp.document/1","id":"a","tokens":[{"start":0,"end":4,"kind":"word"},{"start":5,"end":10,"kind":"word"},{"start":11,"end":17,"kind":"word"},{"start":18,"end":22,"kind":"word"},{"start":23,"end":31,"kind":"word"}],"entityMentions":[{"start":5,"end":10,"label":"Person"},{"start":18,"end":22,"label":"Time"},{"start":23,"end":31,"label":"Organization"}]}
            """);
        var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("evaluate", folder.Write("gold.tsv", Bio), system, "--errors", "5"));
        Assert.Contains("2 documents of gold.tsv, found in system.jsonl; 1 missing, counted as empty", run.Output, StringComparison.Ordinal);
        Assert.Contains("errors: missed 0, spurious 0, boundary 1, label 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("1  Location taken for Organization: \"Norhaven\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("1  Person \"Ruth Amadi\" cut as \"Amadi\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coreference_takes_its_text_from_a_treebank()
    {
        using var folder = new TemporaryFolder();
        var (gold, texts) = (folder.Write("gold.conll", Columns), folder.Write("texts.conllu", Treebank));
        var run = new ToolRun { Annotate = NlpPipeline.CreateDefault().Process };
        Assert.Equal(0, await run.RunAsync("evaluate", gold, "--texts", texts, "--json"));
        var coreference = JsonNode.Parse(run.Output)!["coreference"]!;
        Assert.Equal(2, coreference["mentions"]!["gold"]!.GetValue<int>());
        Assert.Equal(1, coreference["pronouns"]!["it"]!["right"]!.GetValue<int>() + coreference["pronouns"]!["it"]!["wrong"]!.GetValue<int>() + coreference["pronouns"]!["it"]!["unresolved"]!.GetValue<int>());
        Assert.Equal(1, await run.RunAsync("evaluate", gold));
        Assert.Contains("--texts", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_documents_are_gold_and_agree_with_themselves()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun { Annotate = NlpPipeline.CreateDefault().Process, Input = "Mayor Ines Okoro said the quay was safe. \"Nobody was hurt,\" she said."u8.ToArray() };
        Assert.Equal(0, await run.RunAsync("annotate", "--format", "json"));
        var document = folder.Write("document.json", run.Output);
        Assert.Equal(0, await run.RunAsync("evaluate", document, document, "--json"));
        var scores = JsonNode.Parse(run.Output)!;
        foreach (var score in new[] { scores["tokens"]!["words"], scores["tokens"]!["lemma"], scores["entityMentions"]!["micro"], scores["quotes"]!["all"]!["attribution"]!["tripleExact"], scores["coreference"]!["mean"] })
            Assert.Equal(100, score!["f1"]!.GetValue<double>(), 9);
        Assert.Equal(100, scores["quotes"]!["all"]!["at30"]!["resolved"]!["accuracy"]!.GetValue<double>());
    }

    [Fact]
    public async Task Documents_can_be_picked_by_the_beginning_of_their_ids()
    {
        using var folder = new TemporaryFolder();
        var gold = folder.Write("gold.tsv", Bio);
        var run = new ToolRun();
        Assert.Equal(0, await run.RunAsync("evaluate", gold, "--prefix", "b"));
        Assert.Contains("1 documents", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, await run.RunAsync("evaluate", gold, "--prefix", "c"));
        Assert.Contains("there are no documents to evaluate", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gold.tsv", "Ruth Person\n", "line 1: this is neither a token, a tab and a BIO label")]
    [InlineData("gold.conllu", "1\tThe\n", "line 1: CoNLL-U has 10 columns, not 2")]
    [InlineData("gold.jsonl", "{}\n{\"id\": 1}\n", "line 1: ")]
    [InlineData("gold.jsonl", "{\"id\":\"a\",\"text\":\"Ruth\",\"entities\":[[0,9,\"Person\"]]}\n", "line 1: the span [0, 9) lies outside of the text, which has 4 characters")]
    [InlineData("gold.jsonl", "{\"id\":\"a\",\"text\":\"R\",\"entities\":[]}\n{\"id\":\"a\",\"text\":\"R\",\"entities\":[]}\n", "there are two documents a")]
    [InlineData("gold.jsonl", "{\"id\":\"a\",\"text\":\"R\",\"entities\":[7]}\n", "line 1: ")]
    [InlineData("gold.txt", "Ruth", "a file of annotations ends in")]
    public async Task Gold_that_is_not_what_it_should_be_is_refused_with_its_line(string name, string content, string message)
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        Assert.NotEqual(0, await run.RunAsync("evaluate", folder.Write(name, content)));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public async Task A_missing_file_and_a_wrong_number_are_told()
    {
        var run = new ToolRun();
        Assert.Equal(1, await run.RunAsync("evaluate", "nowhere.jsonl"));
        Assert.Contains("nowhere.jsonl: no such file", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, await run.RunAsync("evaluate", "nowhere.jsonl", "--bootstrap", "-1"));
        Assert.Contains("--bootstrap takes a number from 0 to 100000", run.Error, StringComparison.Ordinal);
    }
}
