using System.Text;
using System.Text.Json;
using NewsNlp.Export;
using NewsNlp.Tool.Tests.Support;

namespace NewsNlp.Tool.Tests.Commands;

public sealed class AnnotateTests
{
    [Fact]
    public async Task Standard_input_is_one_text()
    {
        var run = ToolRun.WithInput("Two words\n");
        Assert.Equal(0, await run.RunAsync("annotate", "--format", "jsonl"));
        Assert.Equal(
            """{"schema":"newsnlp.document/1","offsetUnit":"utf16","text":"Two words\n","tokens":[{"start":0,"end":3,"kind":"word"},{"start":4,"end":9,"kind":"word"}],"sentences":[{"start":0,"end":9,"firstToken":0,"tokenCount":2}]}""" + "\n",
            run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Json_lines_keep_their_order_whatever_they_cost()
    {
        var input = string.Concat(Enumerable.Range(0, 300).Select(i => $$"""{"id":"{{i}}","text":"word {{i}}"}""" + "\n"));
        var run = new ToolRun
        {
            Input = Encoding.UTF8.GetBytes(input),
            Annotate = (text, metadata, token) =>
            {
                Thread.SpinWait((int.Parse(metadata.Id!) * 7919 % 13) * 20_000);
                return ToolRun.SplitAtSpaces(text, metadata, token);
            },
        };
        Assert.Equal(0, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl", "--threads", "8"));
        Assert.Equal(
            Enumerable.Range(0, 300).Select(i => $"{i}"),
            run.OutputLines.Select(line => DocumentJsonReader.Read(Encoding.UTF8.GetBytes(line)).Id));
    }

    [Fact]
    public async Task A_bad_line_leaves_an_error_in_its_place_and_the_rest_is_processed()
    {
        var run = ToolRun.WithInput(
            """
            {"id":"a","text":"one"}
            {"id":"b","text":"two"
            {"id":"c"}
            {"id":"d","text":null}
            ["e"]
            {"id":["f"],"text":"six"}

            {"text":"seven","id":7,"published":"2024-05-31T08:00:00Z","more":{"x":[1,2]}}
            """);
        Assert.Equal(1, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl"));
        var lines = run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["a document", "b malformed-json", "c missing-text", "d missing-text", " not-an-object", " invalid-id", "7 document"],
            lines.Select(line => $"{(line.TryGetProperty("id", out var id) ? id.GetString() : "")} "
                + (line.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : "document")));
        Assert.Equal("2024-05-31", lines[^1].GetProperty("published").GetString());
        Assert.Equal(5, run.ErrorLines.Length);
        Assert.StartsWith("newsnlp: standard input:2: Not JSON at byte ", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("newsnlp: standard input:6: \"id\" is an array", run.ErrorLines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_bad_lines_are_counted_rather_than_listed()
    {
        var run = ToolRun.WithInput(string.Concat(Enumerable.Repeat("bad\n", 100)));
        Assert.Equal(1, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl"));
        Assert.Equal(100, run.OutputLines.Length);
        Assert.Equal(21, run.ErrorLines.Length);
        Assert.Equal("newsnlp: 100 articles failed, 80 of them not listed", run.ErrorLines[^1]);
    }

    [Fact]
    public async Task What_breaks_in_annotating_one_line_does_not_touch_the_others()
    {
        var run = new ToolRun
        {
            Input = "{\"id\":\"a\",\"text\":\"fine\"}\n{\"id\":\"b\",\"text\":\"boom\"}\n{\"id\":\"c\",\"text\":\"long\"}\n"u8.ToArray(),
            Annotate = (text, metadata, token) => text switch
            {
                "boom" => throw new InvalidOperationException("it broke"),
                "long" => throw new ArgumentException("The text is too long."),
                _ => ToolRun.SplitAtSpaces(text, metadata, token),
            },
        };
        Assert.Equal(1, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl"));
        Assert.Equal("""{"id":"b","error":{"code":"internal","message":"InvalidOperationException: it broke"}}""", run.OutputLines[1]);
        Assert.Equal("""{"id":"c","error":{"code":"text-too-long","message":"The text is too long."}}""", run.OutputLines[2]);
    }

    [Fact]
    public async Task Lone_surrogates_go_through()
    {
        var run = ToolRun.WithInput("""{"id":"\udc00","text":"a \ud800 b"}""");
        Assert.Equal(0, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl", "--offset-unit", "codepoint"));
        Assert.Contains("\"id\":\"\\uDC00\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"a \\uD800 b\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"offsetUnit\":\"codepoint\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_leaves_the_text_out()
    {
        var run = ToolRun.WithInput("One");
        await run.RunAsync("annotate", "--format", "jsonl", "--no-text");
        Assert.DoesNotContain("\"text\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_an_object_for_one_text_and_an_array_for_json_lines()
    {
        var one = ToolRun.WithInput("One");
        await one.RunAsync("annotate", "--format", "json");
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(one.Output).RootElement.ValueKind);
        Assert.EndsWith("}\n", one.Output, StringComparison.Ordinal);
        foreach (var (input, count) in new[] { ("", 0), ("{\"text\":\"a\"}", 1), ("{\"text\":\"a\"}\n{}\n{\"text\":\"b\"}", 3) })
        {
            var run = ToolRun.WithInput(input);
            await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "json");
            Assert.Equal(count, JsonDocument.Parse(run.Output).RootElement.GetArrayLength());
        }
    }

    [Fact]
    public async Task Unreadable_published_dates_are_left_out_with_a_warning()
    {
        var run = ToolRun.WithInput("{\"text\":\"a\",\"published\":\"yesterday\"}\n{\"text\":\"b\",\"published\":null}\n{\"text\":\"c\",\"published\":\"\"}");
        Assert.Equal(0, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl"));
        Assert.Equal("newsnlp: warning: standard input:1: \"published\" is not an ISO date such as 2024-05-31 and was left out.", Assert.Single(run.ErrorLines));
        Assert.DoesNotContain("published", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jsonl", 0)]
    [InlineData("text", 1)]
    public async Task Empty_input_is_no_article(string inputFormat, int code)
    {
        var run = new ToolRun();
        Assert.Equal(code, await run.RunAsync("annotate", "--input-format", inputFormat, "--format", "jsonl"));
        Assert.Equal("", run.Output);
        Assert.Equal(code == 0 ? "" : "newsnlp: standard input: There is no text in it.\n", run.Error);
    }

    [Fact]
    public async Task Several_files_are_annotated_in_order_and_named()
    {
        using var folder = new TemporaryFolder();
        var a = folder.Write("a.txt", "one");
        var b = folder.Write("b.jsonl", "{\"id\":\"x\",\"text\":\"two\"}\r\n{\"id\":\"y\",\"text\":\"three\"}\r\n");
        var run = new ToolRun();
        Assert.Equal(1, await run.RunAsync("annotate", a, folder.At("none.txt"), b, "--format", "jsonl"));
        Assert.Equal([a, "x", "y"], run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.Equal($"newsnlp: {folder.At("none.txt")}: no such file\n", run.Error);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xC3, 0xA9 }, "é")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0xE9, 0x00 }, "é")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0xE9 }, "é")]
    public async Task Byte_order_marks_are_understood(byte[] input, string text)
    {
        var run = new ToolRun { Input = input };
        Assert.Equal(0, await run.RunAsync("annotate", "--format", "jsonl"));
        Assert.Equal(text, JsonDocument.Parse(run.Output).RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Byte_order_marks_are_understood_before_json_lines()
    {
        const string Lines = "{\"text\":\"é 🚢\"}\n{\"text\":\"2\"}\n";
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var run = new ToolRun { Input = [.. encoding.GetPreamble(), .. encoding.GetBytes(Lines)] };
            Assert.Equal(0, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl"));
            Assert.Equal("é 🚢", JsonDocument.Parse(run.OutputLines[0]).RootElement.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused_with_its_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("latin.txt", [.. "caf"u8, 0xE9, (byte)'s']);
        var run = new ToolRun();
        Assert.Equal(1, await run.RunAsync("annotate", file, "--format", "jsonl"));
        Assert.StartsWith($"newsnlp: {file}: Not UTF-8: byte 4 is 0xE9.", run.Error, StringComparison.Ordinal);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public async Task A_json_line_that_is_not_utf8_is_an_error_in_its_place()
    {
        var run = new ToolRun { Input = [.. "{\"id\":\"a\",\"text\":\"caf"u8, 0xE9, .. "\"}\n{\"id\":\"b\",\"text\":\"fine\"}\n"u8] };
        Assert.Equal(1, await run.RunAsync("annotate", "--input-format", "jsonl", "--format", "jsonl"));
        Assert.StartsWith("""{"id":"a","error":{"code":"invalid-utf8",""", run.OutputLines[0], StringComparison.Ordinal);
        Assert.Equal(2, run.OutputLines.Length);
    }

    [Fact]
    public async Task A_directory_is_no_article()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun();
        Assert.Equal(1, await run.RunAsync("annotate", folder.Path));
        Assert.Equal($"newsnlp: {folder.Path}: is a directory, not a file\n", run.Error);
    }

    [Theory]
    [InlineData("annotate", "--bogus")]
    [InlineData("annotate", "-x")]
    [InlineData("annotate", "--format", "xml")]
    [InlineData("annotate", "--threads", "0")]
    [InlineData("annotate", "--threads", "many")]
    [InlineData("annotate", "--output")]
    [InlineData("translate")]
    [InlineData]
    public async Task Misuse_is_one_line_and_exit_code_two(params string[] args)
    {
        var run = new ToolRun();
        Assert.Equal(2, await run.RunAsync(args));
        Assert.Equal("", run.Output);
        Assert.StartsWith("newsnlp: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.EndsWith("--help", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_version_go_to_standard_output()
    {
        var help = new ToolRun();
        Assert.Equal(0, await help.RunAsync("annotate", "--help"));
        Assert.Contains("--format <text|json|jsonl|conllu|html>", help.Output, StringComparison.Ordinal);
        var version = new ToolRun();
        Assert.Equal(0, await version.RunAsync("--version"));
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }

    [Fact]
    public async Task Colour_is_for_terminals_that_want_it()
    {
        var run = new ToolRun { Input = "News"u8.ToArray(), IsTerminal = true };
        await run.RunAsync("annotate");
        Assert.Contains("\e[1mNews", run.Output, StringComparison.Ordinal);
        run = new ToolRun { Input = "News"u8.ToArray(), IsTerminal = true, NoColor = "1" };
        await run.RunAsync("annotate");
        Assert.DoesNotContain('\e', run.Output);
        run = ToolRun.WithInput("News");
        await run.RunAsync("annotate");
        Assert.DoesNotContain('\e', run.Output);
    }
}
