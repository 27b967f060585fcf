using NewsNlp.Documents;
using NewsNlp.Evaluation.Quotations;

namespace NewsNlp.Tool.Comparison;

/// <summary>Finds where quotes differ; those that share the most characters of content are taken for the same one.</summary>
internal static class QuoteDifferences
{
    /// <returns>How many are the same in all.</returns>
    public static int Find(string text, IReadOnlyList<Attribution> a, IReadOnlyList<Attribution> b, bool hasSpeakers, List<Difference> differences)
    {
        var partner = Align(a, b);
        int same = 0;
        for (int i = 0; i < a.Count; i++)
        {
            if (partner[i] < 0)
            {
                differences.Add(new Difference(DifferenceKind.Quote, Place(a[i]), Words(text, a[i].Content), Speaker(a[i]) ?? Words(text, a[i].Source), null));
                continue;
            }

            int before = differences.Count;
            Compare(text, a[i], b[partner[i]], hasSpeakers, differences);
            if (differences.Count == before) same++;
        }

        for (int i = 0; i < b.Count; i++)
        {
            if (Array.IndexOf(partner, i) < 0)
                differences.Add(new Difference(DifferenceKind.Quote, Place(b[i]), Words(text, b[i].Content), null, Speaker(b[i]) ?? Words(text, b[i].Source)));
        }

        return same;
    }

    private static void Compare(string text, Attribution a, Attribution b, bool hasSpeakers, List<Difference> differences)
    {
        string words = Words(text, a.Content);
        Add(DifferenceKind.Content, a.Content, b.Content);
        Add(DifferenceKind.Source, a.Source, b.Source);
        Add(DifferenceKind.Cue, a.Cue, b.Cue);
        bool isSame = !hasSpeakers || (a.Speakers.Count == 0 ? b.Speakers.Count == 0 : SpeakerNames.Agree(a.Speakers, b.Speakers));
        if (!isSame) differences.Add(new Difference(DifferenceKind.Speaker, Place(a), words, Speaker(a), Speaker(b)));

        void Add(DifferenceKind kind, IReadOnlyList<TextSpan> left, IReadOnlyList<TextSpan> right)
        {
            if (left.SequenceEqual(right)) return;
            differences.Add(new Difference(kind, Place(a), words, left.Count == 0 ? null : Words(text, left), right.Count == 0 ? null : Words(text, right)));
        }
    }

    private static int[] Align(IReadOnlyList<Attribution> a, IReadOnlyList<Attribution> b)
    {
        var partner = new int[a.Count];
        Array.Fill(partner, -1);
        var candidates = new List<(int Shared, int A, int B)>();
        for (int i = 0; i < a.Count; i++)
        {
            for (int j = 0; j < b.Count; j++)
            {
                int shared = a[i].Content.Sum(left => b[j].Content.Sum(right => Math.Max(0, Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start))));
                if (shared > 0) candidates.Add((-shared, i, j));
            }
        }

        candidates.Sort();
        var taken = new HashSet<int>();
        foreach (var (_, i, j) in candidates)
            if (partner[i] < 0 && taken.Add(j)) partner[i] = j;
        return partner;
    }

    private static TextSpan Place(Attribution quote) => quote.Content.Count > 0 ? quote.Content[0] : default;

    private static string? Speaker(Attribution quote) => quote.Speakers.Count == 0 ? null : quote.Speakers[0];

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(span => MentionDifferences.Words(text, span)));
}
