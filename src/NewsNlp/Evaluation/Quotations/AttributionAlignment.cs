namespace NewsNlp.Evaluation.Quotations;

/// <summary>A gold attribution and the system's that stands for it.</summary>
/// <param name="Gold">The index of the gold one.</param>
/// <param name="System">The index of the system's.</param>
/// <param name="Dice">2 × shared content tokens / all content tokens of both.</param>
internal readonly record struct AlignedPair(int Gold, int System, double Dice);

/// <summary>Pairs attributions one to one, greedily by content, then cue, then source.</summary>
internal static class AttributionAlignment
{
    public static List<AlignedPair> Align(IReadOnlyList<ScoredAttribution> gold, IReadOnlyList<ScoredAttribution> system)
    {
        var candidates = new List<(double, int, int, int Gold, int System)>();
        for (int g = 0; g < gold.Count; g++)
        {
            for (int s = 0; s < system.Count; s++)
            {
                int shared = gold[g].Content.SharedTokens(system[s].Content);
                if (shared == 0) continue;
                double dice = 2.0 * shared / (gold[g].Content.Tokens.Count + system[s].Content.Tokens.Count);
                candidates.Add((-dice, -gold[g].Cue.SharedTokens(system[s].Cue), -gold[g].Source.SharedTokens(system[s].Source), g, s));
            }
        }

        candidates.Sort();
        var pairs = new List<AlignedPair>();
        var (takenGold, takenSystem) = (new bool[gold.Count], new bool[system.Count]);
        foreach (var (dice, _, _, g, s) in candidates)
        {
            if (takenGold[g] || takenSystem[s]) continue;
            takenGold[g] = takenSystem[s] = true;
            pairs.Add(new AlignedPair(g, s, -dice));
        }

        return pairs;
    }
}
