using System.Text;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Structure;

/// <summary>
/// A page with its blocks marked: <c>{headline}</c> opens a block that reaches to the next mark. The marks are taken out, so the
/// detector sees the page as a site would give it. A picture of a carriage return stands for one, which version control would fold.
/// </summary>
internal sealed record GoldPage(string Text, IReadOnlyList<(BlockKind Kind, string Text)> Blocks)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Structure", "Gold");

    public static GoldPage Read(string name) => Parse(File.ReadAllText(Path.Combine(Folder, name)).Replace('␍', '\r'));

    public static GoldPage Parse(string marked)
    {
        var text = new StringBuilder();
        var blocks = new List<(BlockKind, string)>();
        foreach (var part in marked.Split('{')[1..])
        {
            var close = part.IndexOf('}', StringComparison.Ordinal);
            blocks.Add((Enum.Parse<BlockKind>(part[..close], ignoreCase: true), part[(close + 1)..].Trim()));
            text.Append(part, close + 1, part.Length - close - 1);
        }

        return new GoldPage(text.ToString(), blocks);
    }
}
