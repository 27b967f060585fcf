using System.Globalization;
using System.Text;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Support;

/// <summary>Everything that a document holds, as one string: two documents are the same where their dumps are.</summary>
internal static class DocumentDump
{
    public static string Of(Document document)
    {
        var dump = new StringBuilder();
        dump.Append(CultureInfo.InvariantCulture, $"{document.Metadata} {document.Text.Length}\n");
        Add(Layer.Blocks, () => document.Blocks.Select(b => $"{b.Span} {b.Kind}"));
        Add(Layer.Tokens, () => document.Tokens.Select(t => $"{t.Span} {t.Kind}"));
        Add(Layer.PartOfSpeech, () => document.Tokens.Select(t => $"{t.PartOfSpeech}"));
        Add(Layer.Lemmas, () => document.Tokens.Select(t => t.Lemma));
        Add(Layer.Sentences, () => document.Sentences.Select(s => $"{s.Span}"));
        Add(Layer.EntityMentions, () => document.EntityMentions.Select(m => $"{m.Span} {m.Label} {Bits(m.Score)} {m.Entity?.Index}"));
        Add(Layer.Quotes, () => document.Quotes.Select(q =>
            $"{q.Kind} {q.Act} {q.Modality} {string.Join(' ', q.Contents)} | {string.Join(' ', q.Source)} | {q.Cue} | "
            + $"{string.Join(' ', q.Speakers.Select(s => s.Index))} {Bits(q.Confidence)}"));
        Add(Layer.Coreference, () => document.Entities.Select(e =>
            $"{e.CanonicalName} {e.Label} {e.Role}: {string.Join(' ', e.Mentions.Select(m => $"{m.Span} {m.Kind} {m.EntityMention?.Index}"))}"));
        return dump.ToString();

        void Add(Layer layer, Func<IEnumerable<string>> lines)
        {
            if (document.Has(layer))
            {
                dump.Append(CultureInfo.InvariantCulture, $"{layer}\n  ").AppendJoin("\n  ", lines()).Append('\n');
            }
        }
    }

    private static string Bits(float value) => BitConverter.SingleToUInt32Bits(value).ToString("x8", CultureInfo.InvariantCulture);
}
