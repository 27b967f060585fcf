using System.Buffers;
using NewsNlp.Documents;

namespace NewsNlp.Tokenization;

/// <content>Addresses: URLs, hosts, e-mail, user names, hashtags.</content>
internal ref partial struct TokenScanner
{
    // The longest local part and host that RFC 5321 (4.5.3.1) allows.
    private const int MaxLocalPart = 64;
    private const int MaxHost = 255;
    private const int MaxDomainLabel = 24;

    private static readonly SearchValues<char> LocalPart =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.!%+-_'");

    private static readonly SearchValues<char> UrlEnd = SearchValues.Create("<>\"'`´‘’“”«»|{}^\\");
    private static readonly SearchValues<char> UrlTrailer = SearchValues.Create(".,;:!?*_~-–—…&@");

    /// <summary>An e-mail address, or a name before a host without a period (Rice@ENRON), which is a word.</summary>
    private bool TryScanEmail(int start, out int end)
    {
        end = start;
        if (_nextAt < start)
        {
            var found = _text[start..].IndexOf('@');
            _nextAt = found < 0 ? int.MaxValue : start + found;
        }

        if (_nextAt - start > MaxLocalPart
            || !IsWordAt(_nextAt + 1)
            || _text[start.._nextAt].ContainsAnyExcept(LocalPart))
        {
            return false;
        }

        var domain = _nextAt + 1;
        end = EndOfHost(domain);
        var isEmail = _text[domain..end].Contains('.');
        if (end == domain || (!isEmail && (!IsLetterAt(domain) || !IsLetterAt(_nextAt - 1))))
        {
            return false;
        }

        Emit(start, end, isEmail ? TokenKind.Email : TokenKind.Word);
        return true;
    }

    /// <summary>Emits an address that started at <paramref name="start"/> and goes on at <paramref name="index"/>.</summary>
    private readonly int EmitUrl(int start, int index)
    {
        var end = index;
        while (end < _text.Length && !IsGapAt(end) && !UrlEnd.Contains(_text[end]))
        {
            end++;
        }

        return Emit(start, TrimUrl(start, end), TokenKind.Url);
    }

    /// <summary>Leaves out the punctuation of the sentence around an address, and a bracket that opens before it.</summary>
    private readonly int TrimUrl(int start, int end)
    {
        var url = _text[start..end];
        var round = url.Count(')') - url.Count('(');
        var square = url.Count(']') - url.Count('[');
        while (end > start + 1)
        {
            var c = _text[end - 1];
            if (c == ')' && round > 0)
            {
                round--;
            }
            else if (c == ']' && square > 0)
            {
                square--;
            }
            else if (!UrlTrailer.Contains(c))
            {
                break;
            }

            end--;
        }

        return end;
    }

    /// <summary>Whether a word with periods ends in a top-level domain, after a label that is no abbreviation's.</summary>
    private readonly bool IsHostName(int start, int end)
    {
        var word = _text[start..end];
        var last = word.LastIndexOf('.');
        return last > 1
            && word.Length - last - 1 <= MaxDomainLabel
            && _rules.Words.TopLevelDomains.Contains(word[(last + 1)..])
            && word.IndexOf('.') > 1;
    }

    /// <summary>@name behind anything but a word, with the host that some networks add.</summary>
    private readonly int ScanHandle(int start, int length)
    {
        if (IsWordAt(start - 1) || !IsLetterAt(start + 1))
        {
            return EmitSign(start, start + length, TokenKind.Symbol);
        }

        var end = EndOfName(start + 1);
        if (Peek(end) == '@' && IsWordAt(end + 1))
        {
            var host = end + 1;
            var hostEnd = EndOfHost(host);
            if (_text[host..hostEnd].Contains('.'))
            {
                end = hostEnd;
            }
        }

        return Emit(start, end, TokenKind.Handle);
    }

    /// <summary>#tag behind anything but a word; a number sign before digits stands alone.</summary>
    private readonly int ScanHash(int start, int length)
    {
        if (IsWordAt(start - 1) || !IsWordAt(start + 1))
        {
            var end = EndOfRun(start);
            return EmitSign(start, end, TokenKind.Symbol);
        }

        var name = EndOfName(start + 1);
        return EndOfDigits(start + 1) < name
            ? Emit(start, name, TokenKind.Hashtag)
            : EmitSign(start, start + length, TokenKind.Symbol);
    }

    /// <summary>The end of labels joined by periods and hyphens; the start where they are too long for a host.</summary>
    private readonly int EndOfHost(int start)
    {
        var end = start;
        while (IsWordAt(end) || (Peek(end) is '.' or '-' && IsWordAt(end + 1)))
        {
            if (++end - start > MaxHost)
            {
                return start;
            }
        }

        return end;
    }

    private readonly int EndOfName(int index)
    {
        while (IsWordAt(index))
        {
            index++;
        }

        return index;
    }
}
