using CsCheck;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Tests.Export;

/// <summary>Arbitrary UTF-16 strings under arbitrary layers.</summary>
internal static class RandomDocuments
{
    private static readonly Gen<char> Letter = Gen.Frequency(
        (6, Gen.Char['a', 'z']),
        (3, Gen.OneOf([.. " \n\"\\/\u0001<".Select(letter => Gen.Const(letter))])),
        (2, Gen.Char['\u0080', '\u2100']),
        (2, Gen.Char['\uD800', '\uDFFF']),
        (1, Gen.Char));

    public static Gen<string> Text { get; } = Gen.Frequency(
        (3, Letter.Array[0, 150].Select(letters => new string(letters))),
        (1, Gen.Select(Letter.Array[0, 150], Gen.Int[0, 100]).Select((letters, at) => new string(letters).Insert(Math.Min(at, letters.Length), "🚢é"))));

    /// <param name="insidePairs">Whether a span may begin or end between the halves of a surrogate pair.</param>
    public static Gen<Document> Create(bool insidePairs) =>
        Gen.Select(Text, Gen.Int, Gen.Bool).Select((text, seed, identified) => Build(text, new Random(seed), insidePairs, identified));

    private static Document Build(string text, Random random, bool insidePairs, bool identified)
    {
        var metadata = identified
            ? new DocumentMetadata(text[..Math.Min(text.Length, 20)], new DateOnly(1900 + random.Next(300), 1, 1 + random.Next(28)))
            : default;
        var builder = new DocumentBuilder(text, metadata);
        if (Often(random))
        {
            // One block over all of it, so that any token lies in a block.
            builder.AddBlocks(sink =>
            {
                if (text.Length > 0)
                {
                    sink.Add(new TextSpan(0, text.Length), (BlockKind)random.Next(8));
                }

                if (random.Next(2) == 0)
                {
                    sink.SetByline(new Byline(random.Next(3) == 0 ? [] : ["Ann \uDC00 Lee", "Bo"], random.Next(2) == 0 ? "editor" : null, null, random.Next(2) == 0 ? "Harwick" : null));
                    sink.SetDateline(new Dateline(random.Next(2) == 0 ? "HARWICK" : null, "AP", random.Next(2) == 0 ? "Oct. 18" : null, random.Next(2) == 0 ? new DateOnly(2023, 10, 18) : null));
                }
            });
        }

        if (Often(random))
        {
            AddTokens(builder, text, random, insidePairs);
            AddLayersOnTokens(builder, random);
        }

        return builder.Build();
    }

    private static void AddTokens(DocumentBuilder builder, string text, Random random, bool insidePairs)
    {
        var cuts = new SortedSet<int>();
        for (var i = random.Next(text.Length + 1); i >= 0; i--)
        {
            var cut = random.Next(text.Length + 1);
            if (insidePairs || cut == 0 || cut == text.Length || !char.IsSurrogatePair(text[cut - 1], text[cut]))
            {
                cuts.Add(cut);
            }
        }

        var spans = cuts.Zip(cuts.Skip(1), TextSpan.FromBounds).Where(_ => random.Next(4) > 0).ToArray();
        builder.AddTokens(spans, [.. spans.Select(_ => (TokenKind)random.Next(9))]);
    }

    private static void AddLayersOnTokens(DocumentBuilder builder, Random random)
    {
        var count = builder.Document.Tokens.Count;
        if (Often(random))
        {
            builder.AddPartOfSpeech([.. Enumerable.Range(0, count).Select(_ => (Upos)random.Next(17))]);
        }

        if (Often(random))
        {
            builder.AddLemmas([.. builder.Document.Tokens.Select(token => token.Text)]);
        }

        if (Often(random))
        {
            builder.AddSentences(sink => Runs(random, count, sink.Add));
        }

        if (Often(random))
        {
            builder.AddEntityMentions(sink => Runs(random, count, (first, length) =>
                sink.Add(first, length, new EntityLabel(random.Next(3) == 0 ? "Ship \uD800" : "Person"), random.NextSingle())));
        }

        if (Often(random))
        {
            builder.AddQuotes(sink => AddQuotes(sink, builder.Document, random));
        }

        if (Often(random))
        {
            builder.AddCoreference(sink => AddCoreference(sink, builder.Document, random));
        }
    }

    private static void AddQuotes(QuoteSink sink, Document document, Random random)
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            var contents = Pieces(document, random);
            if (contents.Length > 0)
            {
                sink.Add(
                    (QuoteKind)random.Next(3),
                    contents,
                    random.Next(3) == 0 ? [] : Pieces(document, random),
                    Pieces(document, random) is [var cue, ..] ? cue : null,
                    random.NextSingle(),
                    (QuoteAct)random.Next(3),
                    (QuoteModality)random.Next(3));
            }
        }
    }

    private static void AddCoreference(CoreferenceSink sink, Document document, Random random)
    {
        var free = document.Has(Layer.EntityMentions) ? document.EntityMentions.ToList() : [];
        var entities = new List<int>();
        for (var i = random.Next(5); i > 0; i--)
        {
            var spans = Pieces(document, random);
            if (spans.Length == 0)
            {
                continue;
            }

            var entity = sink.AddEntity(
                random.Next(2) == 0 ? "Ann \uDC00 Lee" : "x", random.Next(2) == 0 ? EntityLabel.Person : null, random.Next(2) == 0 ? "captain" : null);
            entities.Add(entity);
            foreach (var span in spans)
            {
                sink.AddMention(entity, span, (MentionKind)random.Next(3));
            }

            while (free.Count > 0 && random.Next(2) == 0)
            {
                sink.AddMention(entity, free[^1]);
                free.RemoveAt(free.Count - 1);
            }
        }

        if (entities.Count > 1 && random.Next(2) == 0)
        {
            sink.SetSpeaksFor(entities[0], entities[^1]);
        }

        if (document.Has(Layer.Quotes) && entities.Count > 0)
        {
            foreach (var quote in document.Quotes)
            {
                for (var i = random.Next(3); i > 0; i--)
                {
                    sink.AddSpeaker(quote, entities[random.Next(entities.Count)]);
                }
            }
        }
    }

    private static TextSpan[] Pieces(Document document, Random random)
    {
        var spans = new List<TextSpan>();
        Runs(random, document.Tokens.Count, (first, count) =>
        {
            if (random.Next(4) == 0)
            {
                spans.Add(TextSpan.FromBounds(document.Tokens[first].Span.Start, document.Tokens[first + count - 1].Span.End));
            }
        });
        return [.. spans];
    }

    private static void Runs(Random random, int count, Action<int, int> take)
    {
        for (var first = random.Next(3); first < count;)
        {
            var length = Math.Min(1 + random.Next(4), count - first);
            take(first, length);
            first += length + random.Next(3);
        }
    }

    private static bool Often(Random random) => random.Next(8) > 0;
}
