using NewsNlp.Catalyst.Reading;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Structure;

namespace NewsNlp.Catalyst.Writing;

/// <summary>Writes what was read from a Catalyst document, layer by layer.</summary>
internal sealed class DocumentWriter
{
    private readonly DocumentBuilder _builder;
    private readonly CatalystReading _reading;
    private readonly CatalystDocumentOptions _options;
    private readonly List<Piece> _pieces;
    private readonly OwnTokens _own;

    private DocumentWriter(CatalystReading reading, string text, CatalystDocumentOptions options)
    {
        _reading = reading;
        _options = options;
        _own = new OwnTokens(text);
        _builder = new DocumentBuilder(text, options.Metadata);
        if (Wants(Layer.Blocks))
        {
            _builder.AddBlocks(sink => new NewsBlockDetector().Detect(text, sink));
        }

        var cut = ContractionCutter.Cut(text, reading.Tokens, _own);
        _pieces = PieceSplitter.Split(text, LostText.Restore(text, cut, _own), _own, Blocks()?.ConvertAll(block => block.Span));
    }

    public static Document Write(CatalystReading reading, string text, CatalystDocumentOptions options)
    {
        var writer = new DocumentWriter(reading, text, options);
        writer.AddTokens();
        writer.AddWords();
        if (writer.Wants(Layer.Sentences))
        {
            writer._builder.AddSentences(writer.AddSentences);
        }

        if (writer.Wants(Layer.EntityMentions))
        {
            writer._builder.AddEntityMentions(writer.AddEntityMentions);
        }

        return writer._builder.Build();
    }

    private bool Wants(Layer layer) => !_options.Without.Contains(layer);

    private List<Block>? Blocks() => Wants(Layer.Blocks) ? [.. _builder.Document.Blocks] : null;

    private void AddTokens()
    {
        var spans = new TextSpan[_pieces.Count];
        var kinds = new TokenKind[_pieces.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = TextSpan.FromBounds(_pieces[i].Start, _pieces[i].End);
            kinds[i] = _own.KindAt(_pieces[i].Start);
        }

        _builder.AddTokens(spans, kinds);
    }

    private void AddWords()
    {
        if (Wants(Layer.PartOfSpeech) && (_reading.Tokens.Count == 0 || _reading.Tokens.Any(token => token.Tag is not null)))
        {
            _builder.AddPartOfSpeech([.. _pieces.Select(piece => piece.Tag ?? Upos.X)]);
        }

        if (Wants(Layer.Lemmas))
        {
            _builder.AddLemmas([.. _pieces.Select(piece => piece.Lemma ?? _builder.Document.Text[piece.Start..piece.End])]);
        }
    }

    private void AddSentences(SentenceSink sink)
    {
        var blocks = Blocks();
        var block = 0;
        var first = 0;
        var here = (Sentence: -1, Block: -1);
        for (var i = 0; i < _pieces.Count; i++)
        {
            while (blocks is not null && block < blocks.Count && blocks[block].Span.End <= _pieces[i].Start)
            {
                block++;
            }

            var next = blocks is not null && block < blocks.Count && blocks[block].Kind == BlockKind.Furniture
                ? (-1, block)
                : (_pieces[i].Sentence, block);
            if (next != here)
            {
                Add(i);
                first = i;
                here = next;
            }
        }

        Add(_pieces.Count);

        void Add(int end)
        {
            if (here.Sentence >= 0 && end > first)
            {
                sink.Add(first, end - first);
            }
        }
    }

    private void AddEntityMentions(EntityMentionSink sink)
    {
        var piece = 0;
        foreach (var mention in _reading.Mentions)
        {
            while (piece < _pieces.Count && _pieces[piece].Raw < mention.First)
            {
                piece++;
            }

            var first = piece;
            while (piece < _pieces.Count && _pieces[piece].Raw <= mention.Last)
            {
                piece++;
            }

            // What Catalyst lost behind the last word is not the entity's.
            var behind = piece;
            while (behind > first && _pieces[behind - 1].Raw < 0)
            {
                behind--;
            }

            if (behind > first)
            {
                sink.Add(first, behind - first, mention.Label);
            }
        }
    }
}
