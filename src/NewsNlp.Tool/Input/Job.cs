using NewsNlp.Documents;

namespace NewsNlp.Tool.Input;

/// <summary>One article that is still to be read; reading it happens beside other work.</summary>
internal abstract class Job
{
    /// <summary>Where the article comes from, for messages: a file, and a line of it.</summary>
    public required string Place { get; init; }

    /// <summary>The article's number in this run, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Roughly how many bytes it holds in memory until it is done.</summary>
    public abstract long Weight { get; }

    /// <summary>Whether the article is a record among others, whose failure leaves a record too.</summary>
    public abstract bool IsRecord { get; }

    /// <exception cref="InputException">It cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract Article Read();
}

/// <summary>A line of JSON Lines.</summary>
internal sealed class LineJob(byte[] line) : Job
{
    public override long Weight => line.Length;

    public override bool IsRecord => true;

    public override Article Read() => ArticleLine.Parse(line);
}

/// <summary>A line that could not even be taken in, or the rest of a file that cannot be read.</summary>
internal sealed class BrokenJob(Exception problem, bool isRecord) : Job
{
    public override long Weight => 0;

    public override bool IsRecord => isRecord;

    public override Article Read() => throw problem;
}

/// <summary>A saved web page.</summary>
internal sealed class HtmlJob(Func<byte[]> load, long length, string? id) : Job
{
    public override long Weight => length;

    public override bool IsRecord => false;

    public override Article Read() => Html.HtmlArticle.Read(load(), id);
}

/// <summary>A plain text, read whole.</summary>
internal sealed class TextJob(Func<byte[]> load, long length, string? id) : Job
{
    public override long Weight => length;

    public override bool IsRecord => false;

    public override Article Read()
    {
        var text = TextDecoder.Decode(load());
        return string.IsNullOrWhiteSpace(text)
            ? throw new InputException(ErrorCodes.Empty, "There is no text in it.") { Id = id }
            : new Article(text, new DocumentMetadata(id));
    }
}
