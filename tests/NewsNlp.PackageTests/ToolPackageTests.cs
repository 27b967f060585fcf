using System.Text.Json;

namespace NewsNlp.PackageTests;

/// <summary>The packed tool, installed as a user installs it.</summary>
public class ToolPackageTests(PackedPackages packages)
{
    private const string Article = """
        Harbour to be dug deeper after nine years of talk

        By Tomas Reyl

        PORT ELWIN — The city council voted on Tuesday to dig the harbour deeper, nine years after the first plan.

        "We have waited long enough," said Mayor Ines Okoro. She thanked the 400 residents who wrote to the council.

        Jun Ahn, who runs the fish market, said the work would cost him a season.

        """;

    [Fact]
    public async Task The_installed_tool_annotates_an_article()
    {
        var tool = await Install();
        var article = Path.Combine(packages.Folder, "article.txt");
        await File.WriteAllTextAsync(article, Article, TestContext.Current.CancellationToken);

        var text = (await Dotnet.Start(tool, packages.Folder, null, "annotate", article)).Succeeded("newsnlp annotate");
        Assert.Contains("Ines Okoro", text.Output, StringComparison.Ordinal);
        Assert.Contains("We have waited long enough", text.Output, StringComparison.Ordinal);
        Assert.Equal("", text.Errors);

        var json = (await Dotnet.Start(tool, packages.Folder, null, "annotate", "--format", "json", article)).Succeeded("--format json");
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal("newsnlp.document/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal(Article, document.RootElement.GetProperty("text").GetString());
        var quote = Assert.Single(document.RootElement.GetProperty("quotes").EnumerateArray(), quote => quote.GetProperty("kind").GetString() == "direct");
        var speaker = document.RootElement.GetProperty("entities")[quote.GetProperty("speaker").GetInt32()];
        Assert.Equal("Ines Okoro", speaker.GetProperty("name").GetString());

        var lines = JsonSerializer.Serialize(new { id = "a", text = "Rain fell." }) + "\nnot JSON\n"
            + JsonSerializer.Serialize(new { id = "b", text = "Snow came." }) + "\n";
        var filter = await Dotnet.Start(
            tool, packages.Folder, lines, "annotate", "--input-format", "jsonl", "--format", "jsonl");
        Assert.Equal(1, filter.ExitCode);
        var answers = filter.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["a", null, "b"], answers.Select(answer => answer.GetProperty("id").GetString()));
        Assert.True(answers[1].TryGetProperty("error", out _));

        var misuse = await Dotnet.Start(tool, packages.Folder, null, "annotate", "--no-such-option");
        Assert.Equal(2, misuse.ExitCode);
        Assert.NotEqual("", misuse.Errors);
    }

    [Fact]
    public async Task The_installed_tool_trains_a_model_and_evaluates_it()
    {
        var tool = await Install();
        var gold = Path.Combine(packages.Folder, "gold.tsv");
        var model = Path.Combine(packages.Folder, "own.nnlp");
        var articles = Enumerable.Range(0, 20).Select(i => $"# doc = d{i}\nThe\tO\nGrey\tB-Ship\nPetrel\tI-Ship\nleft\tO\n.\tO\n\n");
        await File.WriteAllTextAsync(gold, string.Concat(articles), TestContext.Current.CancellationToken);

        (await Dotnet.Start(tool, packages.Folder, null, "train", "--ner", gold, "--output", model)).Succeeded("newsnlp train");
        var scores = (await Dotnet.Start(tool, packages.Folder, null, "evaluate", gold, "--model", model, "--json")).Succeeded("newsnlp evaluate");
        using var json = JsonDocument.Parse(scores.Output);
        Assert.True(json.RootElement.GetProperty("entityMentions").GetProperty("labels").TryGetProperty("Ship", out var ship));
        Assert.Equal(20, ship.GetProperty("gold").GetInt32());
        Assert.True(ship.GetProperty("f1").GetDouble() > 90);
    }

    private async Task<string> Install()
    {
        var folder = Path.Combine(packages.Folder, $"tool-{Guid.NewGuid():N}");
        await Dotnet.Run(
            packages.Folder,
            "tool",
            "install",
            "NewsNlp.Tool",
            "--tool-path",
            folder,
            "--source",
            packages.Source,
            "--version",
            packages.Version);
        return Path.Combine(folder, OperatingSystem.IsWindows() ? "newsnlp.exe" : "newsnlp");
    }
}
