using NewsNlp.Documents;

namespace NewsNlp.Tokenization;

/// <content>Apostrophes: clitics, possessives, elisions, single quotation marks.</content>
internal ref partial struct TokenScanner
{
    private const int MaxElisionLength = 6;

    /// <summary>An apostrophe behind a word.</summary>
    private readonly Step AtApostrophe(int start, int index)
    {
        if (!IsWordAt(index + 1))
        {
            // workers', or a closing quotation mark; but d' and the like keep it.
            return TryGetParts(_text[start..(index + 1)], _rules.Words.Elisions, out _) ? Step.Stop(index + 1) : Step.Stop(index);
        }

        if (ContractedNotAt(index))
        {
            return _rules.SplitContractions && start < index - 1 ? Step.Stop(index - 1) : Step.GoOn(index + 1);
        }

        if (CliticLength(index) > 0)
        {
            return _rules.SplitContractions && !IsPluralOfNumber(index) ? Step.Stop(index) : Step.GoOn(index + 1);
        }

        // O'Brien goes on; 5'11 does not.
        return IsDigitAt(index - 1) ? Step.Stop(index) : Step.GoOn(index + 1);
    }

    /// <summary>A token that starts with an apostrophe.</summary>
    private readonly int ScanApostrophe(int start)
    {
        var behindWord = IsWordAt(start - 1);
        if (CliticLength(start) is > 0 and var length && (behindWord || IsFreeClitic(start, length)))
        {
            return Emit(start, start + length, TokenKind.Word);
        }

        if (!behindWord)
        {
            if (DecadeLength(start) is > 0 and var decade)
            {
                return Emit(start, start + decade, TokenKind.Word);
            }

            var end = EndOfLetters(start + 1, MaxElisionLength);
            if (Peek(end) is '\'' or '\u2019' && end == start + 2)
            {
                end++;
            }

            if (end > start + 1 && !IsWordAt(end) && TryGetParts(_text[start..end], _rules.Words.Elisions, out _))
            {
                return EmitParts(start, end, _rules.Words.Elisions, TokenKind.Word);
            }
        }

        return EmitSign(start, IsQuotationPair(start) ? start + 2 : start + 1, TokenKind.Punctuation);
    }

    /// <summary>The apostrophe of n't, with nothing behind the t.</summary>
    private readonly bool ContractedNotAt(int index) =>
        Peek(index - 1) is 'n' or 'N' && Peek(index + 1) is 't' or 'T' && !IsWordAt(index + 2);

    /// <summary>The length of 's, 'm, 'd, 're, 've or 'll at an apostrophe, with no letter behind it; else 0.</summary>
    private readonly int CliticLength(int index)
    {
        var first = Peek(index + 1) | 0x20;
        var second = Peek(index + 2) | 0x20;
        if (first is 's' or 'm' or 'd' && !IsWordAt(index + 2))
        {
            return 2;
        }

        var isLong = (first is 'r' or 'v' && second == 'e') || (first == 'l' && second == 'l');
        return isLong && !IsWordAt(index + 3) ? 3 : 0;
    }

    /// <summary>A clitic behind white space or the end of a name (Inc.'s), and not one letter in quotation marks.</summary>
    private readonly bool IsFreeClitic(int start, int length) =>
        (IsGapAt(start - 1) || Peek(start - 1) is '.' or ')' or ']' or '!' or '%' or '"' or '\u201D' or '\u2019')
        && CharacterClasses.Of(Peek(start + length)) != CharacterClass.Apostrophe;

    /// <summary>'' and `` are quotation marks typed with two keys; so are two curly ones, however they turn.</summary>
    private readonly bool IsQuotationPair(int index) => _text[index] is '\u2018' or '\u2019'
        ? Peek(index + 1) is '\u2018' or '\u2019'
        : Peek(index + 1) == _text[index];

    /// <summary>1980's, 60's: a plural, not a possessive.</summary>
    private readonly bool IsPluralOfNumber(int index) => Peek(index - 1) == '0' && Peek(index + 1) is 's';

    /// <summary>The length of ’90s or ’02 at an apostrophe; else 0.</summary>
    private readonly int DecadeLength(int index)
    {
        if (!IsDigitAt(index + 1) || !IsDigitAt(index + 2))
        {
            return 0;
        }

        var end = index + 3;
        if (Peek(end) == 's')
        {
            end++;
        }
        else if (CharacterClasses.Of(Peek(end)) == CharacterClass.Apostrophe && Peek(end + 1) == 's')
        {
            end += 2;
        }

        return IsWordAt(end) ? 0 : end - index;
    }
}
