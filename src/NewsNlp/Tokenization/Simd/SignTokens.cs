namespace NewsNlp.Tokenization.Simd;

/// <summary>What the signs of a window do.</summary>
/// <param name="Joined">Signs inside of words and numbers.</param>
/// <param name="Symbols">Symbols of ASCII.</param>
/// <param name="Hard">Signs for which no mask can answer.</param>
internal readonly record struct SignTokens(ulong Joined, ulong Symbols, ulong Hard);
