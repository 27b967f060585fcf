using System.Globalization;
using System.Reflection;
using System.Text;
using NewsNlp.Fuzz.Targets;

namespace NewsNlp.Fuzz.Generation;

/// <summary>What inputs are made of: texts to start from, and pieces that break things. Immutable.</summary>
public sealed class Fragments
{
    private Fragments(byte[][] seeds, byte[][] pieces)
    {
        Seeds = seeds;
        Pieces = pieces;
    }

    /// <summary>Whole inputs: the corpus of a target and, for text, articles.</summary>
    public IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Words, signs and characters.</summary>
    public IReadOnlyList<byte[]> Pieces { get; }

    /// <summary>Reads what is embedded for a target.</summary>
    public static Fragments For(IFuzzTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var seeds = CorpusFiles(target.Name).Select(file => file.Bytes).ToList();
        if (target.Form == InputForm.Text) seeds.AddRange(Names("articles/").Select(Bytes));
        if (seeds.Count == 0) seeds.Add([]);
        var pieces = Encoding.UTF8.GetString(Bytes("pieces.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => TolerantText.Encode(Unescape(line)));
        return new Fragments([.. seeds], [.. pieces]);
    }

    /// <summary>The corpus of a target: seeds, and inputs that once were findings.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> CorpusFiles(string target) =>
        Names($"corpus/{target}/").Select(name => (name, Bytes(name)));

    /// <summary>The articles of the benchmarks.</summary>
    public static IEnumerable<string> Articles => Names("articles/").Select(name => Encoding.UTF8.GetString(Bytes(name)));

    private static IEnumerable<string> Names(string start) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(start, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Unescape(string line)
    {
        var text = new StringBuilder();
        for (int i = 0; i < line.Length; i++)
        {
            if (line.AsSpan(i).StartsWith("\\u"))
            {
                text.Append((char)ushort.Parse(line.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 5;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return text.ToString();
    }
}
