using System.Buffers;
using NewsNlp.Documents;

namespace NewsNlp.Tokenization;

/// <summary>
/// The definition of a token: reads a text from left to right, and at each place decides where the token that starts
/// there ends. What a word may hold is decided sign by sign (period, apostrophe, hyphen …), each in a method of its own.
/// </summary>
/// <remarks>
/// <para>Linear: a rule looks back no further than the token's start and ahead no further than a fixed distance, or as far as the
/// token that it then emits.</para>
/// <para>What stands between white space is read at most <see cref="MaxStretch"/> code units at a time, each part as though
/// the text ended behind it: people write no such words, and whatever works token by token can stop between them.</para>
/// </remarks>
internal ref partial struct TokenScanner
{
    /// <summary>The longest stretch without white space that is read as one, in UTF-16 code units.</summary>
    public const int MaxStretch = 65_536;

    private const int CancellationInterval = 4096;

    // Not a range: the runtime's search for one boxes its ends for as long as its code is not optimized.
    private static readonly SearchValues<char> Spaces = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(unit => (char)unit)]);

    private readonly ReadOnlySpan<char> _text;
    private readonly TokenRules _rules;
    private readonly TokenBuffer _tokens;
    private int _nextAt;

    public TokenScanner(ReadOnlySpan<char> text, TokenRules rules, TokenBuffer tokens)
    {
        _text = text;
        _rules = rules;
        _tokens = tokens;
        _nextAt = -1;
    }

    public void Run() => Run(0, _text.Length);

    /// <summary>Reads a part of the text that starts behind white space and ends before it, or at the text's ends.</summary>
    public void Run(int start, int end)
    {
        while (end - start > MaxStretch)
        {
            var space = _text.Slice(start, MaxStretch + 1).LastIndexOfAny(Spaces);
            if (space >= 0)
            {
                RunTo(start + space + 1, ref start);
                continue;
            }

            var cut = start + MaxStretch - (char.IsHighSurrogate(_text[start + MaxStretch - 1]) ? 1 : 0);
            new TokenScanner(_text[..cut], _rules, _tokens).RunTo(cut, ref start);
        }

        RunTo(end, ref start);
    }

    private void RunTo(int end, ref int start)
    {
        // What stands between white space is short where people wrote it.
        for (; end - start > CancellationInterval; _tokens.CancellationToken.ThrowIfCancellationRequested())
        {
            for (var next = start + CancellationInterval; start < next;)
            {
                start = ScanAt(start);
            }
        }

        while (start < end)
        {
            start = ScanAt(start);
        }
    }

    /// <summary>Emits the token that starts at <paramref name="start"/>, if one does, and gives the place behind it.</summary>
    private int ScanAt(int start)
    {
        var found = CharacterClasses.At(_text, start, out var length);
        if (found is CharacterClass.Gap or CharacterClass.Joiner)
        {
            return start + length;
        }

        if (_rules.NeverSplit?.MatchAt(_text, start) is > 0 and var whole)
        {
            return Emit(start, start + whole, KindOf(found));
        }

        return found switch
        {
            CharacterClass.Letter or CharacterClass.Mark => ScanWord(start),
            CharacterClass.Digit => ScanNumber(start),
            CharacterClass.Apostrophe => ScanApostrophe(start),
            CharacterClass.Hyphen => EmitSign(start, EndOfRun(start), TokenKind.Punctuation),
            CharacterClass.Emoji => ScanEmoji(start, start + length),
            CharacterClass.Symbol => ScanSymbol(start, length),
            _ => ScanPunctuation(start, length),
        };
    }

    private static TokenKind KindOf(CharacterClass first) => first switch
    {
        CharacterClass.Letter or CharacterClass.Mark => TokenKind.Word,
        CharacterClass.Digit => TokenKind.Number,
        CharacterClass.Emoji => TokenKind.Emoji,
        CharacterClass.Symbol => TokenKind.Symbol,
        _ => TokenKind.Punctuation,
    };

    private readonly int Emit(int start, int end, TokenKind kind)
    {
        _tokens.Add(start, end - start, kind);
        return end;
    }

    /// <summary>Emits a sign, with the combining marks behind it.</summary>
    private readonly int EmitSign(int start, int end, TokenKind kind)
    {
        while (end < _text.Length && CharacterClasses.Of(_text[end]) == CharacterClass.Mark)
        {
            if (CharacterClasses.IsVariationSelectorEmoji(_text[end]) && kind == TokenKind.Symbol)
            {
                kind = TokenKind.Emoji;
            }

            end++;
        }

        return Emit(start, end, kind);
    }

    /// <summary>The character at an index, or a line feed (a gap) beyond the ends of the text.</summary>
    private readonly char Peek(int index) => (uint)index < (uint)_text.Length ? _text[index] : '\n';

    private readonly bool IsWordAt(int index) => (uint)index < (uint)_text.Length && CharacterClasses.IsWord(_text[index]);

    private readonly bool IsLetterAt(int index) =>
        (uint)index < (uint)_text.Length && CharacterClasses.Of(_text[index]) == CharacterClass.Letter;

    private readonly bool IsDigitAt(int index) =>
        (uint)index < (uint)_text.Length && CharacterClasses.Of(_text[index]) == CharacterClass.Digit;

    private readonly bool IsGapAt(int index) =>
        (uint)index >= (uint)_text.Length || CharacterClasses.Of(_text[index]) is CharacterClass.Gap or CharacterClass.Joiner;

    /// <summary>The end of the letters from <paramref name="index"/>, or of the first <paramref name="limit"/> of them.</summary>
    private readonly int EndOfLetters(int index, int limit)
    {
        var end = Math.Min(_text.Length, index + limit);
        while (index < end && CharacterClasses.Of(_text[index]) == CharacterClass.Letter)
        {
            index++;
        }

        return index;
    }

    /// <summary>The end of the same character repeated.</summary>
    private readonly int EndOfRun(int start)
    {
        var length = _text[start..].IndexOfAnyExcept(_text[start]);
        return length < 0 ? _text.Length : start + length;
    }
}
