using System.Buffers;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Tests.Export;
using NewsNlp.Tests.Support;
using NewsNlp.Tool.Output.Report;

namespace NewsNlp.Tool.Tests.Output;

public sealed class TextFormatTests
{
    [Theory]
    [InlineData(80, "report-80.txt")]
    [InlineData(40, "report-40.txt")]
    public void A_report_fits_its_width(int width, string approved)
    {
        var report = Write(SampleDocuments.Full, width);
        Assert.All(report.Split('\n'), line => Assert.True(line.Length <= width, line));
        Snapshot.Matches(report, approved);
    }

    [Fact]
    public void Colour_changes_nothing_but_colour()
    {
        var colourful = Write(SampleDocuments.Full, 80, colour: true);
        Assert.Contains("\e[1;36mMarta", colourful, StringComparison.Ordinal);
        var plain = System.Text.RegularExpressions.Regex.Replace(colourful, "\e\\[[0-9;]*m", "");
        Assert.Equal(Write(SampleDocuments.Full, 80), plain);
    }

    [Fact]
    public void Control_characters_of_the_text_do_not_reach_the_terminal()
    {
        var builder = new DocumentBuilder("Bad \e]0;title\a news\u202E", new DocumentMetadata("id\e[2J"))
            .AddTokens([new TextSpan(0, 20)])
            .AddQuotes(sink => sink.Add(QuoteKind.Direct, [new TextSpan(0, 20)], [], null));
        builder.AddCoreference(sink =>
        {
            var entity = sink.AddEntity("Ann\e[31m", EntityLabel.Person, "boss\u0090");
            sink.AddMention(entity, new TextSpan(0, 20), MentionKind.Name);
            sink.AddSpeaker(builder.Document.Quotes[0], entity);
        });
        var report = Write(builder.Build(), 80, several: true);
        Assert.DoesNotContain(report, c => (char.IsControl(c) && c != '\n') || c == '\u202E');
        Assert.Contains("Ann\\u001B[31m (boss\\u0090): Bad \\u001B]0;title\\u0007 news\\u202E", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_nobody_looked_at_shows_its_first_line() =>
        Assert.Equal("A text that nobody has looked at.\n", Write(SampleDocuments.TextOnly, 80));

    [Fact]
    public void An_empty_document_has_a_report_too() =>
        Assert.Equal("(no text)\n\n0 tokens · 0 sentences · 0 names and values · 0 quotes\n", Write(SampleDocuments.Empty, 80));

    private static string Write(Document document, int width, bool colour = false, bool several = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        new TextFormat(width, colour, several).Write(document, 1, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
