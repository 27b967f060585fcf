using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Roles;

namespace NewsNlp.Training.Quotations.Roles;

/// <summary>A sentence that the role network learns from.</summary>
/// <param name="Keys">What each token's word is found by.</param>
/// <param name="Inputs">What is known of each token, <see cref="RoleInputs.Count"/> numbers; the first of them is not set.</param>
/// <param name="Labels">Each token's role, one of <see cref="RoleLabels"/>.</param>
internal sealed record RoleSentence(uint[] Keys, int[] Inputs, byte[] Labels)
{
    /// <summary>The number of tokens.</summary>
    public int Length => Labels.Length;

    /// <summary>All sentences of an article.</summary>
    public static IEnumerable<RoleSentence> Of(QuoteExample example)
    {
        var labels = LabelsOf(example);
        for (var sentence = 0; sentence < example.Article.SentenceCount; sentence++)
        {
            int start = example.Article.SentenceStarts[sentence], end = example.Article.SentenceEnds[sentence];
            var keys = new uint[end - start];
            var inputs = new int[RoleInputs.Count * keys.Length];
            for (var i = start; i < end; i++)
            {
                keys[i - start] = RoleInputs.KeyOf(example.Article, i);
                RoleInputs.Read(example.Article, example.Quotations, i, inputs.AsSpan((i - start) * RoleInputs.Count, RoleInputs.Count));
            }

            yield return new RoleSentence(keys, inputs, labels[start..end]);
        }
    }

    // A token has one role: that of a cue goes before that of a source, and a source's before a content's.
    private static byte[] LabelsOf(QuoteExample example)
    {
        var labels = new byte[example.Article.Count];
        var gold = example.Gold.Where(attribution => attribution.Content.Count > 0).ToList();
        foreach (var cue in gold.Select(attribution => attribution.Cue).OfType<TokenRange>())
        {
            Set(labels, cue, RoleLabels.Cue);
        }

        foreach (var source in gold.SelectMany(attribution => attribution.Source))
        {
            Set(labels, source, RoleLabels.Source);
        }

        foreach (var content in gold.SelectMany(attribution => attribution.Content))
        {
            Set(labels, content, RoleLabels.Content);
        }

        return labels;
    }

    private static void Set(byte[] labels, TokenRange range, int role)
    {
        var stretch = labels.AsSpan(range.First, range.Length);
        if (stretch.ContainsAnyExcept((byte)RoleLabels.None))
        {
            return;
        }

        stretch.Fill((byte)(role + RoleLabels.Inner));
        stretch[0] = (byte)(role + RoleLabels.First);
        stretch[^1] = (byte)(role + (stretch.Length == 1 ? RoleLabels.Only : RoleLabels.Last));
    }
}
