namespace NewsNlp.Models;

/// <summary>
/// The scratch memory of a <see cref="LinearChainModel"/> for one sequence at a time: grows to the longest sequence
/// seen, then is reused without allocating. One thread at a time.
/// </summary>
internal sealed class LinearChainWorkspace
{
    internal int[] Scores = [];
    internal ulong[] Allowed = [];
    internal int[] Best = [];
    internal int[] Back = [];
    internal double[] Emitted = [];
    internal double[] Forward = [];
    internal double[] Backward = [];
    internal double[] Norms = [];
    internal Ranked[] Ranked = [];
    internal byte[] TakenOver = [];

    /// <summary>The number of positions of the current sequence.</summary>
    public int Length { get; private set; }

    internal int Width { get; private set; }

    /// <summary>Starts a sequence: every emission zero, every label allowed.</summary>
    public void Begin(LinearChainModel model, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        Width = model.Table.AccumulatorLength;
        Grow(ref Scores, length * Width);
        Grow(ref Allowed, length);
        Array.Clear(Scores, 0, length * Width);
        Array.Fill(Allowed, ulong.MaxValue, 0, length);
    }

    /// <summary>The emission scores at a position, one integer a label in the table's quantum: add to them freely.</summary>
    public Span<int> Emissions(int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)Length);
        return Scores.AsSpan(position * Width, Width);
    }

    /// <summary>Allows only the labels whose bits are set at a position (in addition to earlier restrictions).</summary>
    public void Restrict(int position, ulong allowed)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)Length);
        Allowed[position] &= allowed;
    }

    internal static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length) array = new T[Math.Max(length, Math.Min(2 * array.Length, Array.MaxLength))];
    }
}
