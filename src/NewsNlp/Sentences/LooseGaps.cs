namespace NewsNlp.Sentences;

/// <summary>Gaps without punctuation where text written without care goes on with a new sentence.</summary>
internal static class LooseGaps
{
    /// <summary>Puts them between the gaps that the buffer holds.</summary>
    public static void Add(SentenceText text, SentenceBuffer buffer)
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
                Add(text, token, buffer);
            }
        }
    }

    private static void Add(SentenceText text, int token, SentenceBuffer buffer)
    {
        var right = CharacterKinds.Of(text.Text[text.Start(token + 1)]);
        if (right is CharacterKind.Lower or CharacterKind.Comma or CharacterKind.Close
            || CharacterKinds.Of(text.Text[text.Start(token)]) is CharacterKind.OpenBracket or CharacterKind.OpenQuote)
        {
            return;
        }

        var start = text.Start(token + 1);
        var rightOf = GapCell.RightOf(text.Text[start], start + 1 < text.Text.Length ? text.Text[start + 1] : '\0');
        var left = GapCell.Left(text.Text[text.Start(token)], text.Length(token));
        buffer.Add(new Gap(token, GapCell.Of(left, GapMark.None, GapCell.OneSpace, rightOf, behindClosers: false), 0, 0));
    }
}
