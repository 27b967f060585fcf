namespace NewsNlp.Fuzz.Targets;

/// <summary>All targets by name.</summary>
public static class FuzzTargets
{
    private static readonly Dictionary<string, Func<IFuzzTarget>> Makers = new(StringComparer.Ordinal)
    {
        ["tokenizer"] = () => new TokenizerTarget(),
        ["pipeline"] = () => new PipelineTarget("pipeline", writes: true),
        ["stages"] = () => new PipelineTarget("stages", writes: false),
        ["html"] = () => new HtmlPageTarget(),
        ["jsonl"] = () => new JsonLinesTarget(),
        ["json"] = () => new DocumentJsonTarget(),
        ["gazetteer"] = () => new GazetteerTarget(),
        ["model"] = () => new ModelTarget(ModelTarget.Embedded()),
    };

    /// <summary>The names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Makers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Makes a target, for one thread; null where there is none of that name.</summary>
    public static IFuzzTarget? Create(string name) => Makers.TryGetValue(name, out var make) ? make() : null;
}
