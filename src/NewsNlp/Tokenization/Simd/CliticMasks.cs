namespace NewsNlp.Tokenization.Simd;

/// <summary>The letters of clitics in a window, in either case.</summary>
internal struct CliticMasks
{
    /// <summary>Letters that are a clitic alone: s, m, d.</summary>
    public ulong Single;

    public ulong N;
    public ulong T;

    /// <summary>First letters before an e: r, v.</summary>
    public ulong RV;

    public ulong E;
    public ulong L;
}
