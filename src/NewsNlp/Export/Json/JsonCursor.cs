using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsNlp.Export.Json;

/// <summary>
/// A JSON reader that knows where it stands, so that every complaint names a path and a byte.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    // The innermost step last. Names are decoded only for a complaint.
    private readonly List<Step> _path = [];
    private readonly ReadOnlySpan<byte> _json = json;
    private Utf8JsonReader _reader = new(json);

    public readonly JsonTokenType Type => _reader.TokenType;

    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    /// <summary>Steps to the next token.</summary>
    public void Read()
    {
        try
        {
            _reader.Read();
        }
        catch (JsonException exception)
        {
            throw NotJson(exception);
        }
    }

    /// <summary>Demands that nothing is left.</summary>
    public void ReadEnd()
    {
        // The reader itself complains of anything but white space behind the value.
        Read();
    }

    public void StartObject() => Demand(JsonTokenType.StartObject, "an object");

    /// <summary>Steps to the value of the next member of an object; to be called until it returns false.</summary>
    public bool NextMember(bool isFirst)
    {
        if (!isFirst)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        Read();
        if (Type == JsonTokenType.EndObject)
        {
            return false;
        }

        _path.Add(new Step((int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length, _reader.ValueIsEscaped ? ReadText() : null, -1));
        Read();
        return true;
    }

    /// <summary>Whether the member that was stepped to has this name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name)
    {
        var step = _path[^1];
        return step.Unescaped is { } unescaped
            ? Ascii.Equals(name, unescaped.AsSpan())
            : _json.Slice(step.NameStart, step.NameLength).SequenceEqual(name);
    }

    public void StartArray() => Demand(JsonTokenType.StartArray, "a list");

    /// <summary>Steps to the next item of a list; to be called until it returns false.</summary>
    public bool NextItem(int index)
    {
        if (index > 0)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        Read();
        if (Type == JsonTokenType.EndArray)
        {
            return false;
        }

        _path.Add(new Step(0, 0, null, index));
        return true;
    }

    public void Skip()
    {
        try
        {
            _reader.Skip();
        }
        catch (JsonException exception)
        {
            throw NotJson(exception);
        }
    }

    public readonly string Text()
    {
        Demand(JsonTokenType.String, "a string");
        return ReadText();
    }

    public readonly string? TextOrNull() => IsNull ? null : Text();

    public readonly long Int64()
    {
        Demand(JsonTokenType.Number, "a number");
        return _reader.TryGetInt64(out var value) ? value : throw Error("is not a whole number that fits");
    }

    public readonly int Int32()
    {
        Demand(JsonTokenType.Number, "a number");
        return _reader.TryGetInt32(out var value) ? value : throw Error("is not a whole number that fits");
    }

    public readonly float Single()
    {
        Demand(JsonTokenType.Number, "a number");
        return _reader.TryGetSingle(out var value) ? value : throw Error("is not a number that fits");
    }

    public readonly decimal Decimal()
    {
        Demand(JsonTokenType.Number, "a number");
        return _reader.TryGetDecimal(out var value) ? value : throw Error("is not a number that fits");
    }

    public readonly bool Boolean() => Type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Error("is not true or false"),
    };

    public readonly T Word<T>(JsonNameTable<T> words)
        where T : unmanaged, Enum
    {
        Demand(JsonTokenType.String, "a string");
        return words.TryParse(_reader, out var value) ? value : throw Error($"is none of {words.All}");
    }

    public readonly DocumentFormatException Error(string complaint)
    {
        var path = Path();
        return new DocumentFormatException(
            string.Create(CultureInfo.InvariantCulture, $"{path} (byte {_reader.TokenStartIndex}) {complaint}."), path, _reader.TokenStartIndex);
    }

    public readonly DocumentFormatException Missing(string member) => Error($"has no \"{member}\"");

    private readonly void Demand(JsonTokenType type, string name)
    {
        if (_reader.TokenType != type)
        {
            throw Error($"is not {name}");
        }
    }

    private readonly string ReadText()
    {
        try
        {
            return JsonStrings.Read(_reader);
        }
        catch (FormatException)
        {
            throw Error("is not valid UTF-8");
        }
    }

    private readonly DocumentFormatException NotJson(JsonException exception)
    {
        var offset = _reader.BytesConsumed;
        return new DocumentFormatException(
            string.Create(CultureInfo.InvariantCulture, $"The document is not JSON; it breaks off behind byte {offset}: {exception.Message}"),
            null,
            offset,
            exception);
    }

    private readonly string Path()
    {
        var path = new StringBuilder("$");
        foreach (var step in _path)
        {
            if (step.Index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }
            else
            {
                path.Append('.').Append(step.Unescaped ?? Encoding.UTF8.GetString(_json.Slice(step.NameStart, step.NameLength)));
            }
        }

        return path.ToString();
    }

    private readonly record struct Step(int NameStart, int NameLength, string? Unescaped, int Index);
}
