using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Quotations.Marks;

/// <summary>A gold file of cases parted by blank lines, each under a line "# title"; blocks of "# " lines alone are comments.</summary>
internal static class GoldCases
{
    public static IEnumerable<(string Title, string Body)> Read(string file)
    {
        var blocks = Repository.Read("tests/NewsNlp.Tests/Quotations/Gold/" + file)
            .Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        foreach (var block in blocks)
        {
            var lines = block.Trim('\n').Split('\n');
            var titles = lines.TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).Count();
            if (titles < lines.Length)
            {
                yield return (lines[titles - 1][2..], string.Join('\n', lines.Skip(titles)));
            }
        }
    }
}
