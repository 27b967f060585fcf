using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsNlp.Evaluation.Quotations;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Evaluation;

/// <summary>
/// <c>newsnlp evaluate</c> says what the scorers beside the checkout say, to the last digit of a double: over the same gold and the same
/// documents, as the built-in model annotates them.
/// </summary>
public sealed class AgreementTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly NlpPipeline Pipeline = NlpPipeline.CreateDefault();

    [Theory]
    [InlineData("syntax/gum-news-dev.conllu")]
    [InlineData("syntax/en_ewt-ud-dev.conllu")]
    public async Task Tokens_sentences_tags_and_lemmas(string data)
    {
        SharedData.Require(data);
        using var folder = new TemporaryFolder();
        var system = await AnnotateAsync(folder, SharedData.Data(data));
        var ours = (await EvaluateAsync(SharedData.Data(data), system))["tokens"]!;
        var theirs = JsonNode.Parse(await SharedData.RunAsync("score_tokens.py", SharedData.Data(data), system, "--json"))!;
        foreach (var part in new[] { "words", "sentences", "upos", "lemma" }) SameFigures(theirs[part]!, ours[part]!, part);
        Same(theirs["upos_aligned"]!, ours["uposAligned"]!, "upos_aligned");
    }

    [Fact]
    public async Task Entity_mentions_of_each_label()
    {
        const string Data = "ner/worldwide-dev.jsonl";
        SharedData.Require(Data);
        using var folder = new TemporaryFolder();
        var system = await AnnotateAsync(folder, SharedData.Data(Data));
        await CompareMentionsAsync(Data, system, "--article-only", "--article-only");
        await CompareMentionsAsync(Data, system, "--4class", "--four-classes");
    }

    [Theory]
    [InlineData("quotes/polnear-dev.jsonl")]
    [InlineData("quotes/gum-news-dev.jsonl")]
    public async Task Quotes_of_each_kind_and_their_speakers(string data)
    {
        SharedData.Require(data);
        using var folder = new TemporaryFolder();
        var system = await AnnotateAsync(folder, SharedData.Data(data));
        var quotes = folder.Write("quotes.jsonl", await SharedData.RunAsync("quotes_of.py", SharedData.Data(data), system));

        // The gold's speakers are addresses in an encyclopedia: we read them as names, so their scorer gets them as names, too.
        var gold = folder.Write("gold.jsonl", string.Join('\n', File.ReadLines(SharedData.Data(data)).Select(WithNames)));
        await CompareQuotesAsync(SharedData.Data(data), system, gold, quotes, []);
        if (data.Contains("polnear", StringComparison.Ordinal)) await CompareQuotesAsync(SharedData.Data(data), system, gold, quotes, ["speech"]);
    }

    private static async Task CompareMentionsAsync(string data, string system, string theirOption, string ourOption)
    {
        var ours = (await EvaluateAsync(SharedData.Data(data), system, ourOption))["entityMentions"]!;
        var theirs = JsonNode.Parse(await SharedData.RunAsync("score_entities.py", SharedData.Data(data), system, theirOption, "--json"))!;
        SameFigures(theirs["micro"]!, ours["micro"]!, "micro");
        var labels = theirs["labels"]!.AsObject();
        Assert.Equal(labels.Select(label => label.Key).Order(StringComparer.Ordinal), ours["labels"]!.AsObject().Select(label => label.Key));
        foreach (var (label, figures) in labels) SameFigures(figures!, ours["labels"]![label]!, label);
        var kinds = await SharedData.RunAsync("score_entities.py", SharedData.Data(data), system, theirOption);
        foreach (var (theirName, ourName) in new[] { ("wrong label", "wrongLabel"), ("wrong boundary", "wrongBoundary"), ("spurious", "spurious"), ("missed", "missed") })
            Assert.Contains($"{theirName} {ours["errors"]![ourName]}", kinds, StringComparison.Ordinal);
    }

    private static async Task CompareQuotesAsync(string gold, string system, string theirGold, string theirSystem, string[] tag)
    {
        var ours = (await EvaluateAsync(gold, system, [.. tag.SelectMany(name => new[] { "--quote-tag", name })]))["quotes"]!;
        var theirs = JsonNode.Parse(await SharedData.RunUnroundedAsync(
            "score_quotes.py", [theirGold, theirSystem, "--json", .. tag.SelectMany(name => new[] { "--gold-tag", name })]))!;
        Assert.NotEmpty(theirs.AsObject());
        foreach (var (kind, figures) in theirs.AsObject())
        {
            foreach (var (measure, value) in figures!.AsObject())
            {
                var where = $"{kind} {measure}";
                if (value is JsonArray triple)
                {
                    var score = Find(ours[kind]!, measure);
                    if (score["p"] is null) Assert.Equal("100,100,100", string.Join(',', triple.Select(number => $"{number!.GetValue<double>()}")));
                    else foreach (var (name, i) in new[] { ("p", 0), ("r", 1), ("f1", 2) }) Same(triple[i]!, score[name]!, where);
                }
                else
                {
                    var at = measure.Split('@');
                    Same(value!, ours[kind]![At(at[1])]![at[0] == "speaker" ? "sourceOverlap" : "resolved"]!["accuracy"]!, where);
                }
            }
        }
    }

    private static JsonNode Find(JsonNode kind, string measure) => measure.Split('/') switch
    {
        ["attr", "aligned"] => kind["attribution"]!["aligned"]!,
        ["attr", "triple exact"] => kind["attribution"]!["tripleExact"]!,
        ["attr", "triple exact~"] => kind["attribution"]!["tripleTrimmed"]!,
        ["attr", "pair exact~"] => kind["attribution"]!["pairTrimmed"]!,
        ["attr", "triple lenient"] => kind["attribution"]!["tripleLenient"]!,
        ["attr", var at] => kind[At(at.Split('@')[1])]!["attributions"]!,
        [var role, "exact~"] => kind[role]!["trimmed"]!,
        [var role, var name] => kind[role]![name]!,
        _ => throw new InvalidOperationException(measure),
    };

    private static string At(string threshold) => threshold switch { "0.3" => "at30", "0.8" => "at80", _ => "atTrimmed" };

    private static string WithNames(string line)
    {
        var article = JsonNode.Parse(line)!;
        foreach (var quote in article["attributions"]!.AsArray())
        {
            if (quote!["speaker"] is { } speaker) quote["speaker"] = SpeakerNames.Normalize(speaker.GetValue<string>());
            if (quote["speakers"] is JsonArray names) quote["speakers"] = new JsonArray([.. names.Select(name => (JsonNode)SpeakerNames.Normalize(name!.GetValue<string>()))]);
        }

        return article.ToJsonString(Relaxed);
    }

    private static async Task<string> AnnotateAsync(TemporaryFolder folder, string gold)
    {
        var texts = await SharedData.RunAsync("texts.py", gold);
        var run = new ToolRun { Input = System.Text.Encoding.UTF8.GetBytes(texts), Annotate = Pipeline.Process };
        Assert.Equal(0, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl"));
        return folder.Write("system.jsonl", run.Output);
    }

    private static async Task<JsonNode> EvaluateAsync(string gold, string system, params string[] options)
    {
        var run = new ToolRun();
        Assert.True(await run.RunAsync(["evaluate", gold, system, "--json", "--bootstrap", "0", .. options]) == 0, run.Error);
        return JsonNode.Parse(run.Output)!;
    }

    private static void SameFigures(JsonNode theirs, JsonNode ours, string where)
    {
        foreach (var name in new[] { "p", "r", "f1" }) Same(theirs[name]!, ours[name]!, $"{where} {name}");
    }

    private static void Same(JsonNode theirs, JsonNode ours, string where) =>
        Assert.True(theirs.GetValue<double>() == ours.GetValue<double>(), $"{where}: theirs {theirs}, ours {ours}");
}
