using NewsNlp.Quotations.Contents;

namespace NewsNlp.Training.Quotations;

/// <summary>Exact span scores of contents, sources and cues, as token ranges: the measure that choices are made by.</summary>
internal sealed class QuoteScore
{
    private readonly int[] _right = new int[3];
    private readonly int[] _found = new int[3];
    private readonly int[] _gold = new int[3];

    /// <summary>F1 of contents, sources, cues, in per cent.</summary>
    public double Content => F(0);

    public double Source => F(1);

    public double Cue => F(2);

    public double MeanF => (Content + Source + Cue) / 3;

    /// <summary>Adds an article.</summary>
    public void Add(QuoteExample example, IReadOnlyList<Attribution> found)
    {
        var gold = example.Gold.Where(g => g.Content.Count > 0).ToList();
        Add(0, gold.SelectMany(g => g.Content), found.SelectMany(a => a.Content));
        Add(1, gold.SelectMany(g => g.Source), found.SelectMany(a => a.Source));
        Add(2, gold.Where(g => g.Cue is not null).Select(g => g.Cue!.Value), found.Select(a => new TokenRange(a.Cue.First, a.Cue.End)));
    }

    /// <summary>Whether a gold attribution shares most of the content, and the source.</summary>
    public static bool IsRight(QuoteExample example, Attribution found)
    {
        foreach (var gold in example.Gold)
        {
            int shared = 0, size = found.Content.Sum(p => p.Length) + gold.Content.Sum(p => p.Length);
            foreach (var piece in gold.Content)
            {
                shared += found.Content.Sum(p => Math.Max(0, Math.Min(p.End, piece.End) - Math.Max(p.First, piece.First)));
            }

            var sources = gold.Source.Count == 0
                ? found.Source.Count == 0
                : gold.Source.Any(p => found.Source.Any(p.Overlaps));
            if (4 * shared >= size && shared > 0 && sources)
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => $"content {Content:0.00}, source {Source:0.00}, cue {Cue:0.00}";

    // A piece that several attributions share counts once an article.
    private void Add(int role, IEnumerable<TokenRange> gold, IEnumerable<TokenRange> found)
    {
        var (goldSet, foundSet) = (gold.ToHashSet(), found.ToHashSet());
        _gold[role] += goldSet.Count;
        _found[role] += foundSet.Count;
        _right[role] += foundSet.Count(goldSet.Contains);
    }

    private double F(int role) => 200.0 * _right[role] / Math.Max(1, _found[role] + _gold[role]);
}
