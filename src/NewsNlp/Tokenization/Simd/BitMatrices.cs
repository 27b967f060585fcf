using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Tokenization.Simd;

/// <summary>Masks from classes: 64 bytes of eight bits are eight masks of 64 bits, turned.</summary>
internal static class BitMatrices
{
    public static bool IsSupported => Avx512Vbmi.IsSupported && Gfni.V512.IsSupported;

    // Byte i of each mask's eight bytes comes from unit i of the eight: every eighth byte.
    private static Vector512<byte> ByteOfMask
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
        0, 8, 16, 24, 32, 40, 48, 56, 1, 9, 17, 25, 33, 41, 49, 57, 2, 10, 18, 26, 34, 42, 50, 58, 3, 11, 19, 27, 35, 43, 51, 59,
        4, 12, 20, 28, 36, 44, 52, 60, 5, 13, 21, 29, 37, 45, 53, 61, 6, 14, 22, 30, 38, 46, 54, 62, 7, 15, 23, 31, 39, 47, 55, (byte)63);
    }

    /// <summary>Eight masks, one for each bit from the lowest, of 64 units with eight bits each.</summary>
    /// <remarks>
    /// A transposition of eight matrices of 8 × 8 bits. With a unit matrix for the vector and the units for the matrix, the affine
    /// transformation gives for each bit those of eight units, the first unit's highest; once more, with the units for the vector
    /// and a matrix that turns the order, lowest.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Transpose(Vector512<byte> classes)
    {
        var diagonal = Vector512.Create(0x8040201008040201).AsByte();
        var rows = Gfni.V512.GaloisFieldAffineTransform(diagonal, classes, 0);
        var turned = Gfni.V512.GaloisFieldAffineTransform(rows, diagonal, 0);
        return Avx512Vbmi.PermuteVar64x8(turned, ByteOfMask).AsUInt64();
    }
}
