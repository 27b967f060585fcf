using System.Runtime.CompilerServices;
using NewsNlp.Documents;

namespace NewsNlp.Tokenization.Simd;

/// <summary>The memory of a token buffer behind some token, with room for more.</summary>
internal readonly ref struct TokenSlots(ref int starts, ref int lengths, ref TokenKind kinds)
{
    public readonly ref int Starts = ref starts;
    public readonly ref int Lengths = ref lengths;
    public readonly ref TokenKind Kinds = ref kinds;

    /// <summary>The same, some tokens later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TokenSlots From(int token) =>
        new(ref Unsafe.Add(ref Starts, token), ref Unsafe.Add(ref Lengths, token), ref Unsafe.Add(ref Kinds, token));
}
