using System.Globalization;
using NewsNlp.Documents.Values;

namespace NewsNlp.Export.Json;

/// <content>The values of entity mentions.</content>
internal ref partial struct DocumentJsonDecoder
{
    /// <summary>Reads a value; null for a type that this version does not know, as later ones may add some.</summary>
    private MentionValue? ReadValue()
    {
        var draft = new ValueDraft();
        _cursor.StartObject();
        for (var first = true; _cursor.NextMember(first); first = false)
        {
            ReadValueMember(ref draft);
        }

        return draft.Type switch
        {
            "date" => new DateValue(
                draft.Iso ?? throw _cursor.Missing("iso"), draft.Granularity ?? throw _cursor.Missing("granularity"), draft.First, draft.Last, draft.Part),
            "time" => new TimeValue(draft.Time ?? throw _cursor.Missing("time"), draft.Zone),
            "money" => new MoneyValue(draft.Amount ?? throw _cursor.Missing("amount"), draft.Currency, draft.UpTo),
            "percent" => new PercentValue(draft.Percent ?? throw _cursor.Missing("percent"), draft.UpTo, draft.Points),
            "quantity" => new QuantityValue(draft.Amount ?? throw _cursor.Missing("amount"), draft.Unit ?? throw _cursor.Missing("unit"), draft.UpTo),
            "number" => new NumberValue(draft.Number ?? throw _cursor.Missing("number"), draft.UpTo),
            "ordinal" => new OrdinalValue(draft.Rank ?? throw _cursor.Missing("rank")),
            null => throw _cursor.Missing("type"),
            _ => null,
        };
    }

    private void ReadValueMember(ref ValueDraft draft)
    {
        if (_cursor.Is("type"u8)) draft.Type = _cursor.Text();
        else if (_cursor.Is("iso"u8)) draft.Iso = _cursor.Text();
        else if (_cursor.Is("granularity"u8)) draft.Granularity = _cursor.Word(JsonNames.Granularities);
        else if (_cursor.Is("first"u8)) draft.First = ReadDay();
        else if (_cursor.Is("last"u8)) draft.Last = ReadDay();
        else if (_cursor.Is("part"u8)) draft.Part = _cursor.Word(JsonNames.DateParts);
        else if (_cursor.Is("amount"u8)) draft.Amount = _cursor.Decimal();
        else if (_cursor.Is("currency"u8)) draft.Currency = _cursor.TextOrNull();
        else if (_cursor.Is("upTo"u8)) draft.UpTo = _cursor.IsNull ? null : _cursor.Decimal();
        else if (_cursor.Is("percent"u8)) draft.Percent = _cursor.Decimal();
        else if (_cursor.Is("points"u8)) draft.Points = _cursor.Boolean();
        else if (_cursor.Is("unit"u8)) draft.Unit = _cursor.Text();
        else if (_cursor.Is("number"u8)) draft.Number = _cursor.Decimal();
        else if (_cursor.Is("rank"u8)) draft.Rank = _cursor.Int64();
        else if (_cursor.Is("time"u8)) draft.Time = ReadTime();
        else if (_cursor.Is("zone"u8)) draft.Zone = _cursor.TextOrNull();
        else _cursor.Skip();
    }

    private readonly TimeOnly ReadTime() =>
        TimeOnly.TryParseExact(_cursor.Text(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw _cursor.Error("is not a time of day such as 17:30");

    private struct ValueDraft
    {
        public string? Type, Iso, Currency, Unit, Zone;
        public DateGranularity? Granularity;
        public DatePart Part;
        public DateOnly? First, Last;
        public TimeOnly? Time;
        public decimal? Amount, UpTo, Percent, Number;
        public long? Rank;
        public bool Points;
    }
}
