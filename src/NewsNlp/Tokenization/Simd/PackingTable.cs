using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Tokenization.Simd;

/// <summary>For each byte of a mask the places of its bits, in order, a byte each: what processors without AVX-512 pack with.</summary>
internal static unsafe class PackingTable
{
    /// <summary>How many places an entry has, in use or not.</summary>
    public const int Places = 8;

    // Pinned, so that its address holds; it lives as long as the program.
    private static readonly ulong[] Table = Build();

    public static byte* Entries
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Table));
    }

    private static ulong[] Build()
    {
        var table = GC.AllocateArray<ulong>(1 << Places, pinned: true);
        for (var mask = 0; mask < table.Length; mask++)
        {
            var count = 0;
            for (var place = 0; place < Places; place++)
            {
                if ((mask >> place & 1) != 0)
                {
                    table[mask] |= (ulong)place << (8 * count);
                    count++;
                }
            }
        }

        return table;
    }
}
