using System.Buffers;
using System.Text;
using NewsNlp.Documents;

namespace NewsNlp.Tokenization;

/// <content>Punctuation, symbols, emoticons and emoji.</content>
internal ref partial struct TokenScanner
{
    private const int MaxEmoticonLength = 5;
    private const int MaxSuffixLength = 8;
    private const char KeycapMark = '\u20E3';
    private const char ZeroWidthJoiner = '\u200D';

    private static readonly SearchValues<char> EmoticonStart = SearchValues.Create(":;=<^>");

    // Signs that are one token when they are repeated.
    private static readonly SearchValues<char> Repeating = SearchValues.Create(".*=~+#<>^|…—–$•·");

    private int ScanPunctuation(int start, int length)
    {
        var c = _text[start];
        if (TryScanEmoticon(start, out var end))
        {
            return end;
        }

        if (c == '.' && IsDigitAt(start + 1) && !IsWordAt(start - 1) && Peek(start - 1) != '.')
        {
            return Emit(start, EndOfNumeral(start + 1), TokenKind.Number);
        }

        if (c == '.' && IsGapAt(start - 1) && IsLetterAt(start + 1) && EndOfSuffix(start + 1) is > 0 and var suffix)
        {
            return Emit(start, suffix, TokenKind.Word);
        }

        if (c is '!' or '?' || (c == '.' && Peek(start + 1) is '!' or '?'))
        {
            // !!, ?!, and .? where a period slipped in.
            var rest = _text[(start + 1)..].IndexOfAnyExcept('!', '?');
            return EmitSign(start, rest < 0 ? _text.Length : start + 1 + rest, TokenKind.Punctuation);
        }

        return EmitSign(start, Repeating.Contains(c) ? EndOfRun(start) : start + length, TokenKind.Punctuation);
    }

    /// <summary>The end of a file's or host's ending that stands alone (.pdf, .com); 0 where there is none.</summary>
    private readonly int EndOfSuffix(int index)
    {
        var end = EndOfLetters(index, MaxSuffixLength);
        var suffix = _text[index..end];
        return !IsWordAt(end) && (_rules.Words.FileExtensions.Contains(suffix) || _rules.Words.TopLevelDomains.Contains(suffix)) ? end : 0;
    }

    private int ScanSymbol(int start, int length)
    {
        var c = _text[start];
        if (c == '@')
        {
            return ScanHandle(start, length);
        }

        if (c == '#')
        {
            return TryScanKeycap(start, out var keycap) ? keycap : ScanHash(start, length);
        }

        if (TryScanEmoticon(start, out var end))
        {
            return end;
        }

        if (c == '+' && IsDigitAt(start + 1) && !IsWordAt(start - 1))
        {
            return Emit(start, EndOfNumeral(start + 1), TokenKind.Number);
        }

        return EmitSign(start, Repeating.Contains(c) ? EndOfRun(start) : start + length, TokenKind.Symbol);
    }

    /// <summary>A listed face, behind white space where it could also be punctuation of the text.</summary>
    private readonly bool TryScanEmoticon(int start, out int end)
    {
        end = 0;
        if (!EmoticonStart.Contains(_text[start]) || IsWordAt(start - 1))
        {
            return false;
        }

        for (var length = Math.Min(MaxEmoticonLength, _text.Length - start); length >= 2; length--)
        {
            var last = _text[start + length - 1];
            var ends = !IsWordAt(start + length) && (IsGapAt(start - 1) || !CharacterClasses.IsWord(last));
            if (ends && _rules.Words.Emoticons.Contains(_text.Slice(start, length)))
            {
                end = Emit(start, start + length, TokenKind.Emoji);
                return true;
            }
        }

        return false;
    }

    /// <summary>An emoji with all that changes it: flags, skin tones, tags, parts joined to one picture.</summary>
    private readonly int ScanEmoji(int start, int end)
    {
        var first = CodePointAt(start, out _);
        if (EmojiRanges.IsRegionalIndicator(first) && EmojiRanges.IsRegionalIndicator(CodePointAt(end, out var flag)))
        {
            return Emit(start, end + flag, TokenKind.Emoji);
        }

        while (end < _text.Length)
        {
            var next = CodePointAt(end, out var length);
            if (EmojiRanges.IsSkinTone(next) || EmojiRanges.IsTag(next) || CharacterClasses.Of(_text[end]) == CharacterClass.Mark)
            {
                end += length;
            }
            else if (next == ZeroWidthJoiner
                && end + 1 < _text.Length
                && CharacterClasses.At(_text, end + 1, out length) is CharacterClass.Emoji or CharacterClass.Symbol)
            {
                end += 1 + length;
            }
            else
            {
                break;
            }
        }

        return Emit(start, end, TokenKind.Emoji);
    }

    /// <summary>A digit, # or * drawn as a key: the sign, a variation selector, the key's mark.</summary>
    private readonly bool TryScanKeycap(int start, out int end)
    {
        var mark = CharacterClasses.IsVariationSelectorEmoji(Peek(start + 1)) ? start + 2 : start + 1;
        end = mark + 1;
        return Peek(mark) == KeycapMark && Emit(start, end, TokenKind.Emoji) == end;
    }

    private readonly int CodePointAt(int index, out int length)
    {
        length = 0;
        return index < _text.Length && Rune.DecodeFromUtf16(_text[index..], out var rune, out length) == OperationStatus.Done
            ? rune.Value
            : -1;
    }
}
