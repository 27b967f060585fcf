using NewsNlp.Threading;

namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Chooses among candidates those that stand beside each other without sharing a token and whose probabilities, each less a
/// threshold, have the largest sum: with a threshold of half of the F1 that is reached, what is expected to score best. Rented and
/// reused, not safe for threads.
/// </summary>
internal sealed class CandidateChooser
{
    private const int Kept = 16 * 1024;

    private int[] _order = [];
    private int[] _before = [];
    private double[] _best = new double[1];

    /// <summary>Chooses.</summary>
    /// <param name="candidates">The candidates of a document, those of a sentence one after the other.</param>
    /// <param name="probabilities">How probable each is, all things considered.</param>
    /// <param name="threshold">What a candidate must be more probable than.</param>
    /// <param name="chosen">Takes the indices of the chosen candidates, in order.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public void Choose(List<MentionCandidate> candidates, ReadOnlySpan<double> probabilities, double threshold, List<int> chosen, CancellationToken cancellationToken = default)
    {
        chosen.Clear();
        int count = candidates.Count;
        Begin(count);
        for (int i = 0; i < count; i++) _order[i] = i;
        InterruptibleSort.Sort(
            _order.AsSpan(0, count), (a, b) => candidates[a].End != candidates[b].End ? candidates[a].End.CompareTo(candidates[b].End) : a.CompareTo(b), cancellationToken);
        for (int i = 0; i < count; i++)
        {
            if (i % 256 == 255) cancellationToken.ThrowIfCancellationRequested();
            int candidate = _order[i], before = i;
            while (before > 0 && candidates[_order[before - 1]].End > candidates[candidate].First) before--;
            double taken = _best[before] + probabilities[candidate] - threshold;
            bool take = taken > _best[i];
            _before[i] = take ? before : -1;
            _best[i + 1] = take ? taken : _best[i];
        }

        for (int i = count; i > 0;)
        {
            if (_before[i - 1] < 0)
            {
                i--;
                continue;
            }

            chosen.Add(_order[i - 1]);
            i = _before[i - 1];
        }

        chosen.Reverse();
    }

    private void Begin(int count)
    {
        if (_order.Length < count || _order.Length > Kept)
        {
            _order = new int[Math.Max(count, 256)];
            _before = new int[_order.Length];
            _best = new double[_order.Length + 1];
        }

        _best[0] = 0;
    }
}
