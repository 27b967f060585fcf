namespace NewsNlp.Tokenization.Simd;

/// <summary>How wide vectors may be.</summary>
internal enum VectorWidth
{
    /// <summary>No vectors: the scalar definition alone.</summary>
    None,

    /// <summary>128 bits.</summary>
    Vector128,

    /// <summary>256 bits: AVX2.</summary>
    Avx2,

    /// <summary>512 bits: AVX-512.</summary>
    Avx512,

    /// <summary>As wide as the processor has them.</summary>
    Widest = Avx512,
}
