using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Four masks of four windows: a vector for each mask, with a lane for each window.</summary>
internal readonly unsafe ref struct FourWindows
{
    public const int Count = 4;

    private const int Stride = WindowMasks.Size / sizeof(ulong);

    public readonly Vector256<ulong> First;
    public readonly Vector256<ulong> Second;
    public readonly Vector256<ulong> Third;
    public readonly Vector256<ulong> Fourth;

    public FourWindows(Vector256<ulong> first, Vector256<ulong> second, Vector256<ulong> third, Vector256<ulong> fourth)
    {
        First = first;
        Second = second;
        Third = third;
        Fourth = fourth;
    }

    /// <summary>Reads masks that stand beside each other.</summary>
    /// <param name="masks">The first of them, in the first window.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourWindows Load(ref ulong masks) => new FourWindows(
        Vector256.LoadUnsafe(ref masks),
        Vector256.LoadUnsafe(ref masks, Stride),
        Vector256.LoadUnsafe(ref masks, 2 * Stride),
        Vector256.LoadUnsafe(ref masks, 3 * Stride)).Transposed();

    /// <summary>Reads masks that stand beside each other in four windows, wherever these are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourWindows Load(ref ulong first, ref ulong second, ref ulong third, ref ulong fourth) => new FourWindows(
        Vector256.LoadUnsafe(ref first),
        Vector256.LoadUnsafe(ref second),
        Vector256.LoadUnsafe(ref third),
        Vector256.LoadUnsafe(ref fourth)).Transposed();

    /// <summary>Writes the masks.</summary>
    /// <param name="masks">Where the first of them goes, in the first window.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref ulong masks)
    {
        var windows = Transposed();
        windows.First.StoreUnsafe(ref masks);
        windows.Second.StoreUnsafe(ref masks, Stride);
        windows.Third.StoreUnsafe(ref masks, 2 * Stride);
        windows.Fourth.StoreUnsafe(ref masks, 3 * Stride);
    }

    /// <summary>Adds the masks to what is there.</summary>
    /// <param name="masks">The first of them, in the first window.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref ulong masks)
    {
        var windows = Transposed();
        (Vector256.LoadUnsafe(ref masks) | windows.First).StoreUnsafe(ref masks);
        (Vector256.LoadUnsafe(ref masks, Stride) | windows.Second).StoreUnsafe(ref masks, Stride);
        (Vector256.LoadUnsafe(ref masks, 2 * Stride) | windows.Third).StoreUnsafe(ref masks, 2 * Stride);
        (Vector256.LoadUnsafe(ref masks, 3 * Stride) | windows.Fourth).StoreUnsafe(ref masks, 3 * Stride);
    }

    /// <summary>Adds the masks to those of four windows. A window may be there twice, with the same masks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref ulong first, ref ulong second, ref ulong third, ref ulong fourth)
    {
        var windows = Transposed();
        (Vector256.LoadUnsafe(ref first) | windows.First).StoreUnsafe(ref first);
        (Vector256.LoadUnsafe(ref second) | windows.Second).StoreUnsafe(ref second);
        (Vector256.LoadUnsafe(ref third) | windows.Third).StoreUnsafe(ref third);
        (Vector256.LoadUnsafe(ref fourth) | windows.Fourth).StoreUnsafe(ref fourth);
    }

    /// <summary>Which windows have a bit in a mask: a bit for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint WithBits(Vector256<ulong> mask) =>
        ~Vector256.Equals(mask, Vector256<ulong>.Zero).ExtractMostSignificantBits() & ((1U << Count) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FourWindows Transposed()
    {
        if (!Avx2.IsSupported)
        {
            return new FourWindows(
                Vector256.Create(First[0], Second[0], Third[0], Fourth[0]),
                Vector256.Create(First[1], Second[1], Third[1], Fourth[1]),
                Vector256.Create(First[2], Second[2], Third[2], Fourth[2]),
                Vector256.Create(First[3], Second[3], Third[3], Fourth[3]));
        }

        const byte Lower = 0x20;
        const byte Upper = 0x31;
        var even = Avx2.UnpackLow(First, Second);
        var odd = Avx2.UnpackHigh(First, Second);
        var evenBehind = Avx2.UnpackLow(Third, Fourth);
        var oddBehind = Avx2.UnpackHigh(Third, Fourth);
        return new FourWindows(
            Avx2.Permute2x128(even, evenBehind, Lower),
            Avx2.Permute2x128(odd, oddBehind, Lower),
            Avx2.Permute2x128(even, evenBehind, Upper),
            Avx2.Permute2x128(odd, oddBehind, Upper));
    }
}
