using NewsNlp.Documents;
using CatalystDocument = Catalyst.IDocument;
using CatalystEntity = Catalyst.ITokens;
using CatalystSpan = Catalyst.Span;
using CatalystToken = Catalyst.IToken;
using Language = Mosaik.Core.Language;

namespace NewsNlp.Catalyst.Reading;

/// <summary>What a Catalyst document holds: tokens in order, not overlapping, and entities over them.</summary>
internal sealed class CatalystReading
{
    private readonly List<RawToken> _tokens = [];
    private readonly List<RawMention> _mentions = [];

    private CatalystReading()
    {
    }

    public IReadOnlyList<RawToken> Tokens => _tokens;

    /// <summary>The entities that have a label, in order, not overlapping.</summary>
    public IReadOnlyList<RawMention> Mentions => _mentions;

    public static CatalystReading Read(CatalystDocument document, TextAlignment alignment, Func<string, EntityLabel?> labels)
    {
        var reading = new CatalystReading();
        var found = new List<RawMention>();
        var indices = new List<int>();
        var length = document.Value?.Length ?? 0;
        var end = 0;
        var sentence = 0;
        foreach (var span in document.Spans)
        {
            indices.Clear();
            foreach (var token in span.Tokens)
            {
                // Text that was processed twice has its tokens twice; the second reading goes back to where the first began.
                var isNew = token.Begin >= end && token.End >= token.Begin && token.End < length;
                indices.Add(isNew ? reading._tokens.Count : -1);
                if (isNew)
                {
                    end = token.End + 1;
                    reading._tokens.Add(Token(token, sentence, alignment));
                }
            }

            Entities(span, indices, labels, found);
            sentence++;
        }

        reading.AddMentions(found);
        return reading;
    }

    /// <summary>What is wrong with a Catalyst document that has text and no tokens.</summary>
    public static string NoTokens(Language language) =>
        $"Catalyst found no tokens in the text, and the document's language is {language}. Catalyst passes over a document, without "
        + "saying so, whose language is unknown or not that of the pipeline: make the document with its language "
        + $"(new Document(text, {nameof(Language)}.{nameof(Language.English)})) and process it with a pipeline for that language.";

    /// <summary>Whether there are no tokens although <paramref name="text"/> has words.</summary>
    public bool IsEmptyDespite(string text) => _tokens.Count == 0 && text.Any(char.IsLetterOrDigit);

    private static RawToken Token(CatalystToken token, int sentence, TextAlignment alignment)
    {
        var value = token.Value;
        return new RawToken(
            alignment.ToText(token.Begin),
            alignment.ToText(token.End) + 1,
            sentence,
            PartsOfSpeech.ToUpos(token.POS),
            token.Lemma ?? value ?? "",
            string.Equals(value, token.OriginalValue, StringComparison.Ordinal) ? null : value);
    }

    private static void Entities(CatalystSpan span, List<int> indices, Func<string, EntityLabel?> labels, List<RawMention> found)
    {
        foreach (var entity in span.GetEntities())
        {
            var (first, last) = Extent(entity, indices);
            if (first >= 0 && labels(entity.EntityType.Type) is { Name.Length: > 0 } label)
            {
                found.Add(new RawMention(first, last, label));
            }
        }
    }

    /// <summary>An entity's own index throws in Catalyst; its tokens' indices, which count in their span, do not.</summary>
    private static (int First, int Last) Extent(CatalystEntity entity, List<int> indices)
    {
        var first = -1;
        var last = -1;
        foreach (var child in entity.Children)
        {
            var index = child.Index >= 0 && child.Index < indices.Count ? indices[child.Index] : -1;
            if (index >= 0)
            {
                first = first < 0 ? index : Math.Min(first, index);
                last = Math.Max(last, index);
            }
        }

        return (first, last);
    }

    private void AddMentions(List<RawMention> found)
    {
        foreach (var mention in found.OrderBy(mention => mention.First).ThenByDescending(mention => mention.Last))
        {
            if (_mentions.Count == 0 || mention.First > _mentions[^1].Last)
            {
                _mentions.Add(mention);
            }
        }
    }
}
