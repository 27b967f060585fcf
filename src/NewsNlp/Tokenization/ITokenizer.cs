namespace NewsNlp.Tokenization;

/// <summary>Finds the tokens of a text.</summary>
/// <remarks>
/// An implementation is shared by threads and must not keep anything of a text. What lies between two tokens must be
/// white space, control or format characters only, so that tokens and gaps together give the text again.
/// </remarks>
public interface ITokenizer
{
    /// <summary>Appends the tokens of a text, in order, to a buffer.</summary>
    /// <param name="text">Any UTF-16 text, lone surrogates included.</param>
    /// <param name="tokens">Takes the tokens; offsets count UTF-16 code units from the start of <paramref name="text"/>.</param>
    void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens);
}
