using System.Globalization;
using NewsNlp.Documents;

namespace NewsNlp.Export.Conllu;

/// <summary>Writes one document as CoNLL-U.</summary>
internal sealed class ConlluEncoder
{
    private readonly Document _document;
    private readonly TextWriter _output;
    private readonly QuoteRoles _quotes;
    private readonly bool _tagged;
    private readonly bool _lemmatized;

    // How far the layers have been told, since tokens come in order.
    private int _block = -1;
    private int _mention;

    public ConlluEncoder(Document document, TextWriter output)
    {
        _document = document;
        _output = output;
        _quotes = new QuoteRoles(document);
        _tagged = document.Has(Layer.PartOfSpeech);
        _lemmatized = document.Has(Layer.Lemmas);
    }

    public void Write()
    {
        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Index == 0)
            {
                WriteComment("newdoc id", _document.Id);
                WriteComment("published", _document.Metadata.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            WriteBlock(sentence.Span);
            WriteSentenceId(sentence.Index + 1);
            WriteComment("text", sentence.AsSpan());
            var number = 1;
            foreach (var token in sentence.Tokens)
            {
                WriteToken(token, number++);
            }

            _output.Write('\n');
        }
    }

    private void WriteBlock(TextSpan sentence)
    {
        if (!_document.Has(Layer.Blocks))
        {
            return;
        }

        var blocks = _document.Blocks;
        var block = Math.Max(_block, 0);
        while (block < blocks.Count && blocks[block].Span.End <= sentence.Start)
        {
            block++;
        }

        if (block != _block && block < blocks.Count)
        {
            _block = block;
            _output.Write("# newpar\n");
            WriteComment("block", Json.JsonNames.Blocks[blocks[block].Kind].Value);
        }
    }

    private void WriteSentenceId(int number)
    {
        _output.Write("# sent_id = ");
        if (!string.IsNullOrEmpty(_document.Id))
        {
            // The format keeps the slash for itself here and forbids white space.
            WriteReplacing(_document.Id, '_', static c => c == '/' || IsBreak(c) || char.IsWhiteSpace(c));
            _output.Write('-');
        }

        WriteNumber(number);
        _output.Write('\n');
    }

    private void WriteToken(Token token, int number)
    {
        WriteNumber(number);
        _output.Write('\t');
        WriteReplacing(token.AsSpan(), ' ', IsBreak);
        _output.Write('\t');
        if (_lemmatized && token.Lemma.Length > 0)
        {
            WriteReplacing(token.Lemma, ' ', IsBreak);
        }
        else
        {
            _output.Write('_');
        }

        _output.Write('\t');
        _output.Write(_tagged ? Json.JsonNames.PartsOfSpeech[token.PartOfSpeech].Value : "_");
        _output.Write("\t_\t_\t_\t_\t_\t");
        WriteMisc(token);
        _output.Write('\n');
    }

    private void WriteMisc(Token token)
    {
        var misc = new MiscColumn(_output);
        if (token.Index + 1 < _document.Tokens.Count && _document.Tokens[token.Index + 1].Span.Start == token.Span.End)
        {
            misc.Begin("SpaceAfter=No");
        }

        if (MentionOf(token.Index) is { } mention)
        {
            misc.Begin(mention.FirstToken == token.Index ? "NER=B-" : "NER=I-");
            WriteReplacing(mention.Label.Name, '_', static c => c is '|' or '=' || IsBreak(c) || char.IsWhiteSpace(c));
        }

        _quotes.Write(token.Span, ref misc);
        misc.End();
    }

    private EntityMention? MentionOf(int token)
    {
        if (!_document.Has(Layer.EntityMentions))
        {
            return null;
        }

        var mentions = _document.EntityMentions;
        while (_mention < mentions.Count && mentions[_mention].FirstToken + mentions[_mention].TokenCount <= token)
        {
            _mention++;
        }

        return _mention < mentions.Count && mentions[_mention].FirstToken <= token ? mentions[_mention] : null;
    }

    private void WriteComment(string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            WriteComment(key, value.AsSpan());
        }
    }

    private void WriteComment(string key, ReadOnlySpan<char> value)
    {
        _output.Write("# ");
        _output.Write(key);
        _output.Write(" = ");
        WriteReplacing(value, ' ', IsBreak);
        _output.Write('\n');
    }

    private void WriteReplacing(ReadOnlySpan<char> text, char replacement, Func<char, bool> isReplaced)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (isReplaced(text[i]))
            {
                _output.Write(text[start..i]);
                _output.Write(replacement);
                start = i + 1;
            }
        }

        _output.Write(text[start..]);
    }

    private void WriteNumber(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        _output.Write(digits[..length]);
    }

    /// <summary>Whether the character would end a column or a line for some reader.</summary>
    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
