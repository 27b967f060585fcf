using System.Text;
using NewsNlp.Training.Data;

namespace NewsNlp.Training.Sentences;

/// <summary>How a gold text is laid out as one string.</summary>
/// <param name="ParagraphBreak">What stands between paragraphs.</param>
/// <param name="WrapColumn">The longest line, in UTF-16 code units; 0 for lines that are not wrapped.</param>
internal sealed record TextLayout(string ParagraphBreak, int WrapColumn = 0)
{
    /// <summary>Blank lines between paragraphs, no other line breaks: how the data is measured.</summary>
    public static TextLayout Plain { get; } = new("\n\n");

    /// <summary>Lays a text out.</summary>
    /// <param name="gold">The text, with a blank line between paragraphs.</param>
    /// <param name="ends">Takes the end of each sentence in the string, in order.</param>
    public string Apply(GoldDocument gold, List<int> ends)
    {
        ends.Clear();
        var text = new StringBuilder();
        var behind = 0;
        foreach (var sentence in gold.Sentences)
        {
            var start = gold.Words[sentence.FirstWord].Start;
            var last = gold.Words[sentence.FirstWord + sentence.WordCount - 1];
            var end = last.Start + last.Length;
            if (behind > 0)
            {
                var gap = gold.Text.AsSpan(behind, start - behind);
                text.Append(gap.Contains('\n') ? ParagraphBreak : gap);
            }

            text.Append(gold.Text, start, end - start);
            ends.Add(text.Length);
            behind = end;
        }

        return WrapColumn == 0 ? text.ToString() : Wrap(text.ToString());
    }

    /// <summary>Turns the last space of each full line into a line break, which moves nothing.</summary>
    private string Wrap(string text)
    {
        var characters = text.ToCharArray();
        var lineStart = 0;
        var space = -1;
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] == '\n')
            {
                (lineStart, space) = (i + 1, -1);
            }
            else if (characters[i] == ' ')
            {
                space = i;
            }

            if (i - lineStart >= WrapColumn && space >= 0)
            {
                characters[space] = '\n';
                (lineStart, space) = (space + 1, -1);
            }
        }

        return new string(characters);
    }
}
