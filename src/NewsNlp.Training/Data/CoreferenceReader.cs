using System.Globalization;

namespace NewsNlp.Training.Data;

/// <summary>An expression that annotators marked: the words from the first up to, not including, the end, and the entity meant.</summary>
internal readonly record struct GoldMention(int First, int End, int Entity);

/// <summary>
/// Reads coreference in the columns of the CoNLL shared tasks: the last cell of a word opens and closes mentions, <c>(3</c>,
/// <c>3)</c>, <c>(3)</c>, several of them one behind the other. Words are counted from a document's beginning.
/// </summary>
internal static class CoreferenceReader
{
    private const string Begin = "# begin document ";

    /// <summary>The mentions of each document of a file.</summary>
    /// <exception cref="TrainingException">The file is not in this format.</exception>
    public static Dictionary<string, List<GoldMention>> Read(string path)
    {
        var documents = new Dictionary<string, List<GoldMention>>();
        var open = new Dictionary<int, Stack<int>>();
        List<GoldMention>? mentions = null;
        int word = 0;
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith(Begin, StringComparison.Ordinal))
            {
                documents.Add(line[Begin.Length..].Split(';')[0].Trim(' ', '(', ')'), mentions = []);
                open.Clear();
                word = 0;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                if (mentions is null) throw new TrainingException($"{path}: there is no document around '{line}'.");
                Read(path, line[(line.LastIndexOf('\t') + 1)..], word++, open, mentions);
            }
        }

        return documents;
    }

    private static void Read(string path, string cell, int word, Dictionary<int, Stack<int>> open, List<GoldMention> mentions)
    {
        for (int i = 0; i < cell.Length;)
        {
            bool opens = cell[i] == '(';
            int start = opens ? i + 1 : i, end = start;
            while (end < cell.Length && char.IsAsciiDigit(cell[end])) end++;
            if (end == start)
            {
                i++;
                continue;
            }

            bool closes = end < cell.Length && cell[end] == ')';
            int entity = int.Parse(cell.AsSpan(start, end - start), CultureInfo.InvariantCulture);
            if (!open.TryGetValue(entity, out var starts)) open[entity] = starts = new Stack<int>();
            if (opens) starts.Push(word);
            if (closes)
            {
                if (!starts.TryPop(out int first)) throw new TrainingException($"{path}: a mention of {entity} ends that did not begin.");
                mentions.Add(new GoldMention(first, word + 1, entity));
            }

            i = closes ? end + 1 : end;
        }
    }
}
