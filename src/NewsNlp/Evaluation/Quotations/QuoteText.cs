using System.Globalization;
using System.Text;
using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Quotations;

/// <summary>
/// A text as quotes are scored over it: in code points, cut into words and single other characters, with what stands inside
/// quotation marks. A word is a run of letters, digits, other numbers and low lines; a combining mark is none.
/// </summary>
internal sealed class QuoteText
{
    private readonly int[] _characters;
    private readonly int[] _offsets;
    private readonly int[] _tokenAt;
    private readonly List<string> _tokens = [];
    private readonly List<bool> _isWord = [];
    private readonly bool[] _isQuoted;

    public QuoteText(string text)
    {
        var characters = new List<int>(text.Length);
        _offsets = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
        {
            _offsets[i] = characters.Count;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                characters.Add(char.ConvertToUtf32(text[i], text[i + 1]));
                _offsets[++i] = characters.Count - 1;
                continue;
            }

            characters.Add(text[i]);
        }

        _offsets[^1] = characters.Count;
        _characters = [.. characters];
        _tokenAt = new int[_characters.Length];
        CutTokens();
        _isQuoted = QuotationMask.Of(_characters);
    }

    public int this[int index] => _characters[index];

    public string Token(int index) => _tokens[index];

    /// <summary>Whether a word stands inside quotation marks, judged by its first character.</summary>
    public bool IsQuoted(int character) => _isQuoted[character];

    public (int Start, int End) ToCharacters(TextSpan span) => (_offsets[span.Start], _offsets[span.End]);

    /// <summary>The token at a character; -1 for white space.</summary>
    public int TokenAt(int character) => _tokenAt[character];

    public bool IsSpace(int index) => IsSpaceCharacter(_characters[index]);

    public static bool IsSpaceCharacter(int c) => c is >= 0x1C and <= 0x1F || c <= char.MaxValue && char.IsWhiteSpace((char)c);

    /// <summary>Whether a token is a word.</summary>
    public bool IsWord(int token) => _isWord[token];

    public static bool IsWordCharacter(int c) => c == '_' || c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
        || c >= 0x80 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private void CutTokens()
    {
        var token = new StringBuilder();
        for (int i = 0; i < _characters.Length;)
        {
            if (IsSpace(i))
            {
                _tokenAt[i++] = -1;
                continue;
            }

            bool isWord = IsWordCharacter(_characters[i]);
            token.Clear();
            do
            {
                _tokenAt[i] = _tokens.Count;
                Append(token, _characters[i++]);
            }
            while (isWord && i < _characters.Length && IsWordCharacter(_characters[i]));
            _isWord.Add(isWord);
            _tokens.Add(token.ToString());
        }
    }

    private static void Append(StringBuilder token, int c)
    {
        if (Rune.TryCreate(c, out var rune)) token.Append(rune);
        else token.Append((char)c);
    }
}
