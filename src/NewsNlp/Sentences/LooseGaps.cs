namespace NewsNlp.Sentences;

/// <summary>Gaps without punctuation where text written without care goes on with a new sentence.</summary>
internal static class LooseGaps
{
    /// <summary>Puts them between the gaps that the buffer holds, of which less is known in such a text.</summary>
    public static void Add(in SentenceText text, SentenceBuffer buffer, ReadOnlySpan<byte> glances, CancellationToken cancellationToken)
    {
        var marked = buffer.BeginMerge();
        var next = 0;
        for (var token = 0; token < text.Count - 1; token++)
        {
            if (token % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (next < marked.Length && marked[next].Token == token)
            {
                var gap = marked[next++];
                buffer.Add(gap.With((Boundary)glances[gap.Cell]));
            }
            else if (text.End(token) < text.Start(token + 1))
            {
                Add(in text, token, buffer, glances);
            }
        }
    }

    private static void Add(in SentenceText text, int token, SentenceBuffer buffer, ReadOnlySpan<byte> glances)
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
        var cell = GapCell.Of(left, GapMark.None, GapCell.OneSpace, rightOf, behindClosers: false);
        buffer.Add(Gap.Of(token, cell, (Boundary)glances[cell], 0, 0));
    }
}
