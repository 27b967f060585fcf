using System.Runtime.Intrinsics;

namespace NewsNlp.Tokenization.Simd;

/// <summary>How the window tokenizer reads one encoding. A unit beyond ASCII becomes a byte of 128 or more.</summary>
internal unsafe interface IEncoding<TUnit>
    where TUnit : unmanaged
{
    static abstract Vector512<byte> Load512(TUnit* units);

    /// <summary>Which of 64 units are white space of ASCII; sooner than <see cref="Load512"/> would tell.</summary>
    static abstract ulong FindSpaces512(TUnit* units);

    static abstract Vector256<byte> Load256(TUnit* units);

    static abstract Vector128<byte> Load128(TUnit* units);

    /// <summary>The eight units before an address, a byte each, the last one highest.</summary>
    static abstract ulong EightBefore(TUnit* units);

    /// <summary>The eight units at an address, a byte each, the first one lowest.</summary>
    static abstract ulong EightAt(TUnit* units);

    /// <summary>Gives the units beyond ASCII their classes; what the masks do not understand becomes hard.</summary>
    static abstract NonAsciiMasks Classify(TUnit* window, ulong nonAscii);

    /// <summary>As <see cref="Classify"/>, with vectors of 512 bits.</summary>
    static abstract void Classify512(TUnit* window, ulong nonAscii, ref NonAsciiMasks masks);

    /// <summary>Appends the tokens of one chunk by the scalar definition.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">The chunk's first unit; before it is white space or the text's start.</param>
    /// <param name="end">The unit behind the chunk: white space or the text's end.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="tokens">Takes the tokens, with offsets into <paramref name="text"/>.</param>
    /// <param name="scratch">Memory to work in.</param>
    static abstract void ScanChunk(ReadOnlySpan<TUnit> text, int start, int end, TokenRules rules, TokenBuffer tokens, TokenScratch scratch);

    /// <summary>The index behind the chunk that holds a unit.</summary>
    static abstract int EndOfChunk(ReadOnlySpan<TUnit> text, int index);
}
