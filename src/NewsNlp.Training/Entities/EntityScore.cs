using NewsNlp.Documents;

namespace NewsNlp.Training.Entities;

/// <summary>Counts of strict agreement: same start, end and label.</summary>
internal sealed class EntityScore
{
    private readonly SortedDictionary<string, int[]> _counts = new(StringComparer.Ordinal);
    private readonly int[] _all = new int[3];

    /// <summary>Precision of all labels, in per cent.</summary>
    public double Precision => _all[1] == 0 ? 0 : 100.0 * _all[0] / _all[1];

    /// <summary>Recall of all labels, in per cent.</summary>
    public double Recall => _all[2] == 0 ? 0 : 100.0 * _all[0] / _all[2];

    /// <summary>F1 of all labels, in per cent.</summary>
    public double F1 => Of(_all);

    /// <summary>F1 of each label, in per cent.</summary>
    public IEnumerable<(string Label, double F1, int Gold)> Labels => _counts.Select(pair => (pair.Key, Of(pair.Value), pair.Value[2]));

    /// <summary>Compares the mentions of one article.</summary>
    public void Add(IReadOnlyCollection<GoldMention> system, IReadOnlyCollection<GoldMention> gold)
    {
        var left = gold.ToHashSet();
        foreach (var mention in gold) Count(mention.Label, 2);
        foreach (var mention in system)
        {
            Count(mention.Label, 1);
            if (left.Remove(mention)) Count(mention.Label, 0);
        }
    }

    private static double Of(int[] counts) => counts[1] + counts[2] == 0 ? 0 : 200.0 * counts[0] / (counts[1] + counts[2]);

    private void Count(EntityLabel label, int what)
    {
        if (!_counts.TryGetValue(label.Name, out var counts)) _counts[label.Name] = counts = new int[3];
        counts[what]++;
        _all[what]++;
    }
}
