namespace NewsNlp.Entities.Recognition;

/// <summary>
/// Where the rows of some features are: what a <see cref="SparseWeightTable"/> finds and fetches, and
/// adds when they are near. Reused, not safe for threads.
/// </summary>
internal sealed unsafe class FoundRows
{
    // Pinned, so that addresses hold as long as this object does.
    private Place[] _places = GC.AllocateUninitializedArray<Place>(2 * 128, pinned: true);

    /// <summary>How many features seem to have a row in full.</summary>
    public int FullCount { get; set; }

    /// <summary>How many others may have a row.</summary>
    public int OtherCount { get; set; }

    /// <summary>The rows in full.</summary>
    public Place* Full => Address(0);

    /// <summary>The lines of other rows.</summary>
    public Place* Others => Address(_places.Length / 2);

    /// <summary>Makes room for as many features, and forgets all.</summary>
    public void Begin(int features)
    {
        if (features > _places.Length / 2) _places = GC.AllocateUninitializedArray<Place>(4 * features, pinned: true);
        (FullCount, OtherCount) = (0, 0);
    }

    private Place* Address(int index) => (Place*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_places, index);

    /// <summary>Where a row should be.</summary>
    internal struct Place
    {
        /// <summary>The row, or its line.</summary>
        public byte* Address;

        /// <summary>The feature as <see cref="SparseWeightTable"/> tells features apart.</summary>
        public ulong Identity;
    }
}
