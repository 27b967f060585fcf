using NewsNlp.Documents;

namespace NewsNlp.Stages;

/// <summary>What a stage needs: what its interface promises it, and what it asks for beyond that.</summary>
internal static class Requirements
{
    public static IReadOnlyCollection<Layer> Of(object implementation, params ReadOnlySpan<Layer> promised)
    {
        var all = new List<Layer>(promised.ToArray());
        if (implementation is IRequiresLayers { Requires: var more })
        {
            all.AddRange(more.Except(all));
        }

        return all;
    }
}
