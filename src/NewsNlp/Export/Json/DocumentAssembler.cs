using System.Globalization;
using NewsNlp.Documents;
using NewsNlp.Export.Offsets;

namespace NewsNlp.Export.Json;

/// <summary>
/// Puts a document together from its draft: converts the offsets, and lets the builder check everything that stages are
/// held to.
/// </summary>
internal sealed partial class DocumentAssembler
{
    private readonly DocumentDraft _draft;
    private readonly DocumentBuilder _builder;
    private readonly OffsetIndex _offsets;
    private readonly Dictionary<int, int> _entities = [];

    // Where the work stands, for complaints.
    private string _layer = "text";
    private int _item = -1;

    public DocumentAssembler(DocumentDraft draft, string? text)
    {
        _draft = draft;
        if (draft.Text is not null && text is not null && draft.Text != text)
        {
            throw Error("is not the text that was given");
        }

        text = draft.Text ?? text ?? throw Error("is missing; a document that was written without its text needs it for reading");
        _builder = new DocumentBuilder(text, new DocumentMetadata(draft.Id, draft.Published));
        _offsets = new OffsetIndex(text, draft.OffsetUnit);
    }

    public Document Assemble()
    {
        try
        {
            AddBlocks();
            AddTokens();
            AddSentences();
            AddEntityMentions();
            AddQuotes();
            AddCoreference();
            return _builder.Build();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw Error($"contradicts the document: {exception.Message}", exception);
        }
    }

    private void AddBlocks()
    {
        if (Start("blocks", _draft.Blocks) is { } blocks)
        {
            _builder.AddBlocks(sink =>
            {
                foreach (var block in Each(blocks))
                {
                    sink.Add(Convert(block.Span), block.Kind);
                }

                if (_draft.Byline is { } byline)
                {
                    sink.SetByline(byline);
                }

                if (_draft.Dateline is { } dateline)
                {
                    sink.SetDateline(dateline);
                }
            });
        }
    }

    private void AddTokens()
    {
        if (Start("tokens", _draft.Tokens) is not { } tokens)
        {
            return;
        }

        var spans = new TextSpan[tokens.Count];
        var kinds = new TokenKind[tokens.Count];
        var tags = new Upos[tokens.Count];
        var lemmas = new string[tokens.Count];
        var tagged = 0;
        var lemmatized = 0;
        for (_item = 0; _item < tokens.Count; _item++)
        {
            var token = tokens[_item];
            spans[_item] = Convert(token.Span);
            kinds[_item] = token.Kind;
            tags[_item] = token.PartOfSpeech ?? default;
            lemmas[_item] = token.Lemma ?? "";
            tagged += token.PartOfSpeech is null ? 0 : 1;
            lemmatized += token.Lemma is null ? 0 : 1;
        }

        _item = -1;
        _builder.AddTokens(spans, kinds);
        if (AllOrNone(tagged, tokens.Count, "upos"))
        {
            _builder.AddPartOfSpeech(tags);
        }

        if (AllOrNone(lemmatized, tokens.Count, "lemma"))
        {
            _builder.AddLemmas(lemmas);
        }
    }

    private void AddSentences()
    {
        if (Start("sentences", _draft.Sentences) is { } sentences)
        {
            _builder.AddSentences(sink =>
            {
                foreach (var sentence in Each(sentences))
                {
                    sink.Add(sentence.FirstToken, sentence.TokenCount);
                    var first = _builder.Document.Tokens[sentence.FirstToken].Span;
                    var last = _builder.Document.Tokens[sentence.FirstToken + sentence.TokenCount - 1].Span;
                    if (Convert(sentence.Span) != TextSpan.FromBounds(first.Start, last.End))
                    {
                        throw Error("does not begin and end with its tokens");
                    }
                }
            });
        }
    }

    private void AddEntityMentions()
    {
        if (Start("entityMentions", _draft.EntityMentions) is not { } mentions)
        {
            return;
        }

        _builder.AddEntityMentions(sink =>
        {
            var tokens = _builder.Document.Tokens;
            foreach (var mention in Each(mentions))
            {
                var span = Convert(mention.Span);
                var first = TokenAt(tokens, span.Start, static token => token.Start);
                var last = TokenAt(tokens, span.End, static token => token.End);
                if (first < 0 || last < first)
                {
                    throw Error("does not begin and end with a token");
                }

                sink.Add(first, last - first + 1, new EntityLabel(mention.Label), mention.Score, mention.Value);
            }
        });
    }

    private void AddQuotes()
    {
        if (Start("quotes", _draft.Quotes) is not { } quotes)
        {
            return;
        }

        // Speakers refer to quotes by their place in the document, which orders quotes by their first words.
        quotes = [.. quotes.OrderBy(FirstWords)];
        _draft.Quotes = quotes;
        _builder.AddQuotes(sink =>
        {
            foreach (var quote in Each(quotes))
            {
                sink.Add(
                    quote.Kind,
                    Convert(quote.Contents!),
                    Convert(quote.Source),
                    quote.Cue is { } cue ? Convert(cue) : null,
                    quote.Confidence,
                    quote.Act,
                    quote.Modality);
            }
        });
    }

    private TextSpan FirstWords(QuoteDraft quote)
    {
        var first = quote.Contents!.Length == 0 ? default : Convert(quote.Contents[0]);
        if (quote.Source.Length > 0 && Convert(quote.Source[0]) is var source && source < first)
        {
            first = source;
        }

        return quote.Cue is { } draft && Convert(draft) is var cue && cue < first ? cue : first;
    }

    private TextSpan[] Convert(SpanDraft[] spans) => [.. spans.Select(Convert)];

    private TextSpan Convert(SpanDraft span)
    {
        if (!_offsets.TryToUtf16(span.Start, out var start) || !_offsets.TryToUtf16(span.End, out var end) || end < start)
        {
            throw Error(string.Create(CultureInfo.InvariantCulture, $"spans [{span.Start}, {span.End}), which is not a part of the text"));
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The token whose start or end stands at <paramref name="offset"/>, or -1.</summary>
    private static int TokenAt(AnnotationList<Token> tokens, int offset, Func<TextSpan, int> bound)
    {
        var (low, high) = (0, tokens.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var at = bound(tokens[middle].Span);
            if (at == offset)
            {
                return middle;
            }

            (low, high) = at < offset ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private bool AllOrNone(int present, int count, string member) =>
        present == count || (present == 0
            ? false
            : throw Error(string.Create(CultureInfo.InvariantCulture, $"have \"{member}\" for {present} of {count} tokens; it is for all or for none")));

    private List<T>? Start<T>(string layer, List<T>? items)
    {
        _layer = layer;
        _item = -1;
        return items;
    }

    private IEnumerable<T> Each<T>(List<T> items)
    {
        for (_item = 0; _item < items.Count; _item++)
        {
            yield return items[_item];
        }

        _item = -1;
    }

    private DocumentFormatException Error(string complaint, Exception? inner = null)
    {
        var path = _item < 0 ? $"$.{_layer}" : string.Create(CultureInfo.InvariantCulture, $"$.{_layer}[{_item}]");
        return new DocumentFormatException($"{path} {complaint.TrimEnd('.')}.", path, null, inner);
    }
}
