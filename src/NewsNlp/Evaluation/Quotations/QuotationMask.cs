namespace NewsNlp.Evaluation.Quotations;

/// <summary>
/// Marks what stands inside quotation marks, for the scorer's view of a quote's kind: the same for gold and system, whatever the
/// system thinks. Double marks pair within a line; one that stays open reaches to the line's end if it is an opening mark or begins
/// the line. Single marks count where they cannot be apostrophes.
/// </summary>
internal static class QuotationMask
{
    private const int ShortestSingle = 2;
    private const int LongestSingle = 400;

    public static bool[] Of(ReadOnlySpan<int> text)
    {
        var mask = new bool[text.Length];
        for (int start = 0; start < text.Length;)
        {
            int length = text[start..].IndexOf('\n');
            int end = length < 0 ? text.Length : start + length;
            MarkDouble(text[start..end], mask.AsSpan(start, end - start));
            start = end + 1;
        }

        MarkSingle(text, mask);
        return mask;
    }

    private static void MarkDouble(ReadOnlySpan<int> line, Span<bool> mask)
    {
        int open = -1;
        for (int i = 0; i < line.Length;)
        {
            int width = i + 1 < line.Length && line[i] is '\'' or '`' && line[i + 1] == line[i] ? 2 : IsDouble(line[i]) ? 1 : 0;
            if (width > 0)
            {
                if (open < 0)
                {
                    if (line[i] is not ('\u201D' or '\u00BB')) open = i;
                }
                else if (line[i] == '\u201C')
                {
                    open = i;
                }
                else
                {
                    mask[open..(i + width)].Fill(true);
                    open = -1;
                }
            }

            i += Math.Max(1, width);
        }

        if (open >= 0 && (line[open] == '\u201C' || open == Indent(line))) mask[open..].Fill(true);
    }

    private static void MarkSingle(ReadOnlySpan<int> text, Span<bool> mask)
    {
        for (int i = 0; i < text.Length;)
        {
            int end = text[i] is '\'' or '\u2018' && !IsWordOrApostrophe(text, i - 1) && IsWord(text, i + 1) ? CloseOf(text, i) : -1;
            if (end > 0) mask[i..end].Fill(true);
            i = Math.Max(i + 1, end);
        }
    }

    // Where the mark that closes the one at "open" ends; -1 if there is none.
    private static int CloseOf(ReadOnlySpan<int> text, int open)
    {
        for (int i = open + 1; i < text.Length; i++)
        {
            bool isApostrophe = text[i] is '\'' or '\u2019';
            int length = i - open - 1;
            if (isApostrophe && length >= ShortestSingle && !IsWord(text, i + 1)) return i + 1;
            bool goesOn = isApostrophe ? IsWord(text, i - 1) && IsWord(text, i + 1) : text[i] is not ('\n' or '\u2018' or '"');
            if (!goesOn || length == LongestSingle) return -1;
        }

        return -1;
    }

    private static bool IsDouble(int c) => c is '"' or '\u201C' or '\u201D' or '\u201F' or '\u00AB' or '\u00BB';

    private static int Indent(ReadOnlySpan<int> line)
    {
        int i = 0;
        while (i < line.Length && QuoteText.IsSpaceCharacter(line[i])) i++;
        return i;
    }

    private static bool IsWord(ReadOnlySpan<int> text, int i) => (uint)i < (uint)text.Length && QuoteText.IsWordCharacter(text[i]);

    private static bool IsWordOrApostrophe(ReadOnlySpan<int> text, int i) =>
        IsWord(text, i) || (uint)i < (uint)text.Length && text[i] is '\'' or '\u2019';
}
