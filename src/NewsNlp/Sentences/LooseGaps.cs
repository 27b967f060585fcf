namespace NewsNlp.Sentences;

/// <summary>Gaps without punctuation where text written without care goes on with a new sentence.</summary>
internal static class LooseGaps
{
    /// <summary>Puts them between the gaps that the buffer holds.</summary>
    public static void Add(in SentenceText text, SentenceBuffer buffer)
    {
        var marked = buffer.BeginMerge();
        var next = 0;
        for (var token = 0; token < text.Count - 1; token++)
        {
            if (next < marked.Length && marked[next].Token == token)
            {
                buffer.Add(marked[next++]);
            }
            else if (text.End(token) < text.Start(token + 1))
            {
                Add(in text, token, buffer);
            }
        }
    }

    private static void Add(in SentenceText text, int token, SentenceBuffer buffer)
    {
        var start = text.Start(token + 1);
        var right = CharacterKinds.Of(text.Text[start]);
        var first = text.Text[text.Start(token)];
        if (right is CharacterKind.Lower or CharacterKind.Comma or CharacterKind.Close
            || CharacterKinds.Of(first) is CharacterKind.OpenBracket or CharacterKind.OpenQuote)
        {
            return;
        }

        var rightOf = GapCell.RightOf(text.Text[start], start + 1 < text.Text.Length ? text.Text[start + 1] : '\0');
        var left = GapCell.Left(first, text.Length(token));
        buffer.Add(new Gap(token, GapCell.Of(left, GapMark.None, GapCell.OneSpace, rightOf, behindClosers: false), 0, 0));
    }
}
