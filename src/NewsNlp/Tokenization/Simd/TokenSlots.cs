using NewsNlp.Documents;

namespace NewsNlp.Tokenization.Simd;

/// <summary>The memory of a token buffer behind its last token, with room for a window's tokens.</summary>
internal readonly ref struct TokenSlots(ref int starts, ref int lengths, ref TokenKind kinds)
{
    public readonly ref int Starts = ref starts;
    public readonly ref int Lengths = ref lengths;
    public readonly ref TokenKind Kinds = ref kinds;
}
