using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Documents;

/// <summary>What holds for every document over every UTF-16 string; the seed of a failure stands in its message.</summary>
public class DocumentProperties
{
    [Fact]
    public void Every_layer_says_what_was_added() => DocumentGen.Plans.Sample(plan =>
    {
        var document = plan.Build();

        Assert.Same(plan.Text, document.Text);
        Assert.Equal(plan.Metadata, document.Metadata);
        AssertLayer(plan.Blocks, Layer.Blocks, () => document.Blocks.Select(b => (b.Span, b.Kind)));
        AssertLayer(plan.Tokens, Layer.Tokens, () => document.Tokens.Select(t => (t.Span, t.Kind)));
        AssertLayer(plan.Sentences, Layer.Sentences, () => document.Sentences.Select(s => (s.FirstToken, s.TokenCount)));
        AssertLayer(plan.PartOfSpeech, Layer.PartOfSpeech, () => document.Tokens.Select(t => t.PartOfSpeech));
        AssertLayer(plan.Lemmas, Layer.Lemmas, () => document.Tokens.Select(t => t.Lemma));
        AssertLayer(
            plan.EntityMentions,
            Layer.EntityMentions,
            () => document.EntityMentions.Select(m => (m.FirstToken, m.TokenCount, m.Label, m.Score)));

        void AssertLayer<T>(List<T>? planned, Layer layer, Func<IEnumerable<T>> actual)
        {
            Assert.Equal(planned is not null, document.Has(layer));
            if (planned is not null)
            {
                Assert.Equal(planned, actual());
            }
        }
    });

    [Fact]
    public void Spans_lie_in_the_text_and_their_words_are_cut_from_it() => DocumentGen.Documents.Sample(document =>
    {
        foreach (var (span, text) in AllSpans(document))
        {
            Assert.InRange(span.Start, 0, document.Text.Length - 1);
            Assert.InRange(span.End, span.Start + 1, document.Text.Length);
            Assert.Equal(document.Text.Substring(span.Start, span.Length), text);
        }
    });

    [Fact]
    public void Tokens_and_the_gaps_between_them_give_the_text_back() => DocumentGen.Documents.Sample(document =>
    {
        if (!document.Has(Layer.Tokens))
        {
            return;
        }

        var text = new System.Text.StringBuilder();
        var end = 0;
        foreach (var token in document.Tokens)
        {
            text.Append(document.Text, end, token.Span.Start - end).Append(token.AsSpan());
            end = token.Span.End;
        }

        Assert.Equal(document.Text, text.Append(document.Text, end, document.Text.Length - end).ToString());
    });

    [Fact]
    public void Layers_nest() => DocumentGen.Documents.Sample(document =>
    {
        if (document.Has(Layer.Blocks) && document.Has(Layer.Tokens))
        {
            Assert.All(document.Tokens, token => Assert.Single(document.Blocks, block => block.Span.Contains(token.Span)));
        }

        if (document.Has(Layer.Blocks) && document.Has(Layer.Sentences))
        {
            Assert.All(document.Sentences, s => Assert.Single(document.Blocks, block => block.Span.Contains(s.Span)));
        }

        if (document.Has(Layer.Sentences))
        {
            Assert.All(document.Sentences, s => Assert.Equal(s.Tokens[0].Span.Start, s.Span.Start));
            Assert.All(document.Sentences, s => Assert.Equal(s.Tokens[^1].Span.End, s.Span.End));
            Assert.All(document.Sentences, s => Assert.All(s.Tokens, token => Assert.True(s.Span.Contains(token.Span))));
        }

        if (document.Has(Layer.EntityMentions))
        {
            Assert.All(document.EntityMentions, m => Assert.Equal(m.TokenCount, m.Tokens.Count));
        }
    });

    [Fact]
    public void Quotes_are_listed_by_first_words_and_otherwise_as_they_came() => DocumentGen.Plans.Sample(plan =>
    {
        if (plan.Quotes is null)
        {
            return;
        }

        var expected = plan.Quotes.OrderBy(quote => quote.FirstWords).Select(Describe);
        var actual = plan.Build().Quotes.Select(q =>
            Describe(new PlannedQuote(q.Kind, [.. q.Contents], [.. q.Source], q.Cue, q.Confidence, q.Act, q.Modality)));
        Assert.Equal(expected, actual);

        static string Describe(PlannedQuote quote) =>
            $"{quote.Kind} {string.Join(' ', quote.Contents)} | {string.Join(' ', quote.Source)} | {quote.Cue} "
            + $"{quote.Confidence} {quote.Act} {quote.Modality}";
    });

