using System.Globalization;

namespace NewsNlp.Export.Json;

/// <summary>Reads the JSON of one document in one pass, whatever the order of its members.</summary>
internal ref partial struct DocumentJsonDecoder(ReadOnlySpan<byte> json)
{
    private readonly DocumentDraft _draft = new();
    private JsonCursor _cursor = new(json);

    public DocumentDraft Decode()
    {
        _cursor.Read();
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            ReadMember();
        }

        if (_draft.Schema is null)
        {
            throw _cursor.Missing("schema");
        }

        _cursor.ReadEnd();
        return _draft;
    }

    private void ReadMember()
    {
        if (_cursor.Is("schema"u8))
        {
            _draft.Schema = _cursor.Text();
            if (_draft.Schema != DocumentJsonWriter.Schema)
            {
                throw _cursor.Error($"is \"{_draft.Schema}\"; this version reads \"{DocumentJsonWriter.Schema}\"");
            }
        }
        else if (_cursor.Is("id"u8))
        {
            _draft.Id = _cursor.TextOrNull();
        }
        else if (_cursor.Is("published"u8))
        {
            ReadPublished();
        }
        else if (_cursor.Is("offsetUnit"u8))
        {
            _draft.OffsetUnit = _cursor.Word(JsonNames.OffsetUnits);
        }
        else if (_cursor.Is("text"u8))
        {
            _draft.Text = _cursor.Text();
        }
        else
        {
            ReadLayer();
        }
    }

    private void ReadLayer()
    {
        if (_cursor.Is("blocks"u8))
        {
            _draft.Blocks = ReadList(static (ref DocumentJsonDecoder decoder) => decoder.ReadBlock());
        }
        else if (_cursor.Is("byline"u8))
        {
            _draft.Byline = _cursor.IsNull ? null : ReadByline();
        }
        else if (_cursor.Is("dateline"u8))
        {
            _draft.Dateline = _cursor.IsNull ? null : ReadDateline();
        }
        else if (_cursor.Is("tokens"u8))
        {
            _draft.Tokens = ReadList(static (ref DocumentJsonDecoder decoder) => decoder.ReadToken());
        }
        else if (_cursor.Is("sentences"u8))
        {
            _draft.Sentences = ReadList(static (ref DocumentJsonDecoder decoder) => decoder.ReadSentence());
        }
        else if (_cursor.Is("entityMentions"u8))
        {
            _draft.EntityMentions = ReadList(static (ref DocumentJsonDecoder decoder) => decoder.ReadEntityMention());
        }
        else if (_cursor.Is("entities"u8))
        {
            _draft.Entities = ReadList(static (ref DocumentJsonDecoder decoder) => decoder.ReadEntity());
        }
        else if (_cursor.Is("mentions"u8))
        {
            _draft.Mentions = ReadList(static (ref DocumentJsonDecoder decoder) => decoder.ReadMention());
        }
        else if (_cursor.Is("quotes"u8))
        {
            _draft.Quotes = ReadList(static (ref DocumentJsonDecoder decoder) => decoder.ReadQuote());
        }
        else
        {
            _cursor.Skip();
        }
    }

    private void ReadPublished()
    {
        _draft.Published = ReadDay();
    }

    private DateOnly? ReadDay()
    {
        var text = _cursor.TextOrNull();
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw _cursor.Error("is not a date such as 2024-05-31");
    }

    private void ReadBoundOrSkip(ref Bounds bounds)
    {
        if (_cursor.Is("start"u8))
        {
            bounds.Start = _cursor.Int64();
        }
        else if (_cursor.Is("end"u8))
        {
            bounds.End = _cursor.Int64();
        }
        else
        {
            _cursor.Skip();
        }
    }

    private readonly SpanDraft SpanOf(in Bounds bounds) => new(
        bounds.Start ?? throw _cursor.Missing("start"), bounds.End ?? throw _cursor.Missing("end"));

    private List<T> ReadList<T>(ItemReader<T> read)
    {
        var items = new List<T>();
        _cursor.StartArray();
        for (var i = 0; _cursor.NextItem(i); i++)
        {
            items.Add(read(ref this));
        }

        return items;
    }

    private delegate T ItemReader<T>(ref DocumentJsonDecoder decoder);

    private struct Bounds
    {
        public long? Start;
        public long? End;
    }
}
