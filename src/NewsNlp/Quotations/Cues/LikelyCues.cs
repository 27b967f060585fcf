namespace NewsNlp.Quotations.Cues;

/// <summary>Chooses the cues that count as such when they stand in another cue's window.</summary>
internal static class LikelyCues
{
    /// <summary>How likely they must be at least.</summary>
    public const float Threshold = 0.35f;

    /// <summary>Of candidates in order, the likely ones; of those that overlap the likelier.</summary>
    public static void Select(ReadOnlySpan<Cue> candidates, List<Cue> likely)
    {
        likely.Clear();
        foreach (var cue in candidates)
        {
            if (cue.Probability < Threshold)
            {
                continue;
            }

            // Probabilities of cues that overlap add up to 1 at most, so that no more than two are above the threshold.
            if (likely.Count > 0 && likely[^1].Overlaps(cue))
            {
                if (likely[^1].Probability < cue.Probability)
                {
                    likely[^1] = cue;
                }

                continue;
            }

            likely.Add(cue);
        }
    }
}
