using System.Text.Json;

namespace NewsNlp.Export.Json;

/// <summary>The schema's property names, encoded once.</summary>
internal static class Keys
{
    public static readonly JsonEncodedText Schema = JsonEncodedText.Encode("schema");
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    public static readonly JsonEncodedText Published = JsonEncodedText.Encode("published");
    public static readonly JsonEncodedText OffsetUnit = JsonEncodedText.Encode("offsetUnit");
    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    public static readonly JsonEncodedText Blocks = JsonEncodedText.Encode("blocks");
    public static readonly JsonEncodedText Byline = JsonEncodedText.Encode("byline");
    public static readonly JsonEncodedText Authors = JsonEncodedText.Encode("authors");
    public static readonly JsonEncodedText Organization = JsonEncodedText.Encode("organization");
    public static readonly JsonEncodedText Place = JsonEncodedText.Encode("place");
    public static readonly JsonEncodedText Dateline = JsonEncodedText.Encode("dateline");
    public static readonly JsonEncodedText Agency = JsonEncodedText.Encode("agency");
    public static readonly JsonEncodedText Date = JsonEncodedText.Encode("date");
    public static readonly JsonEncodedText Day = JsonEncodedText.Encode("day");
    public static readonly JsonEncodedText SpeaksFor = JsonEncodedText.Encode("speaksFor");
    public static readonly JsonEncodedText Aliases = JsonEncodedText.Encode("aliases");
    public static readonly JsonEncodedText Tokens = JsonEncodedText.Encode("tokens");
    public static readonly JsonEncodedText Sentences = JsonEncodedText.Encode("sentences");
    public static readonly JsonEncodedText EntityMentions = JsonEncodedText.Encode("entityMentions");
    public static readonly JsonEncodedText Entities = JsonEncodedText.Encode("entities");
    public static readonly JsonEncodedText Mentions = JsonEncodedText.Encode("mentions");
    public static readonly JsonEncodedText Quotes = JsonEncodedText.Encode("quotes");
    public static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    public static readonly JsonEncodedText End = JsonEncodedText.Encode("end");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Upos = JsonEncodedText.Encode("upos");
    public static readonly JsonEncodedText Lemma = JsonEncodedText.Encode("lemma");
    public static readonly JsonEncodedText FirstToken = JsonEncodedText.Encode("firstToken");
    public static readonly JsonEncodedText TokenCount = JsonEncodedText.Encode("tokenCount");
    public static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");
    public static readonly JsonEncodedText Score = JsonEncodedText.Encode("score");
    public static readonly JsonEncodedText Entity = JsonEncodedText.Encode("entity");
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    public static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    public static readonly JsonEncodedText Contents = JsonEncodedText.Encode("contents");
    public static readonly JsonEncodedText Cue = JsonEncodedText.Encode("cue");
    public static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    public static readonly JsonEncodedText Speaker = JsonEncodedText.Encode("speaker");
    public static readonly JsonEncodedText Speakers = JsonEncodedText.Encode("speakers");
    public static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");
    public static readonly JsonEncodedText Act = JsonEncodedText.Encode("act");
    public static readonly JsonEncodedText Modality = JsonEncodedText.Encode("modality");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText Iso = JsonEncodedText.Encode("iso");
    public static readonly JsonEncodedText Granularity = JsonEncodedText.Encode("granularity");
    public static readonly JsonEncodedText First = JsonEncodedText.Encode("first");
    public static readonly JsonEncodedText Last = JsonEncodedText.Encode("last");
    public static readonly JsonEncodedText Part = JsonEncodedText.Encode("part");
    public static readonly JsonEncodedText Amount = JsonEncodedText.Encode("amount");
    public static readonly JsonEncodedText Currency = JsonEncodedText.Encode("currency");
    public static readonly JsonEncodedText UpTo = JsonEncodedText.Encode("upTo");
    public static readonly JsonEncodedText Percent = JsonEncodedText.Encode("percent");
    public static readonly JsonEncodedText Points = JsonEncodedText.Encode("points");
    public static readonly JsonEncodedText Unit = JsonEncodedText.Encode("unit");
    public static readonly JsonEncodedText Number = JsonEncodedText.Encode("number");
    public static readonly JsonEncodedText Rank = JsonEncodedText.Encode("rank");
    public static readonly JsonEncodedText Time = JsonEncodedText.Encode("time");
    public static readonly JsonEncodedText Zone = JsonEncodedText.Encode("zone");
}
