namespace NewsNlp.Tokenization.Simd;

/// <summary>The letters of clitics, in either case: one bit, one mask of <see cref="CliticMasks"/>.</summary>
[Flags]
internal enum CliticClass : byte
{
    None = 0,
    Single = 1,
    N = 2,
    T = 4,
    RV = 8,
    E = 16,
    L = 32,
    O = 64,
}
