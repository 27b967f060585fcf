namespace NewsNlp.Tokenization;

/// <summary>What <see cref="EnglishTokenizer"/> lets a user choose. The defaults are those of Universal Dependencies.</summary>
/// <threadsafety>Not safe for changes from several threads. A tokenizer copies what it needs when it is made.</threadsafety>
public sealed class TokenizerOptions
{
    /// <summary>
    /// Hyphenated compounds: <c>state - of - the - art</c> (split, the default) or <c>state-of-the-art</c> (keep). Words with a
    /// prefix (<c>non-profit</c>) are always whole; ranges of numbers (<c>10 - 15</c>) are always split.
    /// </summary>
    public TokenSplitting HyphenatedCompounds { get; set; } = TokenSplitting.Split;

    /// <summary>
    /// Contractions and possessives: <c>do n't</c>, <c>she 'll</c>, <c>can not</c>, <c>James 's</c> (split, the default) or
    /// <c>don't</c>, <c>she'll</c>, <c>cannot</c>, <c>James's</c> (keep).
    /// </summary>
    public TokenSplitting Contractions { get; set; } = TokenSplitting.Split;

    /// <summary>
    /// Abbreviations beyond the built-in ones, with or without their final period, compared without case: <c>Ofcom.</c>. The
    /// period then always belongs to the token. Empty by default.
    /// </summary>
    public IList<string> Abbreviations { get; } = [];

    /// <summary>
    /// Strings that are one token wherever they start a token and do not go on as a longer word, compared exactly:
    /// <c>Yahoo!</c>, <c>C++</c>. At most 256 UTF-16 code units each, no white space. The longest one wins. Empty by default.
    /// </summary>
    public IList<string> NeverSplit { get; } = [];
}
