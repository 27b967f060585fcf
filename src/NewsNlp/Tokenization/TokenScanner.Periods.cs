using NewsNlp.Lexicons;

namespace NewsNlp.Tokenization;

/// <content>Periods: inside a word, behind an abbreviation, or at the end of a sentence.</content>
internal ref partial struct TokenScanner
{
    // How far to look over white space for the word behind a period.
    private const int MaxGapLookAhead = 8;

    private readonly Step AtPeriod(int start, int segment, int index)
    {
        var next = Peek(index + 1);
        if (next == '.' && Peek(index + 2) == '.')
        {
            return Step.Stop(index);
        }

        var before = _text[segment..index];
        if (CharacterClasses.Of(next) == CharacterClass.Letter)
        {
            return BetweenLetters(start, before, index);
        }

        if (CharacterClasses.Of(next) == CharacterClass.Digit)
        {
            // A version number (X1.5) goes on; "Nov.28" is two words; "rose.2" is a sentence and its footnote.
            return IsDigitAt(index - 1) ? Step.GoOn(index + 1)
                : IsAbbreviation(start, segment, index) ? Step.Stop(index + 1)
                : Step.Stop(index);
        }

        return IsAbbreviation(start, segment, index) ? Step.Stop(index + 1) : Step.Stop(index);
    }

    /// <summary>A period with a letter behind it.</summary>
    private readonly Step BetweenLetters(int start, ReadOnlySpan<char> before, int index)
    {
        if (before.Equals("www", StringComparison.OrdinalIgnoreCase) && start + before.Length == index)
        {
            return Step.Url(index);
        }

        var words = _rules.Words;
        const int Longest = 10;
        var end = EndOfLetters(index + 1, Longest);
        var after = IsWordAt(end) ? default : _text[(index + 1)..end];
        var isName = words.FileExtensions.Contains(after) || words.TopLevelDomains.Contains(after);
        if (before.IsEmpty || IsDigitAt(index - 1))
        {
            return isName ? Step.GoOn(index + 1) : Step.Stop(index);
        }

        if (before.Length == 1 && _rules.Abbreviations.Contains(_text[(index - 1)..end]))
        {
            // M.Phil, a name that would be an initial and a surname.
            return Step.GoOn(index + 1);
        }

        var startsWord = char.IsUpper(_text[index + 1]) && char.IsLower(Peek(index + 2));
        if (startsWord && (before.Length == 1 || IsListedAbbreviation(before, index)))
        {
            // J.Smith, St.George: the period ends the token.
            return Step.Stop(index + 1);
        }

        if (isName || before.Length == 1)
        {
            return Step.GoOn(index + 1);
        }

        if (char.IsUpper(_text[index + 1]))
        {
            // Ph.D goes on; "home.They" is the end of a sentence.
            const int LongestPart = 3;
            var goesOn = (before.Length <= LongestPart && after.Length is > 0 and <= LongestPart && !startsWord) || StockSymbols.Is(before, after);
            return goesOn ? Step.GoOn(index + 1) : Step.Stop(index);
        }

        return words.RunOnWords.Contains(after) ? Step.Stop(index) : Step.GoOn(index + 1);
    }

    /// <summary>Whether the period at <paramref name="index"/>, with no letter or digit behind it, belongs to the word.</summary>
    private readonly bool IsAbbreviation(int start, int segment, int index)
    {
        var last = _text[segment..index];
        if (last.IsEmpty || CharacterClasses.Of(last[^1]) is not CharacterClass.Letter)
        {
            return false;
        }

        if (segment > start && _text[segment - 1] == '.')
        {
            // U.S., a.m., Ph.D.; not bbc.co.uk.
            const int LongestPart = 2;
            return last.Length <= LongestPart
                ? !IsHostName(start, index)
                : IsListedAbbreviation(_text[start..index], index);
        }

        // An initial; not what is left of a word behind an apostrophe (DON'T.).
        var isBehindApostrophe = segment > start && CharacterClasses.Of(_text[segment - 1]) == CharacterClass.Apostrophe;
        if (last.Length == 1 && char.IsUpper(last[0]) && !isBehindApostrophe)
        {
            return last[0] != 'I' || IsBeforeInitial(index);
        }

        return IsListedAbbreviation(last, index) || (segment > start && IsListedAbbreviation(_text[start..index], index));
    }

    private readonly bool IsListedAbbreviation(ReadOnlySpan<char> word, int period) =>
        _rules.Abbreviations.TryGet(word, out var abbreviation)
        && abbreviation!.Matches(word)
        && abbreviation.Use switch
        {
            AbbreviationUse.Always => true,
            AbbreviationUse.BeforeNumber => CharacterClasses.Of(NextVisible(period + 1)) == CharacterClass.Digit,
            AbbreviationUse.Inside => GoesOn(NextVisible(period + 1)),
            _ => GoesOn(NextVisible(period + 1)) || char.IsUpper(NextVisible(period + 1)),
        };

    /// <summary>The initial of a name follows: "I. M. Pei".</summary>
    private readonly bool IsBeforeInitial(int period)
    {
        var next = IsGapAt(period + 1) ? period + 2 : period + 1;
        return char.IsUpper(Peek(next)) && Peek(next + 1) == '.';
    }

    /// <summary>Whether a character can only stand inside a sentence.</summary>
    private static bool GoesOn(char c) =>
        char.IsLower(c) || c is ',' or ';' or ':' or ')' or ']' or '/' or '-' or '&' or '$' or '£' or '€'
        || CharacterClasses.Of(c) == CharacterClass.Digit;

    /// <summary>The next character that is not white space, if it is near; else a line feed.</summary>
    private readonly char NextVisible(int index)
    {
        var end = Math.Min(_text.Length, index + MaxGapLookAhead);
        while (index < end && CharacterClasses.Of(_text[index]) == CharacterClass.Gap)
        {
            index++;
        }

        return index < end ? _text[index] : '\n';
    }
}
