using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Sentences;

/// <summary>Tables of bytes that do not move, for vectors to look into.</summary>
internal static unsafe class PinnedTable
{
    /// <summary>How many bytes a table needs behind the last that is looked up.</summary>
    public const int Padding = sizeof(int) - 1;

    /// <summary>Makes a table; what it is assigned to lives as long as the program.</summary>
    public static byte[] Of(IEnumerable<byte> bytes)
    {
        byte[] all = [.. bytes];
        var table = GC.AllocateUninitializedArray<byte>(all.Length, pinned: true);
        all.CopyTo(table, 0);
        return table;
    }

    /// <summary>The bytes of some places. Nothing is checked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Look(byte[] table, Vector256<int> places) =>
        Avx2.GatherVector256((int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(table)), places, 1) & Vector256.Create((int)byte.MaxValue);
}
