using System.Text.Json;
using NewsNlp.Documents;
using NewsNlp.Export.Offsets;

namespace NewsNlp.Export.Json;

/// <summary>Writes one document, layer by layer, in the schema's order.</summary>
internal readonly struct DocumentJsonEncoder(Document document, Utf8JsonWriter writer, DocumentJsonOptions options)
{
    private readonly OffsetIndex _offsets = new(document.Text, options.OffsetUnit);

    public void Write()
    {
        writer.WriteStartObject();
        writer.WriteString(Keys.Schema, DocumentJsonWriter.Schema);
        WriteText(Keys.Id, document.Id, nullToo: false);
        if (document.Metadata.Published is { } published)
        {
            writer.WriteString(Keys.Published, published.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        writer.WriteString(Keys.OffsetUnit, JsonNames.OffsetUnits[options.OffsetUnit]);
        if (options.IncludeText)
        {
            WriteText(Keys.Text, document.Text);
        }

        WriteByline();
        WriteDateline();
        WriteBlocks();
        WriteTokens();
        WriteSentences();
        WriteEntityMentions();
        WriteEntities();
        WriteMentions();
        WriteQuotes();
        writer.WriteEndObject();
    }

    private void WriteByline()
    {
        if (!document.Has(Layer.Blocks) || document.Byline is not { } byline)
        {
            return;
        }

        writer.WriteStartObject(Keys.Byline);
        writer.WriteStartArray(Keys.Authors);
        foreach (var author in byline.Authors)
        {
            JsonStrings.Write(writer, author);
        }

        writer.WriteEndArray();
        WriteText(Keys.Role, byline.Role, nullToo: false);
        WriteText(Keys.Organization, byline.Organization, nullToo: false);
        WriteText(Keys.Place, byline.Place, nullToo: false);
        writer.WriteEndObject();
    }

    private void WriteDateline()
    {
        if (!document.Has(Layer.Blocks) || document.Dateline is not { } dateline)
        {
            return;
        }

        writer.WriteStartObject(Keys.Dateline);
        WriteText(Keys.Place, dateline.Place, nullToo: false);
        WriteText(Keys.Agency, dateline.Agency, nullToo: false);
        WriteText(Keys.Date, dateline.Date, nullToo: false);
        if (dateline.Day is { } day)
        {
            writer.WriteString(Keys.Day, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        writer.WriteEndObject();
    }

    private void WriteBlocks()
    {
        if (!document.Has(Layer.Blocks))
        {
            return;
        }

        writer.WriteStartArray(Keys.Blocks);
        foreach (var block in document.Blocks)
        {
            StartSpan(block.Span);
            writer.WriteString(Keys.Kind, JsonNames.Blocks[block.Kind]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteTokens()
    {
        if (!document.Has(Layer.Tokens))
        {
            return;
        }

        var tagged = document.Has(Layer.PartOfSpeech);
        var lemmatized = document.Has(Layer.Lemmas);
        writer.WriteStartArray(Keys.Tokens);
        foreach (var token in document.Tokens)
        {
            StartSpan(token.Span);
            writer.WriteString(Keys.Kind, JsonNames.Tokens[token.Kind]);
            if (tagged)
            {
                writer.WriteString(Keys.Upos, JsonNames.PartsOfSpeech[token.PartOfSpeech]);
            }

            if (lemmatized)
            {
                WriteText(Keys.Lemma, token.Lemma);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteSentences()
    {
        if (!document.Has(Layer.Sentences))
        {
            return;
        }

        writer.WriteStartArray(Keys.Sentences);
        foreach (var sentence in document.Sentences)
        {
            StartSpan(sentence.Span);
            writer.WriteNumber(Keys.FirstToken, sentence.FirstToken);
            writer.WriteNumber(Keys.TokenCount, sentence.TokenCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteEntityMentions()
    {
        if (!document.Has(Layer.EntityMentions))
        {
            return;
        }

        var resolved = document.Has(Layer.Coreference);
        writer.WriteStartArray(Keys.EntityMentions);
        foreach (var mention in document.EntityMentions)
        {
            StartSpan(mention.Span);
            WriteText(Keys.Label, mention.Label.Name);
            writer.WriteNumber(Keys.Score, mention.Score);
            if (resolved)
            {
                WriteIndex(Keys.Entity, mention.Entity?.Index);
            }

            if (mention.Value is { } value)
            {
                MentionValueJson.Write(writer, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteEntities()
    {
        if (!document.Has(Layer.Coreference))
        {
            return;
        }

        writer.WriteStartArray(Keys.Entities);
        foreach (var entity in document.Entities)
        {
            writer.WriteStartObject();
            writer.WriteNumber(Keys.Id, entity.Index);
            WriteText(Keys.Label, entity.Label?.Name);
            WriteText(Keys.Name, entity.CanonicalName);
            WriteText(Keys.Role, entity.Role);
            WriteAliases(entity);
            if (entity.SpeaksFor is { } other)
            {
                writer.WriteNumber(Keys.SpeaksFor, other.Index);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteAliases(Entity entity)
    {
        var aliases = entity.Aliases;
        if (aliases.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(Keys.Aliases);
        foreach (var alias in aliases)
        {
            JsonStrings.Write(writer, alias);
        }

        writer.WriteEndArray();
    }

    private void WriteMentions()
    {
        if (!document.Has(Layer.Coreference))
        {
            return;
        }

        writer.WriteStartArray(Keys.Mentions);
        foreach (var mention in document.Mentions)
        {
            StartSpan(mention.Span);
            writer.WriteString(Keys.Kind, JsonNames.Mentions[mention.Kind]);
            writer.WriteNumber(Keys.Entity, mention.Entity.Index);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteQuotes()
    {
        if (!document.Has(Layer.Quotes))
        {
            return;
        }

        var resolved = document.Has(Layer.Coreference);
        writer.WriteStartArray(Keys.Quotes);
        foreach (var quote in document.Quotes)
        {
            writer.WriteStartObject();
            writer.WriteString(Keys.Kind, JsonNames.Quotes[quote.Kind]);
            WriteSpans(Keys.Contents, quote.Contents);
            writer.WritePropertyName(Keys.Cue);
            if (quote.Cue is { } cue)
            {
                StartSpan(cue);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNullValue();
            }

            WriteSpans(Keys.Source, quote.Source);
            if (resolved)
            {
                WriteSpeakers(quote.Speakers);
            }

            writer.WriteNumber(Keys.Confidence, quote.Confidence);
            writer.WriteString(Keys.Act, JsonNames.Acts[quote.Act]);
            writer.WriteString(Keys.Modality, JsonNames.Modalities[quote.Modality]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteSpeakers(AnnotationList<Entity> speakers)
    {
        WriteIndex(Keys.Speaker, speakers.Count > 0 ? speakers[0].Index : null);
        if (speakers.Count < 2)
        {
            return;
        }

        writer.WriteStartArray(Keys.Speakers);
        foreach (var speaker in speakers)
        {
            writer.WriteNumberValue(speaker.Index);
        }

        writer.WriteEndArray();
    }

    private void WriteSpans(JsonEncodedText key, TextSpanList spans)
    {
        writer.WriteStartArray(key);
        foreach (var span in spans)
        {
            StartSpan(span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void StartSpan(TextSpan span)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Keys.Start, _offsets.FromUtf16(span.Start));
        writer.WriteNumber(Keys.End, _offsets.FromUtf16(span.End));
    }

    private void WriteIndex(JsonEncodedText key, int? index)
    {
        if (index is { } value)
        {
            writer.WriteNumber(key, value);
        }
        else
        {
            writer.WriteNull(key);
        }
    }

    private void WriteText(JsonEncodedText key, string? value, bool nullToo = true)
    {
        if (value is not null)
        {
            writer.WritePropertyName(key);
            JsonStrings.Write(writer, value);
        }
        else if (nullToo)
        {
            writer.WriteNull(key);
        }
    }
}
