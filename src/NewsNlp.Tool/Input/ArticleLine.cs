using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Export.Json;

namespace NewsNlp.Tool.Input;

/// <summary>Reads one line of JSON Lines: <c>{"id": …, "text": …, "published": …}</c>; further members are ignored.</summary>
internal ref struct ArticleLine
{
    private Utf8JsonReader _reader;
    private string? _id;
    private string? _text;
    private DateOnly? _published;
    private string? _warning;

    private ArticleLine(ReadOnlySpan<byte> json)
    {
        _reader = new Utf8JsonReader(json);
    }

    /// <exception cref="InputException">The line is not JSON, not an object, or has no text.</exception>
    public static Article Parse(ReadOnlySpan<byte> json)
    {
        var line = new ArticleLine(json);
        try
        {
            return line.Parse();
        }
        catch (JsonException exception)
        {
            throw new InputException(ErrorCodes.MalformedJson, Describe(exception)) { Id = line._id };
        }
        catch (FormatException exception)
        {
            throw new InputException(ErrorCodes.InvalidUtf8, $"{exception.Message.TrimEnd('.')} (at byte {line._reader.TokenStartIndex + 1}).") { Id = line._id };
        }
    }

    private Article Parse()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InputException(ErrorCodes.NotAnObject, $"The line holds {Name(_reader.TokenType)}, not an object with a \"text\".");
        }

        InputException? problem = null;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            problem = ReadMember() ?? problem;
        }

        // Behind the object there may be nothing more.
        _reader.Read();
        if (problem is not null)
        {
            throw new InputException(problem.Code, problem.Message) { Id = _id };
        }

        return _text is null
            ? throw new InputException(ErrorCodes.MissingText, "The object has no \"text\".") { Id = _id }
            : new Article(_text, new DocumentMetadata(_id, _published)) { Warning = _warning };
    }

    private InputException? ReadMember()
    {
        if (JsonStrings.Is(_reader, "text"u8))
        {
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.String)
            {
                _text = JsonStrings.Read(_reader);
                return null;
            }

            _text = null;
            return Skip(new InputException(ErrorCodes.MissingText, $"\"text\" is {Name(_reader.TokenType)}, not a string."));
        }

        if (JsonStrings.Is(_reader, "id"u8))
        {
            _reader.Read();
            return ReadId();
        }

        if (JsonStrings.Is(_reader, "published"u8))
        {
            _reader.Read();
            ReadPublished();
            return Skip(null);
        }

        _reader.Read();
        return Skip(null);
    }

    private InputException? ReadId()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                _id = JsonStrings.Read(_reader);
                return null;
            case JsonTokenType.Number:
                _id = Encoding.ASCII.GetString(_reader.ValueSpan);
                return null;
            case JsonTokenType.Null:
                _id = null;
                return null;
            default:
                return Skip(new InputException(ErrorCodes.InvalidId, $"\"id\" is {Name(_reader.TokenType)}, not a string."));
        }
    }

    private void ReadPublished()
    {
        _published = null;
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        var value = _reader.TokenType == JsonTokenType.String ? JsonStrings.Read(_reader) : "";
        var day = value.Length > 10 && value[10] is 'T' or ' ' ? value[..10] : value;
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published))
        {
            _published = published;
        }
        else if (value.Length > 0 || _reader.TokenType != JsonTokenType.String)
        {
            _warning = $"\"published\" is not an ISO date such as 2024-05-31 and was left out.";
        }
    }

    private InputException? Skip(InputException? problem)
    {
        _reader.Skip();
        return problem;
    }

    private static string Name(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a truth value",
    };

    private static string Describe(JsonException exception)
    {
        // The reader's message ends with positions that count from 0 and name a line of the line.
        var message = exception.Message;
        var positions = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        message = positions < 0 ? message : message[..positions];
        return $"Not JSON at byte {(exception.BytePositionInLine ?? 0) + 1}: {message}";
    }
}
