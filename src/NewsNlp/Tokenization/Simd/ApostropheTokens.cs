namespace NewsNlp.Tokenization.Simd;

/// <summary>What the apostrophes of a window do; the names are those of <see cref="EasyTokens"/>.</summary>
internal struct ApostropheTokens
{
    /// <summary>Apostrophes inside of words.</summary>
    public ulong Joined;

    public ulong Inside;
    public ulong Clitics;
    public ulong Hard;
}
