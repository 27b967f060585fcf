using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Reading;
using NewsNlp.Coreference.Roles;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;
using NewsNlp.Threading;

namespace NewsNlp.Coreference;

/// <summary>Hands the sets of mentions to the sink as entities, with names, labels and roles, and says who speaks.</summary>
internal static class EntityWriter
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(ResolverScratch scratch, CoreferenceSink sink)
    {
        var summaries = scratch.RentSummaries();
        InterruptibleMemory.Fill(summaries, new EntitySummary { Handle = -1, Role = -1, Label = -1 }, sink.CancellationToken);
        Gather(scratch, summaries);
        AddEntities(scratch, summaries, sink);
        AddSeats(scratch, summaries, sink);
        AddSpeakers(scratch, summaries, sink);
    }

    private static void Gather(ResolverScratch scratch, Span<EntitySummary> summaries)
    {
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            ref var summary = ref summaries[scratch.Clusters.Find(i)];
            switch (mentions[i].Kind)
            {
                case MentionKind.Name:
                    ref var info = ref scratch.Clusters.Info(i);
                    info.Name = info.Name < 0 || CanonicalNames.IsFuller(scratch, i, info.Name) ? i : info.Name;
                    summary.Names++;
                    if (mentions[i].EntityMention >= 0)
                    {
                        Vote(scratch, ref summary, mentions[i].EntityMention);
                    }

                    break;
                case MentionKind.Nominal:
                    summary.Nominals += mentions[i].IsDropped ? 0 : 1;
                    break;
                default:
                    summary.Pronouns++;
                    summary.IsInPerson |= mentions[i].Entry is { Person: 1 or 2 };
                    summary.IsThirdPerson |= mentions[i].Entry is { Person: 3 };
                    break;
            }
        }

        foreach (var (_, mention) in scratch.Sources)
        {
            summaries[scratch.Clusters.Find(mention)].Speaks = true;
        }

        for (var i = 0; i < scratch.Roles.Count; i++)
        {
            scratch.Article.Look(i);
            ref var summary = ref summaries[scratch.Clusters.Find(scratch.Roles[i].Mention)];
            summary.Role = summary.Role < 0 || Rank(scratch.Roles[i]) > Rank(scratch.Roles[summary.Role]) ? i : summary.Role;
        }
    }

    private static void Vote(ResolverScratch scratch, ref EntitySummary summary, int entityMention)
    {
        var labels = scratch.Article.Document.EntityMentionLayer.Labels;
        if (summary.LabelLead == 0)
        {
            summary.Label = entityMention;
            summary.LabelLead = 1;
        }
        else
        {
            summary.LabelLead += labels[summary.Label] == labels[entityMention] ? 1 : -1;
        }
    }

    /// <summary>A title of several words tells most, then an apposition, then a bare title, then a predicate; the longer before the shorter.</summary>
    private static int Rank(RoleDraft role)
    {
        var length = Math.Min(role.End - role.Start, 8);
        return role.Place switch
        {
            RolePlace.Title when role.IsHonorific => 5,
            RolePlace.Title => length > 1 ? 40 + length : 20,
            RolePlace.Apposition => 30,
            RolePlace.Family => 15,
            _ => 10,
        };
    }

    /// <summary>
    /// Something named, someone who speaks, or something that the article comes back to. Of pronouns alone only "I", "we" and "you"
    /// are one: whoever writes or is asked, the article does not say who. The "I" of an unknown "she" is none.
    /// </summary>
    private static bool IsEntity(in EntitySummary summary) =>
        summary.Names > 0 || (summary.Nominals > 0 && (summary.Speaks || summary.Nominals + summary.Pronouns > 1))
        || (summary.IsInPerson && !summary.IsThirdPerson && (summary.Speaks || summary.Pronouns > 1));

    private static void AddEntities(ResolverScratch scratch, Span<EntitySummary> summaries, CoreferenceSink sink)
    {
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            scratch.Article.Look(i);
            var root = scratch.Clusters.Find(i);
            ref var summary = ref summaries[root];
            if (!IsEntity(summary) || mentions[i].IsDropped)
            {
                continue;
            }

            if (summary.Handle < 0)
            {
                summary.Handle = sink.AddEntity(NameOf(scratch, summary, root, i), LabelOf(scratch, summary, root), RoleOf(scratch, summary));
            }

            ref readonly var mention = ref mentions[i];
            if (mention.EntityMention >= 0)
            {
                sink.AddMention(summary.Handle, scratch.Article.Document.EntityMentions[mention.EntityMention]);
            }
            else
            {
                sink.AddMention(summary.Handle, scratch.Article.Span(mention.Start, mention.End), mention.Kind);
            }
        }
    }

    /// <summary>Says for whom capitals and seats speak.</summary>
    private static void AddSeats(ResolverScratch scratch, ReadOnlySpan<EntitySummary> summaries, CoreferenceSink sink)
    {
        for (var i = 0; i < summaries.Length; i++)
        {
            scratch.Article.Look(i);
            if (summaries[i].Handle >= 0 && scratch.Clusters.Find(i) == i && scratch.Clusters.Info(i).SpeaksFor is >= 0 and var other
                && scratch.Clusters.Find(other) != i && summaries[scratch.Clusters.Find(other)].Handle is >= 0 and var handle)
            {
                sink.SetSpeaksFor(summaries[i].Handle, handle);
            }
        }
    }

    private static string NameOf(ResolverScratch scratch, in EntitySummary summary, int root, int first)
    {
        if (summary.Names > 0)
        {
            return CanonicalNames.Of(scratch, scratch.Clusters.Info(root).Name);
        }

        if (summary.Nominals == 0)
        {
            return scratch.Mentions[first].Entry is { Person: 2 } ? "you" : scratch.Mentions[first].IsPlural ? "we" : "I";
        }

        // A pronoun may come before the words that it stands for: "In his speech, the mayor said".
        while (scratch.Mentions[first].Kind != MentionKind.Nominal || scratch.Mentions[first].IsDropped || scratch.Clusters.Find(first) != root)
        {
            first++;
        }

        return CanonicalNames.Of(scratch, first);
    }

    private static EntityLabel? LabelOf(ResolverScratch scratch, in EntitySummary summary, int root)
    {
        if (summary.Label >= 0)
        {
            return scratch.Article.Document.EntityMentionLayer.Labels[summary.Label];
        }

        if (summary.Nominals + summary.Names == 0)
        {
            return scratch.Mentions[root].Entry is { Person: 1 } && !scratch.Mentions[root].IsPlural ? EntityLabel.Person : null;
        }

        // "schools" are no organization, and "villages" no place, but "experts" are people.
        ref readonly var info = ref scratch.Clusters.Info(root);
        return info.Class switch
        {
            EntityClass.Person => EntityLabel.Person,
            EntityClass.Organization when !info.IsPlural => EntityLabel.Organization,
            EntityClass.Location when !info.IsPlural => EntityLabel.Location,
            _ => null,
        };
    }

    private static string? RoleOf(ResolverScratch scratch, in EntitySummary summary)
    {
        if (summary.Role < 0)
        {
            return null;
        }

        var role = scratch.Roles[summary.Role];
        return CanonicalNames.OneLine(scratch.Article.Span(role.Start, role.End).Of(scratch.Article.Text));
    }

    private static void AddSpeakers(ResolverScratch scratch, ReadOnlySpan<EntitySummary> summaries, CoreferenceSink sink)
    {
        foreach (var (quote, mention) in scratch.Sources)
        {
            if (summaries[scratch.Clusters.Find(mention)].Handle is >= 0 and var handle)
            {
                sink.AddSpeaker(scratch.Article.Document.Quotes[quote], handle);
            }
        }
    }
}
