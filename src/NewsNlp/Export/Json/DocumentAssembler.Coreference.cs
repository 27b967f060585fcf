using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Export.Json;

/// <content>Entities, mentions and speakers.</content>
internal sealed partial class DocumentAssembler
{
    private void AddCoreference()
    {
        if (_draft.Entities is null && _draft.Mentions is null)
        {
            return;
        }

        Start("entities", _draft.Entities);
        _builder.AddCoreference(sink =>
        {
            foreach (var entity in Each(_draft.Entities ?? []))
            {
                var label = entity.Label is { } name ? new EntityLabel(name) : default(EntityLabel?);
                if (!_entities.TryAdd(entity.Id, sink.AddEntity(entity.Name, label, entity.Role)))
                {
                    throw Error($"has the id of another entity, {entity.Id}");
                }
            }

            foreach (var entity in Each(_draft.Entities ?? []))
            {
                if (entity.SpeaksFor is { } other)
                {
                    sink.SetSpeaksFor(_entities[entity.Id], EntityOf(other));
                }
            }

            var linked = LinkEntityMentions(sink);
            Start("mentions", _draft.Mentions);
            foreach (var mention in Each(_draft.Mentions ?? []))
            {
                // What an entity mention brought in already is listed among the mentions again, once.
                var span = Convert(mention.Span);
                if (mention.Kind != MentionKind.Name || !linked.Remove((span, mention.Entity)))
                {
                    sink.AddMention(EntityOf(mention.Entity), span, mention.Kind);
                }
            }

            AddSpeakers(sink);
            Start("entities", _draft.Entities);
        });
    }

    private HashSet<(TextSpan Span, int Entity)> LinkEntityMentions(CoreferenceSink sink)
    {
        var linked = new HashSet<(TextSpan, int)>();
        if (Start("entityMentions", _draft.EntityMentions) is { } mentions)
        {
            foreach (var mention in Each(mentions))
            {
                if (mention.Entity is { } entity)
                {
                    var view = _builder.Document.EntityMentions[_item];
                    sink.AddMention(EntityOf(entity), view);
                    linked.Add((view.Span, entity));
                }
            }
        }

        return linked;
    }

    private void AddSpeakers(CoreferenceSink sink)
    {
        if (Start("quotes", _draft.Quotes) is not { } quotes)
        {
            return;
        }

        foreach (var quote in Each(quotes))
        {
            var speakers = quote.Speakers is { Count: > 0 } several ? several : quote.Speaker is { } one ? [one] : [];
            if (speakers.Count > 0 && quote.Speaker is { } first && speakers[0] != first)
            {
                throw Error("has speakers whose first is not its speaker");
            }

            foreach (var speaker in speakers)
            {
                sink.AddSpeaker(_builder.Document.Quotes[_item], EntityOf(speaker));
            }
        }
    }

    private int EntityOf(int id) =>
        _entities.TryGetValue(id, out var entity) ? entity : throw Error($"names entity {id}, which is not among the entities");
}
