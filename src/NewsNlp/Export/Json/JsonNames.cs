using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Documents.Values;

namespace NewsNlp.Export.Json;

/// <summary>The schema's words for the members of enumerations, in the order of their values.</summary>
internal static class JsonNames
{
    public static JsonNameTable<BlockKind> Blocks { get; } =
        new("paragraph", "headline", "subheading", "byline", "dateline", "caption", "credit", "furniture");

    public static JsonNameTable<TokenKind> Tokens { get; } =
        new("word", "number", "punctuation", "symbol", "url", "email", "handle", "hashtag", "emoji");

    public static JsonNameTable<Upos> PartsOfSpeech { get; } = new(
        "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB");

    public static JsonNameTable<MentionKind> Mentions { get; } = new("name", "nominal", "pronoun");

    public static JsonNameTable<QuoteKind> Quotes { get; } = new("direct", "indirect", "mixed");

    public static JsonNameTable<QuoteAct> Acts { get; } = new("speech", "attitude", "evidence");

    public static JsonNameTable<QuoteModality> Modalities { get; } = new("asserted", "negated", "hypothetical");

    public static JsonNameTable<DateGranularity> Granularities { get; } =
        new("day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century", "halfYear");

    public static JsonNameTable<DatePart> DateParts { get; } = new("whole", "start", "middle", "end");

    public static JsonNameTable<OffsetUnit> OffsetUnits { get; } = new("utf16", "codepoint", "utf8");
}

/// <summary>Words for the members of one enumeration whose values are bytes, dense from 0.</summary>
internal sealed class JsonNameTable<T>(params string[] names)
    where T : unmanaged, Enum
{
    private readonly JsonEncodedText[] _names = [.. names.Select(name => JsonEncodedText.Encode(name))];

    /// <summary>All words, for messages.</summary>
    public string All => string.Join(", ", _names);

    public JsonEncodedText this[T value] => _names[System.Runtime.CompilerServices.Unsafe.BitCast<T, byte>(value)];

    public bool TryParse(in Utf8JsonReader reader, out T value)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (JsonStrings.Is(reader, _names[i].EncodedUtf8Bytes))
            {
                value = System.Runtime.CompilerServices.Unsafe.BitCast<byte, T>((byte)i);
                return true;
            }
        }

        value = default;
        return false;
    }
}
