using CsCheck;
using NewsNlp.Documents;

namespace NewsNlp.Tests.Support;

/// <summary>
/// Random documents that keep every rule of the document model and none that is not a rule: tokens over white space,
/// one-unit tokens inside surrogate pairs, nested mentions, several speakers, absent layers.
/// </summary>
internal static class DocumentGen
{
    private static readonly EntityLabel[] Labels =
        [EntityLabel.Person, EntityLabel.Organization, EntityLabel.Location, EntityLabel.Date, new("Football team")];

    /// <summary>Plans over arbitrary UTF-16; spans may cut surrogate pairs.</summary>
    public static Gen<DocumentPlan> Plans { get; } =
        Gen.Select(TextGen.Any, Gen.Byte.Array[0, 400], (text, bytes) => Plan(text, new Choices(bytes), onScalars: false));

    /// <summary>Plans over arbitrary UTF-16, lone surrogates included; no span begins or ends inside a surrogate pair.</summary>
    public static Gen<DocumentPlan> PlansOnScalars { get; } =
        Gen.Select(TextGen.Any, Gen.Byte.Array[0, 400], (text, bytes) => Plan(text, new Choices(bytes), onScalars: true));

    /// <summary>Plans over text that UTF-8 can hold; no span begins or ends inside a surrogate pair.</summary>
    public static Gen<DocumentPlan> WellFormedPlans { get; } =
        Gen.Select(TextGen.WellFormed, Gen.Byte.Array[0, 400], (text, bytes) => Plan(text, new Choices(bytes), onScalars: true));

    /// <summary>Documents of <see cref="Plans"/>.</summary>
    public static Gen<Document> Documents { get; } = Plans.Select(plan => plan.Build());

    /// <summary>Documents of <see cref="PlansOnScalars"/>.</summary>
    public static Gen<Document> DocumentsOnScalars { get; } = PlansOnScalars.Select(plan => plan.Build());

    /// <summary>Documents of <see cref="WellFormedPlans"/>.</summary>
    public static Gen<Document> WellFormedDocuments { get; } = WellFormedPlans.Select(plan => plan.Build());

    private static DocumentPlan Plan(string text, Choices choices, bool onScalars)
    {
        var metadata = new DocumentMetadata(
            choices.OneIn(2) ? $"a{choices.Next(100)}" : null,
            choices.OneIn(2) ? new DateOnly(2020 + choices.Next(5), 1 + choices.Next(12), 1 + choices.Next(28)) : null);
        var plan = new DocumentPlan(text, metadata);
        if (choices.OneIn(2))
        {
            plan.Blocks = Blocks(text, choices, onScalars);
        }

        if (choices.OneIn(8))
        {
            return plan;
        }

        plan.Tokens = Tokens(plan, choices, onScalars);
        var count = plan.Tokens.Count;
        plan.Sentences = choices.OneIn(5) ? null : Sentences(plan, choices);
        plan.PartOfSpeech = choices.OneIn(5) ? null : Each(count, () => (Upos)choices.Next(17));
        plan.Lemmas = choices.OneIn(5) ? null : Each(count, () => choices.OneIn(9) ? "" : $"lemma{choices.Next(50)}");
        plan.EntityMentions = choices.OneIn(5) ? null : EntityMentions(plan, choices);
        plan.Quotes = choices.OneIn(5) ? null : Quotes(plan, choices);
        plan.Coreference = choices.OneIn(5) ? null : Coreference(plan, choices);
        return plan;
    }

    private static List<T> Each<T>(int count, Func<T> next)
    {
        var all = new List<T>(count);
        for (var i = 0; i < count; i++)
        {
            all.Add(next());
        }

        return all;
    }

