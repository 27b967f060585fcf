namespace NewsNlp.Training.Data;

/// <summary>Reads coreference in the columns of the CoNLL shared tasks, see <see cref="MentionColumn"/>. Words are counted from a document's beginning.</summary>
internal static class CoreferenceReader
{
    private const string Begin = "# begin document ";

    /// <summary>The mentions of each document of a file.</summary>
    /// <exception cref="TrainingException">The file is not in this format.</exception>
    public static Dictionary<string, IReadOnlyList<GoldMention>> Read(string path)
    {
        var documents = new Dictionary<string, IReadOnlyList<GoldMention>>();
        MentionColumn? column = null;
        int word = 0;
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith(Begin, StringComparison.Ordinal))
            {
                column = new MentionColumn();
                documents.Add(line[Begin.Length..].Split(';')[0].Trim(' ', '(', ')'), column.Mentions);
                word = 0;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                if (column is null) throw new TrainingException($"{path}: there is no document around '{line}'.");
                Read(column, line[(line.LastIndexOf('\t') + 1)..], word++, path);
            }
        }

        return documents;
    }

    private static void Read(MentionColumn column, string cell, int word, string path)
    {
        try
        {
            column.Read(cell, word);
        }
        catch (FormatException exception)
        {
            throw new TrainingException($"{path}: {exception.Message}");
        }
    }
}
