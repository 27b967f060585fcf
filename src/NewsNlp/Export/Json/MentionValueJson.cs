using System.Globalization;
using System.Text.Json;
using NewsNlp.Documents.Values;

namespace NewsNlp.Export.Json;

/// <summary>Writes the value of an entity mention: an object whose <c>type</c> says what it is.</summary>
internal static class MentionValueJson
{
    public static void Write(Utf8JsonWriter writer, MentionValue value)
    {
        writer.WriteStartObject(Keys.Value);
        switch (value)
        {
            case DateValue date:
                WriteDate(writer, date);
                break;
            case TimeValue time:
                writer.WriteString(Keys.Type, "time"u8);
                writer.WriteString(Keys.Time, time.Time.ToString("HH:mm", CultureInfo.InvariantCulture));
                WriteText(writer, Keys.Zone, time.Zone);
                break;
            case MoneyValue money:
                writer.WriteString(Keys.Type, "money"u8);
                writer.WriteNumber(Keys.Amount, money.Amount);
                WriteUpTo(writer, money.UpTo);
                WriteText(writer, Keys.Currency, money.Currency);
                break;
            case PercentValue percent:
                writer.WriteString(Keys.Type, "percent"u8);
                writer.WriteNumber(Keys.Percent, percent.Percent);
                WriteUpTo(writer, percent.UpTo);
                if (percent.IsPoints)
                {
                    writer.WriteBoolean(Keys.Points, true);
                }

                break;
            case QuantityValue quantity:
                writer.WriteString(Keys.Type, "quantity"u8);
                writer.WriteNumber(Keys.Amount, quantity.Amount);
                WriteUpTo(writer, quantity.UpTo);
                WriteText(writer, Keys.Unit, quantity.Unit);
                break;
            case NumberValue number:
                writer.WriteString(Keys.Type, "number"u8);
                writer.WriteNumber(Keys.Number, number.Number);
                WriteUpTo(writer, number.UpTo);
                break;
            case OrdinalValue ordinal:
                writer.WriteString(Keys.Type, "ordinal"u8);
                writer.WriteNumber(Keys.Rank, ordinal.Rank);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter writer, DateValue date)
    {
        writer.WriteString(Keys.Type, "date"u8);
        WriteText(writer, Keys.Iso, date.Iso);
        writer.WriteString(Keys.Granularity, JsonNames.Granularities[date.Granularity]);
        WriteDay(writer, Keys.First, date.First);
        WriteDay(writer, Keys.Last, date.Last);
        if (date.Part != DatePart.Whole)
        {
            writer.WriteString(Keys.Part, JsonNames.DateParts[date.Part]);
        }
    }

    private static void WriteDay(Utf8JsonWriter writer, JsonEncodedText key, DateOnly? day)
    {
        if (day is { } known)
        {
            writer.WriteString(key, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static void WriteUpTo(Utf8JsonWriter writer, decimal? upTo)
    {
        if (upTo is { } end)
        {
            writer.WriteNumber(Keys.UpTo, end);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, JsonEncodedText key, string? text)
    {
        if (text is not null)
        {
            writer.WritePropertyName(key);
            JsonStrings.Write(writer, text);
        }
    }
}
