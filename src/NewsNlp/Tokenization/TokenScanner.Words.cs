using NewsNlp.Documents;

namespace NewsNlp.Tokenization;

/// <content>Words: runs of letters and digits, and the signs that may stand inside them.</content>
internal ref partial struct TokenScanner
{
    private const int MaxContractionLength = 12;

    private int ScanWord(int start) =>
        TryScanEmail(start, out var end) ? end : ScanWord(start, start);

    /// <summary>Goes on with a word of which everything before <paramref name="index"/> is accepted.</summary>
    private int ScanWord(int start, int index)
    {
        var segment = start;
        var hasApostrophe = false;
        while (true)
        {
            index = EndOfWordCharacters(index);
            if (index >= _text.Length)
            {
                break;
            }

            var step = AtSign(start, segment, index);
            if (step.IsUrl)
            {
                return EmitUrl(start, step.Position);
            }

            if (step.Ends)
            {
                index = step.Position;
                break;
            }

            hasApostrophe |= CharacterClasses.Of(_text[index]) == CharacterClass.Apostrophe;
            index = segment = step.Position;
        }

        return EmitWord(start, index, hasApostrophe);
    }

    private readonly int EndOfWordCharacters(int index)
    {
        while (index < _text.Length)
        {
            if (CharacterClasses.IsWord(_text[index]))
            {
                index++;
                continue;
            }

            var found = CharacterClasses.At(_text, index, out var length);
            if (found == CharacterClass.Joiner && IsWordAt(index + 1))
            {
                index++;
            }
            else if (length == 2 && found is CharacterClass.Letter or CharacterClass.Digit or CharacterClass.Mark)
            {
                index += length;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    /// <summary>What becomes of a word at the sign at <paramref name="index"/>.</summary>
    /// <param name="start">The start of the word.</param>
    /// <param name="segment">The start of the letters and digits right before the sign.</param>
    /// <param name="index">The sign.</param>
    private readonly Step AtSign(int start, int segment, int index)
    {
        var c = _text[index];
        switch (c)
        {
            case '.':
                return AtPeriod(start, segment, index);
            case '&':
                return AtAmpersand(segment, index);
            case '/':
                return AtSlash(start, index);
            case ':':
                return AtColon(start, index);
            case '*':
                // A word that hides letters: f***ing. At its end the star is a footnote's.
                var afterStars = EndOfRun(index);
                return IsLetterAt(afterStars) ? Step.GoOn(afterStars) : Step.Stop(index);
            case '$':
                return _rules.Words.CurrencyPrefixes.Contains(_text[start..index]) && (IsDigitAt(index + 1) || index - start > 1)
                    ? Step.Stop(index + 1)
                    : Step.Stop(index);
        }

        return CharacterClasses.Of(c) switch
        {
            CharacterClass.Apostrophe => AtApostrophe(start, index),
            CharacterClass.Hyphen => AtHyphen(start, segment, index),
            _ => Step.Stop(index),
        };
    }

    /// <summary>Capitals on both sides (AT&amp;T) or a single letter on each (p&amp;l).</summary>
    private readonly Step AtAmpersand(int segment, int index)
    {
        const int Longest = 4;
        var end = EndOfLetters(index + 1, Longest + 1);
        var before = _text[segment..index];
        var after = _text[(index + 1)..end];
        if (after.IsEmpty || before.Length > Longest || after.Length > Longest)
        {
            return Step.Stop(index);
        }

        var single = before.Length == 1 && after.Length == 1 && !IsWordAt(end);
        var capitals = !CharacterClasses.HasSmallLetter(before) && !CharacterClasses.HasSmallLetter(after);
        return single || capitals ? Step.GoOn(index + 1) : Step.Stop(index);
    }

    private readonly Step AtSlash(int start, int index)
    {
        if (_text[start..index].Contains('.') && !IsGapAt(index + 1) && IsHostName(start, index))
        {
            return Step.Url(index);
        }

        const int LongestHalf = 4;
        var end = EndOfLetters(index + 1, LongestHalf);
        return index - start <= LongestHalf && !IsWordAt(end) && _rules.Words.SlashWords.Contains(_text[start..end])
            ? Step.GoOn(index + 1)
            : Step.Stop(index);
    }

    private readonly Step AtColon(int start, int index)
    {
        if (Peek(index + 1) == '/' && Peek(index + 2) == '/' && IsWordAt(index + 3))
        {
            return Step.Url(index);
        }

        var isScheme = IsWordAt(index + 1)
            && (_text[start..index].Equals("mailto", StringComparison.OrdinalIgnoreCase)
                || (_text[start..index].Equals("doi", StringComparison.OrdinalIgnoreCase) && IsDigitAt(index + 1)));
        return isScheme ? Step.Url(index) : Step.Stop(index);
    }

    private readonly int EmitWord(int start, int end, bool hasApostrophe)
    {
        var word = _text[start..end];
        if (word.Length <= MaxContractionLength && (hasApostrophe || _rules.Words.CanBeContraction(word[0], word[^1])))
        {
            return EmitParts(start, end, _rules.Words.Contractions, TokenKind.Word);
        }

        return Emit(start, end, KindOfWord(start, end));
    }

    /// <summary>Emits a word in the parts that a list gives for it, else whole. Any apostrophe counts as the plain one.</summary>
    private readonly int EmitParts(int start, int end, Lexicon<byte[]> parts, TokenKind kind)
    {
        if (!_rules.SplitContractions || !TryGetParts(_text[start..end], parts, out var lengths) || lengths is not { Length: > 1 })
        {
            return Emit(start, end, kind);
        }

        foreach (var length in lengths)
        {
            start = Emit(start, start + length, kind);
        }

        return end;
    }

    private static bool TryGetParts(ReadOnlySpan<char> word, Lexicon<byte[]> parts, out byte[]? lengths)
    {
        Span<char> plain = stackalloc char[MaxContractionLength];
        if (word.Length > plain.Length)
        {
            lengths = null;
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            plain[i] = CharacterClasses.Of(word[i]) == CharacterClass.Apostrophe ? '\'' : word[i];
        }

        return parts.TryGet(plain[..word.Length], out lengths);
    }

    private readonly TokenKind KindOfWord(int start, int end)
    {
        var word = _text[start..end];
        if (word[^1] == '$')
        {
            return TokenKind.Symbol;
        }

        if (word[0] == '_' && !word.ContainsAnyExcept('_'))
        {
            return TokenKind.Punctuation;
        }

        if (CharacterClasses.Of(word[0]) == CharacterClass.Digit && IsNumeral(word))
        {
            return TokenKind.Number;
        }

        return word.Contains('.') && IsHostName(start, end) ? TokenKind.Url : TokenKind.Word;
    }

    /// <summary>What becomes of a word at a sign: it ends, goes on behind the sign, or is an address.</summary>
    private readonly record struct Step(int Position, bool Ends, bool IsUrl)
    {
        public static Step Stop(int end) => new(end, true, false);

        public static Step GoOn(int next) => new(next, false, false);

        /// <summary>The word is the beginning of an address, which goes on at <paramref name="next"/>.</summary>
        public static Step Url(int next) => new(next, false, true);
    }
}
