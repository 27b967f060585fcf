using System.Globalization;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Tokenization;

/// <summary>
/// Reads the gold files: one case a line, text TAB tokens parted by ␣ TAB a letter for each token's kind. Lines that start
/// with // are comments; \uXXXX, \t and \n stand for characters that an editor hides.
/// </summary>
internal static class GoldFile
{
    public const char Separator = '␣';

    private const string Kinds = "wnpsuehtm";

    public static IEnumerable<(string File, string Text, string Tokens, string Kinds)> Cases() =>
        from file in Repository.Files("tests/NewsNlp.Tests/Tokenization/Gold", "*.txt")
        from line in Repository.Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        where !line.StartsWith("//", StringComparison.Ordinal)
        let columns = line.Split('\t')
        select (Path.GetFileNameWithoutExtension(file), Unescape(columns[0]), Unescape(columns[1]), columns[2]);

    public static char Letter(TokenKind kind) => Kinds[(int)kind];

    public static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 5 < text.Length && text[i + 1] == 'u')
            {
                plain.Append((char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 5;
            }
            else if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 't' or 'n')
            {
                plain.Append(text[++i] == 't' ? '\t' : '\n');
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
