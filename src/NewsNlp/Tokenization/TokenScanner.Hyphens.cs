namespace NewsNlp.Tokenization;

/// <content>Hyphens inside words and between numbers.</content>
internal ref partial struct TokenScanner
{
    private const int MaxHyphenPart = 12;

    private readonly Step AtHyphen(int start, int segment, int index)
    {
        if (!IsWordAt(index + 1))
        {
            return Step.Stop(index);
        }

        var before = _text[segment..index];
        var isNumber = IsDigitAt(index - 1) && IsDigitAt(index + 1);
        if (!_rules.SplitCompounds)
        {
            return isNumber && IsNumeral(before) ? Step.Stop(index) : Step.GoOn(index + 1);
        }

        if (before.Length > MaxHyphenPart)
        {
            return Step.Stop(index);
        }

        var words = _rules.Words;
        var isPrefix = segment == start
            && Peek(start - 1) != '-'
            && words.HyphenPrefixes.Contains(before);
        if (isPrefix)
        {
            return Step.GoOn(index + 1);
        }

        var end = EndOfLetters(index + 1, MaxHyphenPart);
        if (IsWordAt(end))
        {
            return Step.Stop(index);
        }

        return words.HyphenSuffixes.Contains(_text[(index + 1)..end])
            || (segment == start && words.HyphenWords.Contains(_text[start..end]))
            ? Step.GoOn(index + 1)
            : Step.Stop(index);
    }
}
