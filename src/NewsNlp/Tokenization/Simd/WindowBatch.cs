using System.Runtime.CompilerServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>
/// The windows that are read together, step by step, and memory for the lists of those that a step must look at. A list is
/// filled without branches and then read in a loop: what a processor would have to guess for each window, it does not guess.
/// </summary>
/// <threadsafety>For one thread at a time.</threadsafety>
internal sealed unsafe class WindowBatch
{
    /// <summary>The most windows of a batch: as many as fit the first cache with what is read and written beside them, near enough.</summary>
    public const int Capacity = 64;

    private const int CacheLine = 64;
    private const int ListLength = Capacity + 1;
    private const int PlacesLength = (Capacity * WindowEdge.Window) + 2;

    // Pinned, so that the addresses hold as long as this object does.
    private readonly byte[] _memory = GC.AllocateUninitializedArray<byte>(
        CacheLine + (Capacity * (sizeof(WindowMasks) + sizeof(NonAsciiMasks))) + (2 * PlacesLength * sizeof(ushort)) + (2 * ListLength), pinned: true);

    private readonly ushort* _places;
    private readonly byte* _lists;

    public WindowBatch()
    {
        var address = (nuint)Unsafe.AsPointer(ref _memory[0]);
        Windows = (WindowMasks*)((address + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        NonAscii = (NonAsciiMasks*)(Windows + Capacity);
        _places = (ushort*)(NonAscii + Capacity);
        _lists = (byte*)(_places + (2 * PlacesLength));
    }

    /// <summary>The windows.</summary>
    public WindowMasks* Windows { get; }

    /// <summary>How many of them are in use.</summary>
    public int Count { get; set; }

    /// <summary>The windows with units beyond ASCII.</summary>
    public WindowList WithNonAscii { get; set; }

    /// <summary>The windows with what may be ordinals and decades.</summary>
    public WindowList WithOrdinals { get; set; }

    /// <summary>The units beyond ASCII of the windows of a list.</summary>
    public NonAsciiMasks* NonAscii { get; }

    /// <summary>The signs of the windows of a list, in the same memory.</summary>
    public SignMasks* Signs => (SignMasks*)NonAscii;

    /// <summary>The letters of clitics in the windows of a list, in the same memory.</summary>
    public CliticMasks* Clitics => (CliticMasks*)NonAscii;

    /// <summary>An empty list; the next step's takes its memory.</summary>
    public WindowList FirstList => new(_lists);

    /// <summary>Another.</summary>
    public WindowList SecondList => new(_lists + ListLength);

    /// <summary>An empty list of places; the next step's takes its memory.</summary>
    public PlaceList FirstPlaces => new(_places);

    /// <summary>Another.</summary>
    public PlaceList SecondPlaces => new(_places + PlacesLength);
}
