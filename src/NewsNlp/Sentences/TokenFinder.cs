using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Sentences;

/// <summary>Finds the tokens that positions of a text belong to.</summary>
internal static class TokenFinder
{
    private const int Lanes = 16;
    private const int Block = 2 * Lanes;

    /// <summary>For each position the last token that starts there or before; -1 where there is none.</summary>
    /// <remarks>
    /// In blocks of tokens, since which block it is can be guessed: to search on from the token found before would let each
    /// position wait for the one before it.
    /// </remarks>
    /// <param name="starts">Where the tokens start.</param>
    /// <param name="positions">The positions, in order.</param>
    /// <param name="block">What the search for earlier positions gave; 0 for the first.</param>
    /// <param name="tokens">Takes the tokens; as long as <paramref name="positions"/> at least.</param>
    /// <returns>Where to begin for later positions.</returns>
    public static int Find(ReadOnlySpan<int> starts, ReadOnlySpan<int> positions, int block, Span<int> tokens)
    {
        tokens = tokens[..positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            var position = positions[i];
            while (block < starts.Length - Block && starts[block + Block] <= position)
            {
                block += Block;
            }

            tokens[i] = block - 1 + (Vector512.IsHardwareAccelerated && block <= starts.Length - Block
                ? CountUpTo(ref Unsafe.Add(ref MemoryMarshal.GetReference(starts), block), position)
                : CountUpTo(starts[block..], position));
        }

        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountUpTo(ref int starts, int position)
    {
        var wanted = Vector512.Create(position);
        return BitOperations.PopCount(Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref starts), wanted).ExtractMostSignificantBits())
            + BitOperations.PopCount(Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref starts, Lanes), wanted).ExtractMostSignificantBits());
    }

    private static int CountUpTo(ReadOnlySpan<int> starts, int position)
    {
        var count = 0;
        while (count < starts.Length && starts[count] <= position)
        {
            count++;
        }

        return count;
    }
}
