using NewsNlp.Documents;

namespace NewsNlp.Evaluation.Coreference;

/// <summary>Mentions cut into entities; each span lies in one.</summary>
internal sealed class Partition
{
    private readonly Dictionary<TextSpan, int> _entityOf = [];
    private readonly List<List<TextSpan>> _entities = [];

    public Partition(IReadOnlyList<IReadOnlyList<TextSpan>> entities, bool keepSingletons)
    {
        foreach (var spans in entities)
        {
            var entity = new List<TextSpan>();
            foreach (var span in spans)
                if (_entityOf.TryAdd(span, _entities.Count)) entity.Add(span);
            if (entity.Count > (keepSingletons ? 0 : 1))
            {
                _entities.Add(entity);
                continue;
            }

            foreach (var span in entity) _entityOf.Remove(span);
        }
    }

    /// <summary>How many entities there are.</summary>
    public int Count => _entities.Count;

    public int MentionCount => _entityOf.Count;

    /// <summary>How many links it takes to hold every entity together.</summary>
    public int Links => MentionCount - Count;

    public int SizeOf(int entity) => _entities[entity].Count;

    /// <summary>How many mentions stand in the other one, too.</summary>
    public int SharedWith(Partition other) => _entityOf.Keys.Count(other._entityOf.ContainsKey);

    /// <summary>How many of the links the other one lacks.</summary>
    public int BrokenLinks(Partition other)
    {
        int broken = 0;
        var parts = new HashSet<int>();
        foreach (var entity in _entities)
        {
            parts.Clear();
            int alone = 0;
            foreach (var span in entity)
            {
                if (other._entityOf.TryGetValue(span, out int part)) parts.Add(part);
                else alone++;
            }

            broken += parts.Count + alone - 1;
        }

        return broken;
    }

    /// <summary>How many mentions each of these entities shares with each of the other one's; pairs that share none are left out.</summary>
    public Dictionary<(int Gold, int System), int> OverlapsWith(Partition other)
    {
        var overlaps = new Dictionary<(int, int), int>();
        for (int entity = 0; entity < _entities.Count; entity++)
        {
            foreach (var span in _entities[entity])
            {
                if (!other._entityOf.TryGetValue(span, out int part)) continue;
                overlaps[(entity, part)] = overlaps.GetValueOrDefault((entity, part)) + 1;
            }
        }

        return overlaps;
    }
}
