using NewsNlp.Training.Data;

namespace NewsNlp.Training.Diagnostics;

/// <summary>Looks at sets in which every token has a label: treebanks, and BIO labels.</summary>
internal static class LabelledTokens
{
    /// <summary>A document of a treebank: a label is a tag.</summary>
    public static DataDocument Of(GoldDocument gold)
    {
        var passages = gold.Sentences.Select(sentence => Sentence(gold, sentence)).ToList();
        var document = new DataDocument(gold.Id, gold.Text, passages);
        foreach (var word in gold.Words)
        {
            document.Labels.Add(word.Upos.ToString());
            document.CheckWord(word.Upos.ToString(), word.Start, word.Start + word.Length);
        }
        return document;
    }

    /// <summary>A document with BIO labels: a label is that of a mention.</summary>
    public static DataDocument Of(BioDocument bio)
    {
        var passages = new List<string>();
        int start = 0;
        foreach (int end in bio.SentenceEnds)
        {
            passages.Add(string.Join(' ', bio.Tokens.Skip(start).Take(end - start)));
            start = end;
        }
        var document = new DataDocument(bio.Id, string.Join('\n', passages), passages);
        document.Labels.AddRange(bio.Mentions().Select(mention => mention.Kind));
        for (int broken = bio.BrokenCount(); broken > 0; broken--) document.Report("I- behind no label of its kind", "");
        return document;
    }

    private static string Sentence(GoldDocument gold, GoldSentence sentence)
    {
        var (first, last) = (gold.Words[sentence.FirstWord], gold.Words[sentence.FirstWord + sentence.WordCount - 1]);
        return gold.Text[first.Start..(last.Start + last.Length)];
    }
}
