namespace NewsNlp.Training.Data;

/// <summary>A document of tokens with BIO labels.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Tokens">The tokens.</param>
/// <param name="Labels">A label for each: <c>O</c>, or <c>B-</c> or <c>I-</c> and a kind.</param>
/// <param name="SentenceEnds">For each sentence the number of tokens up to its end.</param>
internal sealed record BioDocument(string Id, IReadOnlyList<string> Tokens, IReadOnlyList<string> Labels, IReadOnlyList<int> SentenceEnds)
{
    /// <summary>The mentions: runs of <c>B-</c> and the <c>I-</c> of the same kind behind it; an <c>I-</c> that follows neither begins one.</summary>
    public IEnumerable<(int First, int Count, string Kind)> Mentions()
    {
        int sentence = 0;
        for (int i = 0; i < Labels.Count;)
        {
            while (SentenceEnds[sentence] <= i) sentence++;
            if (Labels[i] == "O")
            {
                i++;
                continue;
            }
            string kind = Labels[i][2..];
            int end = i + 1;
            while (end < SentenceEnds[sentence] && Labels[end] == "I-" + kind) end++;
            yield return (i, end - i, kind);
            i = end;
        }
    }

    /// <summary>How many <c>I-</c> follow no label of their kind in their sentence.</summary>
    public int BrokenCount()
    {
        int broken = 0, start = 0;
        foreach (int end in SentenceEnds)
        {
            for (int i = start; i < end; i++)
            {
                if (!Labels[i].StartsWith("I-", StringComparison.Ordinal)) continue;
                if (i == start || Labels[i - 1].Length < 2 || !Labels[i - 1].AsSpan(2).SequenceEqual(Labels[i].AsSpan(2))) broken++;
            }
            start = end;
        }
        return broken;
    }
}

/// <summary>
/// Reads tokens with BIO labels: a token, a tab and its label a line, an empty line behind a sentence, <c># doc = id</c> before a
/// document; what stands behind a tab in that line is ignored.
/// </summary>
internal sealed class BioReader
{
    private const string Heading = "# doc = ";

    private readonly List<BioDocument> _documents = [];
    private string _id = "";
    private List<string> _tokens = [];
    private List<string> _labels = [];
    private List<int> _ends = [];

    /// <summary>All documents of a file.</summary>
    /// <exception cref="TrainingException">A line is neither of these.</exception>
    public static IReadOnlyList<BioDocument> Read(string path)
    {
        var reader = new BioReader();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (!reader.Line(line)) throw new TrainingException($"{path}, line {number}: neither a token, a tab and a BIO label nor a heading.");
        }
        reader.EndDocument();
        return reader._documents;
    }

    private bool Line(string line)
    {
        if (line.StartsWith(Heading, StringComparison.Ordinal))
        {
            EndDocument();
            _id = line[Heading.Length..].Split('\t')[0].Trim();
            return true;
        }
        if (line.Length == 0)
        {
            EndSentence();
            return true;
        }
        string[] cells = line.Split('\t');
        if (cells.Length < 2 || cells[0].Length == 0 || !(cells[1] == "O" || cells[1].Length > 2 && cells[1][..2] is "B-" or "I-")) return false;
        _tokens.Add(cells[0]);
        _labels.Add(cells[1]);
        return true;
    }

    private void EndSentence()
    {
        if (_tokens.Count > (_ends.Count == 0 ? 0 : _ends[^1])) _ends.Add(_tokens.Count);
    }

    private void EndDocument()
    {
        EndSentence();
        if (_tokens.Count > 0) _documents.Add(new BioDocument(_id, _tokens, _labels, _ends));
        (_tokens, _labels, _ends) = ([], [], []);
    }
}
