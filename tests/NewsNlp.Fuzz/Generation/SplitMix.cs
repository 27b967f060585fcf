namespace NewsNlp.Fuzz.Generation;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed everywhere. For one thread.</summary>
internal sealed class SplitMix(ulong seed)
{
    // Mixed, so that no two seeds begin at neighbouring places of one sequence.
    private ulong _state = Mix(seed ^ 0x1234_5678_9ABC_DEF1);

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        return Mix(_state);
    }

    /// <summary>A number from 0 to below a positive bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
