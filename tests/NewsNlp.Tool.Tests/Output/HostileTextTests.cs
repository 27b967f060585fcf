using System.Text;
using System.Text.Json;
using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Tool.Terminal;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Output;

/// <summary>Texts, ids, labels and file names that would steer a terminal or break a format, wherever the program shows them.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "\e[2J", "\e]0;title\a", "\e[31m", "\u009B5A", "\r", "\r\n", "\b\b", "\u0000", "\u007F", "\u0085", "\u202E", "\u2066", "\u2028", "\u2029", "\uD800", "\uDFFF", "\uFEFF",
        "=1+1", "\t", "\\u001b", "\"", "\\", "{", "]", "a", "Ruth", " ", "🚢", "é", "</script>",
    ];

    private static readonly Gen<string> Hostile = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 12].Select(string.Concat);

    [Fact]
    public async Task Lines_in_are_valid_lines_out_whatever_they_hold() => await Hostile.Select(Hostile, Gen.Int[0, 5]).Array[1, 8].SampleAsync(async records =>
    {
        // Every sixth a line that is broken, with the same characters in it.
        var lines = records.Select(record => record.Item3 == 0 ? $"{{\"id\":{Json(record.Item1)},\"text\":{Json(record.Item2)}" : $"{{\"id\":{Json(record.Item1)},\"text\":{Json(record.Item2)}}}");
        var run = ToolRun.WithInput(string.Join('\n', lines));
        await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl", "--threads", "2");

        AssertPrintable(run.Error);
        Assert.EndsWith("\n", run.Output, StringComparison.Ordinal);
        var answers = run.Output[..^1].Split('\n');
        Assert.Equal(records.Length, answers.Length);
        foreach (var (answer, record) in answers.Zip(records))
        {
            // Neither what ends a line for some reader, nor what a terminal obeys.
            Assert.DoesNotContain(answer, c => char.IsControl(c) || c is '\u2028' or '\u2029');
            using var json = JsonDocument.Parse(answer);
            Assert.Equal(record.Item3 == 0, json.RootElement.TryGetProperty("error", out _));
            if (record.Item3 != 0)
            {
                Assert.Equal(Json(record.Item2), Json(Export.DocumentJsonReader.Read(Encoding.UTF8.GetBytes(answer)).Text));
            }
        }
    }, iter: 100);

    [Theory]
    [InlineData("text", false)]
    [InlineData("text", true)]
    [InlineData("conllu", true)]
    [InlineData("html", true)]
    [InlineData("json", true)]
    [InlineData("jsonl", true)]
    public async Task Nothing_that_is_read_steers_the_terminal(string format, bool isTerminal) => await Hostile.Select(Hostile).SampleAsync(async record =>
    {
        var run = new ToolRun { Input = Encoding.UTF8.GetBytes($"{{\"id\":{Json(record.Item1)},\"text\":{Json($"“{record.Item2},” said Ruth {record.Item2}.")}}}\nbroken {record.Item1}\n"), IsTerminal = isTerminal, Annotate = Annotated };
        await run.RunAsync("annotate", "--input-format", "jsonl", "--format", format);
        AssertPrintable(run.Output);
        AssertPrintable(run.Error);
        if (format == "jsonl") Assert.All(run.OutputLines, line => JsonDocument.Parse(line).Dispose());
        await run.RunAsync("quotes", "--input-format", "jsonl");
        AssertPrintable(run.Output);
    }, iter: 60);

    /// <summary>Labels, ids, words and file names of gold that somebody else made.</summary>
    [Fact]
    public async Task Nothing_in_gold_steers_the_terminal()
    {
        const string Evil = "x\e[2J\u202E\u009B\ay";
        using var folder = new TemporaryFolder();
        var gold = folder.Write($"go\e[31mld{(OperatingSystem.IsWindows() ? "" : "\r")}.tsv", $"# doc = {Evil}\n{Evil}\tB-{Evil}\nRuth\tI-{Evil}\nsailed\tO\n");
        var other = folder.Write("b.tsv", $"# doc = {Evil}\n{Evil}\tO\nRuth\tB-Person\nsailed\tO\n");
        var nothing = folder.Write("c.tsv", $"# doc = other\n{Evil}\tB\n");
        string[][] commands =
        [
            ["evaluate", gold, "--errors", "9"], ["evaluate", gold, "--errors", "9", "--json"], ["evaluate", gold, "--label", Evil], ["compare", gold, other], ["compare", gold, nothing],
            ["evaluate", gold, folder.At(Evil)], ["evaluate", nothing], ["annotate", Evil], ["annotate", "--model", Evil, gold], ["annotate", "--format", Evil], ["annotate", "--output", folder.At($"no/{Evil}"), gold],
            [Evil], ["train", "--ner", nothing, "--output", folder.At("m.nnlp")], ["train", "--map", Evil, "--ner", gold, "--output", folder.At("m.nnlp")], ["model", "info", "--model", gold],
        ];
        foreach (var command in commands)
        {
            foreach (var isTerminal in new[] { false, true })
            {
                var run = new ToolRun { IsTerminal = isTerminal, Annotate = Annotated };
                Assert.InRange(await run.RunAsync(command), 0, 2);
                Assert.NotEqual("", run.Output + run.Error);
                AssertPrintable(run.Output);
                AssertPrintable(run.Error);
            }
        }
    }

    [Fact]
    public void A_character_that_comes_in_two_writes_is_one_at_the_terminal()
    {
        using var terminal = new MemoryStream();
        using var stream = new PrintableStream(terminal);
        foreach (var b in "🚢 é\t\u202Eb\e\n"u8) stream.Write([b]);
        Assert.Equal("🚢 é\t\\u202Eb\\u001B\n", Encoding.UTF8.GetString(terminal.ToArray()));
    }

    /// <summary>Only colours of our own, line feeds and tabs may be left of what a terminal obeys.</summary>
    private static void AssertPrintable(string text)
    {
        var plain = text;
        foreach (var own in new[] { "\e[0m", "\e[1m", "\e[2m", "\e[1;36m", "\e[33m", "\e[32m", "\e[35m" }) plain = plain.Replace(own, "", StringComparison.Ordinal);
        var at = plain.AsSpan().IndexOfAnyExcept(Allowed);
        Assert.True(at < 0, at < 0 ? "" : $"U+{(int)plain[at]:X4} in: {Printable.Line(plain)}");
    }

    private static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(c => c is '\n' or '\t' || !char.IsControl(c) && c is not ('\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))]);

    /// <summary>Splits at spaces, takes the first word for a name and a quote, and the last for who said it.</summary>
    private static Document Annotated(string text, DocumentMetadata metadata, CancellationToken cancellationToken)
    {
        var tokens = ToolRun.SplitAtSpaces(text, metadata, cancellationToken);
        if (tokens.Tokens.Count == 0) return tokens;
        var (first, last) = (tokens.Tokens[0].Span, tokens.Tokens[^1].Span);
        var builder = new DocumentBuilder(text, metadata).AddTokens([.. tokens.Tokens.Select(token => token.Span)]).AddSentences(sink => sink.Add(0, tokens.Tokens.Count))
            .AddEntityMentions(sink => sink.Add(0, 1, EntityLabel.Person))
            .AddQuotes(sink => sink.Add(QuoteKind.Direct, [first], [last], null));
        return builder.AddCoreference(sink =>
        {
            var entity = sink.AddEntity(text, EntityLabel.Person, text);
            sink.AddMention(entity, builder.Document.EntityMentions[0]);
            sink.AddSpeaker(builder.Document.Quotes[0], entity);
        }).Build();
    }

    // With lone surrogates, which no serializer of the framework writes.
    private static string Json(string text) => "\"" + string.Concat(text.Select(c => c < ' ' || c is '"' or '\\' || char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString())) + "\"";
}
