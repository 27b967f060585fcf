using NewsNlp.Tokenization.Simd;

namespace NewsNlp.Tokenization;

/// <summary>
/// Tokenizes English as Universal Dependencies does (the English Web Treebank and GUM): clitics and possessives are tokens,
/// hyphenated compounds are split save after prefixes, abbreviations keep their period, addresses and emoji are whole.
/// </summary>
/// <remarks>
/// <para>Every character that is not white space, a control or a format character lies in exactly one token. The work is linear
/// in the length of the text, whatever the text, and nothing is allocated once the buffer is large enough. What stands between
/// white space is read at most 65,536 UTF-16 code units at a time, so that no token is longer.</para>
/// <para>The widest vectors that the processor has are used (AVX-512, AVX2, or any of 128 bits); the tokens are the same with
/// all of them and with none. With <see cref="TokenizerOptions.NeverSplit"/> strings, none are used.</para>
/// </remarks>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public sealed class EnglishTokenizer : ITokenizer
{
    private readonly TokenizerBackEnd _backEnd;

    /// <summary>Makes a tokenizer.</summary>
    /// <param name="options">The choices; null for the defaults. Later changes to the object have no effect.</param>
    /// <exception cref="ArgumentException">An abbreviation or a never-split string cannot be used; the message lists them all.</exception>
    public EnglishTokenizer(TokenizerOptions? options = null)
        : this(new TokenRules(options ?? new TokenizerOptions()), VectorWidth.Widest)
    {
    }

    internal EnglishTokenizer(TokenRules rules, VectorWidth most) => _backEnd = TokenizerBackEnd.Create(rules, most);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="tokens"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="tokens"/> holds another text's tokens: clear it first.</exception>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        tokens.RequireBehind(text.Length);
        _backEnd.Tokenize(text, tokens);
    }

    /// <summary>Appends the tokens of a text in UTF-8, in order, to a buffer.</summary>
    /// <remarks>
    /// The tokens are those of the same text in UTF-16. What is not valid UTF-8 counts as U+FFFD, one for each maximal part of a
    /// sequence, as in <see cref="System.Text.Encoding.UTF8"/>.
    /// </remarks>
    /// <param name="utf8Text">Any bytes.</param>
    /// <param name="tokens">Takes the tokens; offsets and lengths count bytes from the start of <paramref name="utf8Text"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tokens"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="tokens"/> holds another text's tokens: clear it first.</exception>
    public void Tokenize(ReadOnlySpan<byte> utf8Text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        tokens.RequireBehind(utf8Text.Length);
        _backEnd.Tokenize(utf8Text, tokens);
    }
}
