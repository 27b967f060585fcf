using NewsNlp.Documents;

namespace NewsNlp.Tests.Export;

/// <summary>Annotates a text by hand, by quoting the words that are meant.</summary>
internal sealed class DocumentSketch
{
    private readonly string _text;
    private readonly DocumentBuilder _builder;
    private readonly List<TextSpan> _tokens = [];

    public DocumentSketch(string text, DocumentMetadata metadata = default)
    {
        _text = text;
        _builder = new DocumentBuilder(text, metadata);
    }

    public DocumentBuilder Builder => _builder;

    /// <summary>A block a line; <paramref name="kinds"/> in order, paragraphs behind them.</summary>
    public DocumentSketch Blocks(params BlockKind[] kinds)
    {
        _builder.AddBlocks(sink =>
        {
            var block = 0;
            var start = 0;
            foreach (var line in _text.Split('\n'))
            {
                if (line.Length > 0)
                {
                    sink.Add(new TextSpan(start, line.Length), block < kinds.Length ? kinds[block] : BlockKind.Paragraph);
                    block++;
                }

                start += line.Length + 1;
            }

            sink.SetByline(new Byline(["Ida Fennimore"]));
            sink.SetDateline(new Dateline("PORT ELSWICK", "Coastal Wire"));
        });
        return this;
    }

    /// <summary>Words and marks; parts of speech and lemmas that are plausible enough to look at.</summary>
    public DocumentSketch Tokens(bool tagged = true)
    {
        for (var i = 0; i < _text.Length;)
        {
            var end = i + 1;
            if (char.IsLetterOrDigit(_text[i]))
            {
                while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || (_text[end] is '.' or '’' && end + 1 < _text.Length && char.IsLetterOrDigit(_text[end + 1]))))
                {
                    end++;
                }
            }
            else if (char.IsHighSurrogate(_text[i]))
            {
                end++;
            }

            if (!char.IsWhiteSpace(_text[i]))
            {
                _tokens.Add(TextSpan.FromBounds(i, end));
            }

            i = end;
        }

        _builder.AddTokens([.. _tokens], [.. _tokens.Select(KindOf)]);
        if (tagged)
        {
            _builder.AddPartOfSpeech([.. _tokens.Select(TagOf)]);
            _builder.AddLemmas([.. _tokens.Select(LemmaOf)]);
        }

        return this;
    }

    /// <summary>A sentence ends with a full stop and the quotation mark behind it, or with its block.</summary>
    public DocumentSketch Sentences()
    {
        _builder.AddSentences(sink =>
        {
            var first = 0;
            for (var i = 0; i < _tokens.Count; i++)
            {
                var last = i + 1 == _tokens.Count;
                var next = last ? "\n" : _text[_tokens[i].End.._tokens[i + 1].Start];
                var ended = Word(i) == "." || (i > 0 && Word(i) is "”" && Word(i - 1) is "." or "?");
                if (next.Contains('\n', StringComparison.Ordinal) || (ended && next.Length > 0))
                {
                    sink.Add(first, i + 1 - first);
                    first = i + 1;
                }
            }
        });
        return this;
    }

    public TextSpan Find(string words, int occurrence = 0)
    {
        var at = -1;
        for (var i = 0; i <= occurrence; i++)
        {
            at = _text.IndexOf(words, at + 1, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{words}' occurs fewer than {occurrence + 1} times.");
        }

        return new TextSpan(at, words.Length);
    }

    public (int First, int Count) TokensOf(TextSpan span)
    {
        var first = _tokens.FindIndex(token => token.Start == span.Start);
        var last = _tokens.FindIndex(token => token.End == span.End);
        Assert.True(first >= 0 && last >= first, $"{span} is not on tokens.");
        return (first, last - first + 1);
    }

    private string Word(int token) => _tokens[token].Of(_text).ToString();

    private TokenKind KindOf(TextSpan span)
    {
        var word = span.Of(_text);
        return char.IsDigit(word[0]) ? TokenKind.Number
            : char.IsLetter(word[0]) ? TokenKind.Word
            : char.IsSurrogate(word[0]) ? TokenKind.Emoji
            : word[0] is '£' or '%' ? TokenKind.Symbol
            : TokenKind.Punctuation;
    }

    private Upos TagOf(TextSpan span) => KindOf(span) switch
    {
        TokenKind.Number => Upos.NUM,
        TokenKind.Punctuation => Upos.PUNCT,
        TokenKind.Symbol or TokenKind.Emoji => Upos.SYM,
        _ => char.IsUpper(_text[span.Start]) ? Upos.PROPN : Upos.NOUN,
    };

    private string LemmaOf(TextSpan span) =>
        TagOf(span) == Upos.PROPN ? span.Of(_text).ToString() : span.Of(_text).ToString().ToLowerInvariant();
}
