using System.Runtime.InteropServices;
using NewsNlp.Documents.Layers;
using NewsNlp.Threading;

namespace NewsNlp.Documents.Sinks;

/// <summary>Brings what a coreference sink took, in any order, into the order of the document.</summary>
internal static class CoreferenceLayerFactory
{
    private const int CancellationInterval = 4096;

    public static CoreferenceLayer Create(
        Document document,
        List<EntityDraft> entities,
        List<MentionRecord> mentions,
        List<(int Quote, int Entity)> speakers,
        CancellationToken cancellationToken)
    {
        var sorted = InterruptibleMemory.ToArray<MentionRecord>(CollectionsMarshal.AsSpan(mentions), cancellationToken);
        Sort(sorted, cancellationToken);
        var rank = RankByFirstMention(sorted, entities, cancellationToken);
        for (var i = 0; i < sorted.Length; i++)
        {
            Look(i, cancellationToken);
            sorted[i] = sorted[i] with { Entity = rank[sorted[i].Entity] };
        }

        // Once more, since mentions of one span order by their entities: the order must not depend on how those arrived.
        Sort(sorted, cancellationToken);
        var records = new EntityRecord[entities.Count];
        var byEntity = GroupByEntity(sorted, entities, rank, records, cancellationToken);
        var entityOf = EntityOfEntityMention(document, sorted, cancellationToken);
        var (speakerList, firstSpeakers) = GroupByQuote(document, speakers, rank);
        return new CoreferenceLayer(records, sorted, byEntity, entityOf, speakerList, firstSpeakers);
    }

    /// <summary>Sorts mentions, which come in order from a stage that reads from front to back.</summary>
    private static void Sort(MentionRecord[] mentions, CancellationToken cancellationToken)
    {
        for (var i = 1; i < mentions.Length; i++)
        {
            if (ByTextOrder(mentions[i - 1], mentions[i]) > 0)
            {
                InterruptibleSort.Sort(mentions.AsSpan(), ByTextOrder, cancellationToken);
                return;
            }
        }
    }

    /// <summary>By start; of two that start together the longer one first; then by what they are, so that the order is total.</summary>
    private static int ByTextOrder(MentionRecord a, MentionRecord b)
    {
        var order = a.Span.Start.CompareTo(b.Span.Start);
        order = order != 0 ? order : b.Span.Length.CompareTo(a.Span.Length);
        order = order != 0 ? order : a.Entity.CompareTo(b.Entity);
        order = order != 0 ? order : a.Kind.CompareTo(b.Kind);
        return order != 0 ? order : b.EntityMention.CompareTo(a.EntityMention);
    }

    private static int[] RankByFirstMention(MentionRecord[] mentions, List<EntityDraft> entities, CancellationToken cancellationToken)
    {
        var rank = new int[entities.Count];
        Array.Fill(rank, -1);
        var next = 0;
        for (var i = 0; i < mentions.Length; i++)
        {
            Look(i, cancellationToken);
            if (rank[mentions[i].Entity] < 0)
            {
                rank[mentions[i].Entity] = next++;
            }
        }

        var lost = Array.IndexOf(rank, -1);
        return lost < 0 ? rank : throw new InvalidOperationException($"The entity '{entities[lost].Name}' has no mention.");
    }

    private static int[] GroupByEntity(MentionRecord[] mentions, List<EntityDraft> entities, int[] rank, EntityRecord[] records, CancellationToken cancellationToken)
    {
        var counts = new int[entities.Count];
        for (var i = 0; i < mentions.Length; i++)
        {
            Look(i, cancellationToken);
            counts[mentions[i].Entity]++;
        }

        var starts = new int[entities.Count];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + counts[i - 1];
        }

        for (var i = 0; i < entities.Count; i++)
        {
            Look(i, cancellationToken);
            var draft = entities[i];
            records[rank[i]] = new EntityRecord(draft.Name, draft.Label, draft.Role, starts[rank[i]], counts[rank[i]], draft.SpeaksFor < 0 ? -1 : rank[draft.SpeaksFor]);
        }

        var grouped = new int[mentions.Length];
        for (var i = 0; i < mentions.Length; i++)
        {
            Look(i, cancellationToken);
            grouped[starts[mentions[i].Entity]++] = i;
        }

        return grouped;
    }

    private static int[] EntityOfEntityMention(Document document, MentionRecord[] mentions, CancellationToken cancellationToken)
    {
        if (!document.Has(Layer.EntityMentions))
        {
            return [];
        }

        var entityOf = new int[document.EntityMentionLayer.Labels.Length];
        InterruptibleMemory.Fill(entityOf, -1, cancellationToken);
        for (var i = 0; i < mentions.Length; i++)
        {
            Look(i, cancellationToken);
            if (mentions[i].EntityMention >= 0)
            {
                entityOf[mentions[i].EntityMention] = mentions[i].Entity;
            }
        }

        return entityOf;
    }

    private static (int[] Speakers, int[] First) GroupByQuote(
        Document document, List<(int Quote, int Entity)> speakers, int[] rank)
    {
        var quotes = document.Has(Layer.Quotes) ? document.QuoteLayer.Quotes.Length : 0;
        var first = new int[quotes + 1];
        foreach (var (quote, _) in speakers)
        {
            first[quote + 1]++;
        }

        for (var i = 1; i < first.Length; i++)
        {
            first[i] += first[i - 1];
        }

        var next = first.AsSpan(0, quotes).ToArray();
        var grouped = new int[speakers.Count];
        foreach (var (quote, entity) in speakers)
        {
            grouped[next[quote]++] = rank[entity];
        }

        return (grouped, first);
    }

    private static void Look(int item, CancellationToken cancellationToken)
    {
        if (item % CancellationInterval == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
