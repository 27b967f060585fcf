using NewsNlp.Documents;
using NewsNlp.Documents.Values;

namespace NewsNlp.Export.Json;

/// <content>The items of the layers.</content>
internal ref partial struct DocumentJsonDecoder
{
    private BlockDraft ReadBlock()
    {
        var bounds = default(Bounds);
        var kind = default(BlockKind?);
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            if (_cursor.Is("kind"u8))
            {
                kind = _cursor.Word(JsonNames.Blocks);
            }
            else
            {
                ReadBoundOrSkip(ref bounds);
            }
        }

        return new BlockDraft(SpanOf(bounds), kind ?? throw _cursor.Missing("kind"));
    }

    private Byline ReadByline()
    {
        List<string>? authors = null;
        string? role = null;
        string? organization = null;
        string? place = null;
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            if (_cursor.Is("authors"u8))
            {
                authors = ReadList(static (ref DocumentJsonDecoder decoder) => decoder._cursor.Text());
            }
            else if (_cursor.Is("role"u8))
            {
                role = _cursor.TextOrNull();
            }
            else if (_cursor.Is("organization"u8))
            {
                organization = _cursor.TextOrNull();
            }
            else if (_cursor.Is("place"u8))
            {
                place = _cursor.TextOrNull();
            }
            else
            {
                _cursor.Skip();
            }
        }

        return new Byline(authors ?? [], role, organization, place);
    }

    private Dateline ReadDateline()
    {
        string? place = null;
        string? agency = null;
        string? date = null;
        var day = default(DateOnly?);
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            if (_cursor.Is("place"u8))
            {
                place = _cursor.TextOrNull();
            }
            else if (_cursor.Is("agency"u8))
            {
                agency = _cursor.TextOrNull();
            }
            else if (_cursor.Is("date"u8))
            {
                date = _cursor.TextOrNull();
            }
            else if (_cursor.Is("day"u8))
            {
                day = ReadDay();
            }
            else
            {
                _cursor.Skip();
            }
        }

        return new Dateline(place, agency, date, day);
    }

    private TokenDraft ReadToken()
    {
        var bounds = default(Bounds);
        var kind = default(TokenKind?);
        var partOfSpeech = default(Upos?);
        string? lemma = null;
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            if (_cursor.Is("kind"u8))
            {
                kind = _cursor.Word(JsonNames.Tokens);
            }
            else if (_cursor.Is("upos"u8))
            {
                partOfSpeech = _cursor.Word(JsonNames.PartsOfSpeech);
            }
            else if (_cursor.Is("lemma"u8))
            {
                lemma = _cursor.Text();
            }
            else
            {
                ReadBoundOrSkip(ref bounds);
            }
        }

        return new TokenDraft(SpanOf(bounds), kind ?? throw _cursor.Missing("kind"), partOfSpeech, lemma);
    }

    private SentenceDraft ReadSentence()
    {
        var bounds = default(Bounds);
        var firstToken = default(int?);
        var tokenCount = default(int?);
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            if (_cursor.Is("firstToken"u8))
            {
                firstToken = _cursor.Int32();
            }
            else if (_cursor.Is("tokenCount"u8))
            {
                tokenCount = _cursor.Int32();
            }
            else
            {
                ReadBoundOrSkip(ref bounds);
            }
        }

        return new SentenceDraft(
            SpanOf(bounds),
            firstToken ?? throw _cursor.Missing("firstToken"),
            tokenCount ?? throw _cursor.Missing("tokenCount"));
    }

    private EntityMentionDraft ReadEntityMention()
    {
        var bounds = default(Bounds);
        string? label = null;
        var score = 1f;
        var entity = default(int?);
        MentionValue? value = null;
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            if (_cursor.Is("label"u8))
            {
                label = _cursor.Text();
            }
            else if (_cursor.Is("score"u8))
            {
                score = _cursor.Single();
            }
            else if (_cursor.Is("entity"u8))
            {
                entity = _cursor.IsNull ? null : _cursor.Int32();
            }
            else if (_cursor.Is("value"u8))
            {
                value = _cursor.IsNull ? null : ReadValue();
            }
            else
            {
                ReadBoundOrSkip(ref bounds);
            }
        }

        return new EntityMentionDraft(SpanOf(bounds), label ?? throw _cursor.Missing("label"), score, entity, value);
    }

    private EntityDraft ReadEntity()
    {
        var id = default(int?);
        string? name = null;
        string? label = null;
        string? role = null;
        var speaksFor = default(int?);
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            if (_cursor.Is("speaksFor"u8))
            {
                speaksFor = _cursor.IsNull ? null : _cursor.Int32();
            }
            else if (_cursor.Is("id"u8))
            {
                id = _cursor.Int32();
            }
            else if (_cursor.Is("name"u8))
            {
                name = _cursor.Text();
            }
            else if (_cursor.Is("label"u8))
            {
                label = _cursor.TextOrNull();
            }
            else if (_cursor.Is("role"u8))
            {
                role = _cursor.TextOrNull();
            }
            else
            {
                _cursor.Skip();
            }
        }

        return new EntityDraft(id ?? throw _cursor.Missing("id"), name ?? throw _cursor.Missing("name"), label, role, speaksFor);
    }

    private MentionDraft ReadMention()
    {
        var bounds = default(Bounds);
        var kind = default(MentionKind?);
        var entity = default(int?);
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            if (_cursor.Is("kind"u8))
            {
                kind = _cursor.Word(JsonNames.Mentions);
            }
            else if (_cursor.Is("entity"u8))
            {
                entity = _cursor.Int32();
            }
            else
            {
                ReadBoundOrSkip(ref bounds);
            }
        }

        return new MentionDraft(
            SpanOf(bounds), kind ?? throw _cursor.Missing("kind"), entity ?? throw _cursor.Missing("entity"));
    }

    private QuoteDraft ReadQuote()
    {
        var quote = new QuoteDraft();
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            ReadQuoteMember(quote);
        }

        if (quote.Contents is null)
        {
            throw _cursor.Missing("contents");
        }

        return quote.HasKind ? quote : throw _cursor.Missing("kind");
    }

    private void ReadQuoteMember(QuoteDraft quote)
    {
        if (_cursor.Is("kind"u8))
        {
            quote.Kind = _cursor.Word(JsonNames.Quotes);
            quote.HasKind = true;
        }
        else if (_cursor.Is("contents"u8))
        {
            quote.Contents = ReadSpans();
        }
        else if (_cursor.Is("source"u8))
        {
            quote.Source = _cursor.IsNull ? [] : ReadSpans();
        }
        else if (_cursor.Is("cue"u8))
        {
            quote.Cue = _cursor.IsNull ? null : ReadSpan();
        }
        else if (_cursor.Is("speaker"u8))
        {
            quote.Speaker = _cursor.IsNull ? null : _cursor.Int32();
        }
        else if (_cursor.Is("speakers"u8))
        {
            quote.Speakers = ReadList(static (ref DocumentJsonDecoder decoder) => decoder._cursor.Int32());
        }
        else if (_cursor.Is("confidence"u8))
        {
            quote.Confidence = _cursor.Single();
        }
        else if (_cursor.Is("act"u8))
        {
            quote.Act = _cursor.Word(JsonNames.Acts);
        }
        else if (_cursor.Is("modality"u8))
        {
            quote.Modality = _cursor.Word(JsonNames.Modalities);
        }
        else
        {
            _cursor.Skip();
        }
    }

    private SpanDraft[] ReadSpans() => [.. ReadList(static (ref DocumentJsonDecoder decoder) => decoder.ReadSpan())];

    private SpanDraft ReadSpan()
    {
        var bounds = default(Bounds);
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            ReadBoundOrSkip(ref bounds);
        }

        return SpanOf(bounds);
    }
}
