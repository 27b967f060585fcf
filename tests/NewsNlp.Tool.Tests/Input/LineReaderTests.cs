using System.Text;
using CsCheck;
using NewsNlp.Tool.Input;

namespace NewsNlp.Tool.Tests.Input;

public sealed class LineReaderTests
{
    [Fact]
    public void Lines_are_what_string_split_says_however_the_stream_trickles() =>
        Gen.Select(Gen.OneOf(Gen.Const('a'), Gen.Const('\n'), Gen.Const('\r'), Gen.Const('é')).Array[0, 60], Gen.Int[1, 7]).Sample((letters, step) =>
        {
            var text = new string(letters);
            var expected = text.Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line).ToList();
            if (text.Length == 0 || text[^1] == '\n')
            {
                expected.RemoveAt(expected.Count - 1);
            }

            using var reader = new LineReader(new Trickle(Encoding.UTF8.GetBytes(text), step));
            Assert.Equal(expected, ReadAll(reader));
            Assert.Equal(expected.Count, reader.LineNumber);
        });

    [Fact]
    public void A_line_longer_than_the_buffer_is_one_line()
    {
        var line = new string('x', 1_000_000);
        using var reader = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes($"a\n{line}\nb")));
        Assert.Equal(["a", line, "b"], ReadAll(reader));
    }

    [Fact]
    public void A_line_beyond_the_limit_is_skipped_and_counted()
    {
        var text = "a\n" + new string('x', 500_000) + "\nb\n" + new string('y', 500_000);
        using var reader = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), 100_000);
        Assert.Equal("a", Encoding.UTF8.GetString(reader.Read()!));
        Assert.Equal(ErrorCodes.LineTooLong, Assert.Throws<InputException>(reader.Read).Code);
        Assert.Equal(2, reader.LineNumber);
        Assert.Equal("b", Encoding.UTF8.GetString(reader.Read()!));
        Assert.Throws<InputException>(reader.Read);
        Assert.Null(reader.Read());
        Assert.Equal(4, reader.LineNumber);
    }

    private static IEnumerable<string> ReadAll(LineReader reader)
    {
        while (reader.Read() is { } line)
        {
            yield return Encoding.UTF8.GetString(line);
        }
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));
    }
}
