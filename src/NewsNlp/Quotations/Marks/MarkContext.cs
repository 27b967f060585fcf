using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Marks;

/// <summary>What a mark's neighbours in its paragraph say of it: may it open, may it close.</summary>
internal readonly ref struct MarkContext
{
    private readonly ArticleReader _article;
    private readonly int _start;
    private readonly int _end;

    /// <summary>A view of the paragraph from token <paramref name="start"/> to <paramref name="end"/>.</summary>
    public MarkContext(ArticleReader article, int start, int end)
    {
        _article = article;
        _start = start;
        _end = end;
    }

    /// <summary>What a double mark does: 1 opens, -1 closes, 0 depends on what is open.</summary>
    public int RoleOfDouble(int token)
    {
        var kind = _article.Marks[token];
        if (kind != MarkKind.DoublePlain)
        {
            return kind == MarkKind.DoubleOpen ? 1 : -1;
        }

        bool left = IsGluedLeft(token), right = IsGluedRight(token);
        return left == right ? 0 : right ? 1 : -1;
    }

    /// <summary>Whether a single mark may open a quotation.</summary>
    public bool CanOpenSingle(int token)
    {
        if (_article.Marks[token] == MarkKind.SingleClose || !IsGluedRight(token) || IsGluedLeft(token))
        {
            return false;
        }

        return !IsClippedWord(_article.Form(token + 1), token + 2 < _end ? _article.Form(token + 2) : default);
    }

    /// <summary>Whether a single mark may close a quotation.</summary>
    public bool CanCloseSingle(int token) =>
        _article.Marks[token] != MarkKind.SingleOpen && IsGluedLeft(token) && !IsGluedRight(token);

    /// <summary>
    /// Whether a single mark that may close may as well be an apostrophe: <c>the workers' rights</c>, <c>goin' home</c>.
    /// </summary>
    public bool MayBeApostrophe(int token)
    {
        if (token + 1 < _end && !_article.HasSpaceAfter(token))
        {
            return false;
        }

        var word = _article.Form(token - 1);
        return word is [.., 's' or 'S' or 'x' or 'z'] || word.EndsWith("in", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a single mark stands in the middle of a phrase, as it does before a partial or a scare quotation.</summary>
    public bool IsInsidePhrase(int token) =>
        token > _start && _article.Form(token - 1) is [.., var last] && char.IsLetterOrDigit(last);

    /// <summary>Whether a word stands right behind the mark; a closing mark so at a paragraph's start is a slip for an opening one.</summary>
    public bool IsFollowedByWord(int token) => IsGluedRight(token);

    private bool IsGluedLeft(int token) =>
        token > _start && !_article.HasSpaceBefore(token)
        && !(_article.Form(token - 1) is [.., '(' or '[' or '{' or '/' or '-' or '–' or '—' or '“' or '‘' or '«']
            || IsOpeningPlainMark(token - 1));

    private bool IsGluedRight(int token) =>
        token + 1 < _end && !_article.HasSpaceAfter(token)
        && !(_article.Form(token + 1) is ['.' or ',' or ';' or ':' or '?' or '!' or ')' or ']' or '}' or '/' or '…' or '-' or '–'
            or '—' or '”' or '’' or '»', ..] || IsClosingPlainMark(token + 1));

    // A straight mark right beside another one: what it does shows on its far side.
    private bool IsOpeningPlainMark(int token) =>
        _article.Marks[token] is MarkKind.DoublePlain or MarkKind.SinglePlain
        && (token == _start || _article.HasSpaceBefore(token));

    private bool IsClosingPlainMark(int token) =>
        _article.Marks[token] is MarkKind.DoublePlain or MarkKind.SinglePlain
        && (token + 1 == _end || _article.HasSpaceAfter(token)
            || _article.Form(token + 1) is ['.' or ',' or ';' or ':' or '?' or '!' or ')', ..]);

    // Words that begin with an apostrophe: 'em, 'til, '08, 'n'.
    private static bool IsClippedWord(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (word is [>= '0' and <= '9', >= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9', 's'])
        {
            return next is not ['\'' or '’', ..];
        }

        return word is "em" or "til" or "tis" or "twas" or "cause" or "n" or "bout" or "nuff" or "Em" or "Til" or "Tis" or "Twas"
            or "Cause" or "N" or "cos" or "Cos";
    }
}
