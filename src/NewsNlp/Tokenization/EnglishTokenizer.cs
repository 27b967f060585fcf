namespace NewsNlp.Tokenization;

/// <summary>
/// Tokenizes English as Universal Dependencies does (the English Web Treebank and GUM): clitics and possessives are tokens,
/// hyphenated compounds are split save after prefixes, abbreviations keep their period, addresses and emoji are whole.
/// </summary>
/// <remarks>
/// Every character that is not white space, a control or a format character lies in exactly one token. The work is linear
/// in the length of the text, whatever the text, and nothing is allocated once the buffer is large enough.
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class EnglishTokenizer : ITokenizer
{
    private readonly TokenRules _rules;

    /// <summary>Makes a tokenizer.</summary>
    /// <param name="options">The choices; null for the defaults. Later changes to the object have no effect.</param>
    /// <exception cref="ArgumentException">An abbreviation or a never-split string cannot be used; the message lists them all.</exception>
    public EnglishTokenizer(TokenizerOptions? options = null) => _rules = new TokenRules(options ?? new TokenizerOptions());

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="tokens"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="tokens"/> holds another text's tokens: clear it first.</exception>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        new TokenScanner(text, _rules, tokens).Run();
    }
}