    [Fact]
    public void Entities_group_the_mentions_that_were_added() => DocumentGen.Plans.Sample(plan =>
    {
        if (plan.Coreference is not { } planned)
        {
            return;
        }

        var document = plan.Build();
        var expected = planned.Entities.Select((entity, handle) => Describe(
            entity.Name,
            entity.Label,
            entity.Role,
            planned.Mentions.Where(m => m.Entity == handle).Select(m => (m.Span, m.Kind, m.EntityMention))));
        var actual = document.Entities.Select(entity => Describe(
            entity.CanonicalName,
            entity.Label,
            entity.Role,
            entity.Mentions.Select(m => (m.Span, m.Kind, m.EntityMention?.Index ?? -1))));
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

        Assert.Equal(planned.Mentions.Count, document.Mentions.Count);
        Assert.Equal(document.Mentions.Select(m => m.Span.Start).Order(), document.Mentions.Select(m => m.Span.Start));
        Assert.Equal(document.Entities, document.Mentions.Select(m => m.Entity).Distinct());
        Assert.All(document.Entities, entity => Assert.All(entity.Mentions, m => Assert.Equal(entity, m.Entity)));
        Assert.All(document.Entities, entity => Assert.Equal(entity.Mentions.Select(m => m.Index).Order(), entity.Mentions.Select(m => m.Index)));

        static string Describe(string name, EntityLabel? label, string? role, IEnumerable<(TextSpan, MentionKind, int)> mentions) =>
            $"{name} {label} {role}: {string.Join(' ', mentions.Order())}";
    });

    [Fact]
    public void An_entity_mention_names_the_entity_that_took_it() => DocumentGen.Plans.Sample(plan =>
    {
        if (plan.Coreference is not { } planned || plan.EntityMentions is null)
        {
            return;
        }

        var document = plan.Build();
        foreach (var mention in document.EntityMentions)
        {
            var taken = planned.Mentions.Find(m => m.EntityMention == mention.Index);
            Assert.Equal(taken is null ? null : planned.Entities[taken.Entity].Name, mention.Entity?.CanonicalName);
            Assert.True(taken is null || mention.Entity!.Value.Mentions.Any(m => m.EntityMention == mention));
        }
    });

    [Fact]
    public void A_quote_has_the_speakers_that_were_added_in_their_order() => DocumentGen.Plans.Sample(plan =>
    {
        if (plan.Coreference is not { } planned || plan.Quotes is null)
        {
            return;
        }

        var document = plan.Build();
        foreach (var quote in document.Quotes)
        {
            var expected = planned.Speakers.Where(s => s.Quote == quote.Index).Select(s => s.Entity).Distinct()
                .Select(handle => planned.Entities[handle].Name).ToArray();
            Assert.Equal(expected, quote.Speakers.Select(speaker => speaker.CanonicalName));
            Assert.Equal(expected.FirstOrDefault(), quote.Speaker?.CanonicalName);
        }
    });

    private static List<(TextSpan Span, string Text)> AllSpans(Document document)
    {
        var spans = new List<(TextSpan Span, string Text)>();
        if (document.Has(Layer.Blocks))
        {
            spans.AddRange(document.Blocks.Select(b => (b.Span, b.Text)));
        }

        if (document.Has(Layer.Tokens))
        {
            spans.AddRange(document.Tokens.Select(t => (t.Span, t.Text)));
        }

        if (document.Has(Layer.Sentences))
        {
            spans.AddRange(document.Sentences.Select(s => (s.Span, s.Text)));
        }

        if (document.Has(Layer.EntityMentions))
        {
            spans.AddRange(document.EntityMentions.Select(m => (m.Span, m.Text)));
        }

        if (document.Has(Layer.Coreference))
        {
            spans.AddRange(document.Mentions.Select(m => (m.Span, m.Text)));
        }

        if (document.Has(Layer.Quotes))
        {
            spans.AddRange(document.Quotes.Where(q => q.Cue is not null).Select(q => (q.Cue!.Value, q.CueText!)));
            spans.AddRange(document.Quotes.Where(q => q.Contents.Count == 1).Select(q => (q.Contents[0], q.Text)));
            spans.AddRange(document.Quotes.Where(q => q.Source.Count == 1).Select(q => (q.Source[0], q.SourceText!)));
        }

        return spans;
    }
}
