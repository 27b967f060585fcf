using System.Text;

namespace NewsNlp.Training.Sentences;

/// <summary>Reads documents, paragraphs and sentences, as raw text, from CoNLL-U.</summary>
internal static class GoldTextReader
{
    public static List<GoldText> Read(string path)
    {
        var texts = new List<GoldText>();
        var paragraphs = new List<IReadOnlyList<GoldSentence>>();
        var sentences = new List<GoldSentence>();
        var id = string.Empty;
        var form = new StringBuilder();
        var space = true;
        var covered = 0;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0)
            {
                if (form.Length > 0)
                {
                    sentences.Add(new GoldSentence(form.ToString(), space));
                }

                form.Clear();
                space = true;
                covered = 0;
            }
            else if (line[0] == '#')
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal))
                {
                    EndText();
                    id = line[(line.IndexOf('=') + 1)..].Trim();
                }
                else if (line.StartsWith("# newpar", StringComparison.Ordinal))
                {
                    EndParagraph();
                }
            }
            else
            {
                var columns = line.Split('\t');
                if (columns[0].Contains('.'))
                {
                    continue;
                }

                var dash = columns[0].IndexOf('-');
                var number = int.Parse(dash < 0 ? columns[0] : columns[0][..dash], System.Globalization.CultureInfo.InvariantCulture);
                if (number <= covered)
                {
                    continue;
                }

                // A word of several tokens is spelt by its range; the tokens in it are skipped.
                covered = dash < 0 ? number : int.Parse(columns[0][(dash + 1)..], System.Globalization.CultureInfo.InvariantCulture);
                if (form.Length > 0 && space)
                {
                    form.Append(' ');
                }

                form.Append(columns[1]);
                space = !columns[9].Split('|').Contains("SpaceAfter=No");
            }
        }

        EndText();
        return texts;

        void EndParagraph()
        {
            if (sentences.Count > 0)
            {
                paragraphs.Add([.. sentences]);
                sentences.Clear();
            }
        }

        void EndText()
        {
            EndParagraph();
            if (paragraphs.Count > 0)
            {
                texts.Add(new GoldText(id, [.. paragraphs]));
                paragraphs.Clear();
            }
        }
    }
}
