using NewsNlp.Tool.Input;

namespace NewsNlp.Fuzz.Targets;

/// <summary>
/// The tool's reader of JSON Lines: each line an article or an error that says what is wrong, and as many lines as there are, from any
/// bytes in UTF-8 or UTF-16.
/// </summary>
internal sealed class JsonLinesTarget : IFuzzTarget
{
    public string Name => "jsonl";

    public InputForm Form => InputForm.Json;

    public void Run(ReadOnlySpan<byte> input)
    {
        byte[] bytes = input.ToArray();
        using var lines = new LineReader(TextDecoder.ToUtf8(new MemoryStream(bytes)));
        while (lines.Read() is { } line)
        {
            if (line.AsSpan().Contains((byte)'\n')) throw new FindingException("A line holds the end of a line.");
            Parse(line);
        }

        bool isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!isUtf16 && lines.LineNumber != input.Count((byte)'\n') + (input is [.., not (byte)'\n'] ? 1 : 0))
            throw new FindingException("Lines were lost.");
    }

    private static void Parse(byte[] line)
    {
        try
        {
            if (ArticleLine.Parse(line).Text is null) throw new FindingException("An article has no text.");
        }
        catch (InputException exception)
        {
            if (exception.Message.Length == 0) throw new FindingException("An error says nothing.");
        }
    }
}