    /// <summary>The next boundary at or behind <paramref name="position"/> that does not cut a surrogate pair.</summary>
    private static int Boundary(string text, int position, bool onScalars) =>
        onScalars && position > 0 && position < text.Length
        && char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position])
            ? position + 1
            : position;

    private static List<(TextSpan Span, BlockKind Kind)> Blocks(string text, Choices choices, bool onScalars)
    {
        var blocks = new List<(TextSpan, BlockKind)>();
        var start = 0;
        while (start < text.Length)
        {
            var end = Boundary(text, Math.Min(text.Length, start + 1 + choices.Next(40)), onScalars);
            var from = start;
            var to = end;
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                blocks.Add((TextSpan.FromBounds(from, to), (BlockKind)choices.Next(8)));
            }

            start = end;
        }

        return blocks;
    }

    private static List<(TextSpan Span, TokenKind Kind)> Tokens(DocumentPlan plan, Choices choices, bool onScalars)
    {
        var tokens = new List<(TextSpan, TokenKind)>();
        IEnumerable<TextSpan> areas = plan.Blocks is { } blocks
            ? blocks.Select(block => block.Span)
            : [new TextSpan(0, plan.Text.Length)];
        foreach (var area in areas)
        {
            var position = area.Start;
            while (position < area.End)
            {
                var start = Boundary(plan.Text, position + (choices.OneIn(3) ? choices.Next(5) : 0), onScalars);
                var end = Boundary(plan.Text, start + 1 + choices.Next(8), onScalars);
                if (end > area.End)
                {
                    break;
                }

                tokens.Add((TextSpan.FromBounds(start, end), (TokenKind)choices.Next(9)));
                position = end;
            }
        }

        return tokens;
    }

    private static List<(int First, int Count)> Sentences(DocumentPlan plan, Choices choices)
    {
        var sentences = new List<(int, int)>();
        foreach (var (first, count) in Runs(plan, choices, longest: 8))
        {
            // A run that crosses into another block is cut where the block ends.
            var kept = 1;
            while (kept < count && SameBlock(plan, first, first + kept))
            {
                kept++;
            }

            sentences.Add((first, kept));
        }

        return sentences;
    }

    private static bool SameBlock(DocumentPlan plan, int token, int other) =>
        plan.Blocks is not { } blocks
        || blocks.Exists(b => b.Span.Contains(plan.Tokens![token].Span) && b.Span.Contains(plan.Tokens![other].Span));

    private static List<(int First, int Count, EntityLabel Label, float Score)> EntityMentions(DocumentPlan plan, Choices choices) =>
        [.. Runs(plan, choices, longest: 3)
            .Select(run => (run.First, run.Count, Labels[choices.Next(Labels.Length)], choices.Next(101) / 100f))];

    /// <summary>Runs of tokens in order, not overlapping, with gaps.</summary>
    private static IEnumerable<(int First, int Count)> Runs(DocumentPlan plan, Choices choices, int longest)
    {
        var token = 0;
        while (true)
        {
            token += choices.Next(4);
            var count = 1 + choices.Next(longest);
            if (token + count > plan.Tokens!.Count)
            {
                yield break;
            }

            yield return (token, count);
            token += count;
        }
    }

    private static List<PlannedQuote> Quotes(DocumentPlan plan, Choices choices)
    {
        var quotes = new List<PlannedQuote>();
        var count = plan.Tokens!.Count == 0 ? 0 : choices.Next(6);
        for (var i = 0; i < count; i++)
        {
            quotes.Add(new PlannedQuote(
                (QuoteKind)choices.Next(3),
                Pieces(plan, choices, 1 + choices.Next(3)),
                Pieces(plan, choices, choices.Next(3)),
                choices.OneIn(2) ? SpanOfTokens(plan, choices) : null,
                choices.Next(101) / 100f,
                (QuoteAct)choices.Next(3),
                (QuoteModality)choices.Next(3)));
        }

        return quotes;
    }

    /// <summary>Up to <paramref name="wanted"/> spans that are in order and apart.</summary>
    private static TextSpan[] Pieces(DocumentPlan plan, Choices choices, int wanted)
    {
        var pieces = new List<TextSpan>();
        for (var i = 0; i < wanted; i++)
        {
            var piece = SpanOfTokens(plan, choices);
            if (!pieces.Exists(other => other.Overlaps(piece)))
            {
                pieces.Add(piece);
            }
        }

        pieces.Sort();
        return [.. pieces];
    }

    private static TextSpan SpanOfTokens(DocumentPlan plan, Choices choices)
    {
        var first = choices.Next(plan.Tokens!.Count);
        var last = Math.Min(plan.Tokens.Count - 1, first + choices.Next(4));
        return TextSpan.FromBounds(plan.Tokens[first].Span.Start, plan.Tokens[last].Span.End);
    }

    private static PlannedCoreference Coreference(DocumentPlan plan, Choices choices)
    {
        var coreference = new PlannedCoreference([], [], []);
        var free = Enumerable.Range(0, plan.EntityMentions?.Count ?? 0).ToList();
        var entities = plan.Tokens!.Count == 0 ? 0 : choices.Next(5);
        for (var entity = 0; entity < entities; entity++)
        {
            coreference.Entities.Add((
                $"Name {choices.Next(9)}",
                choices.OneIn(3) ? null : Labels[choices.Next(Labels.Length)],
                choices.OneIn(2) ? $"role {choices.Next(9)}" : null));
            var mentions = 1 + choices.Next(4);
            for (var i = 0; i < mentions; i++)
            {
                coreference.Mentions.Add(Mention(plan, choices, entity, free));
            }
        }

        // Handed over in no particular order: the document sorts.
        for (var i = coreference.Mentions.Count - 1; i > 0; i--)
        {
            var j = choices.Next(i + 1);
            (coreference.Mentions[i], coreference.Mentions[j]) = (coreference.Mentions[j], coreference.Mentions[i]);
        }

        var speakers = entities == 0 || plan.Quotes is not { Count: > 0 } ? 0 : choices.Next(5);
        for (var i = 0; i < speakers; i++)
        {
            coreference.Speakers.Add((choices.Next(plan.Quotes!.Count), choices.Next(entities)));
        }

        return coreference;
    }

    private static PlannedMention Mention(DocumentPlan plan, Choices choices, int entity, List<int> freeEntityMentions)
    {
        if (freeEntityMentions.Count == 0 || choices.OneIn(2))
        {
            return new PlannedMention(entity, SpanOfTokens(plan, choices), (MentionKind)choices.Next(3), -1);
        }

        var at = choices.Next(freeEntityMentions.Count);
        var index = freeEntityMentions[at];
        freeEntityMentions.RemoveAt(at);
        var (first, count, _, _) = plan.EntityMentions![index];
        var span = TextSpan.FromBounds(plan.Tokens![first].Span.Start, plan.Tokens[first + count - 1].Span.End);
        return new PlannedMention(entity, span, MentionKind.Name, index);
    }
}
