namespace NewsNlp.Tests.Pipeline;

/// <summary>Nothing grows with the number of texts read: the short form of <c>NewsNlp.Fuzz -- soak</c>.</summary>
[Collection(nameof(SoakTests))]
public class SoakTests
{
    private const int Texts = 3_000;

    // Caches that fill up.
    private const long MostGrowth = 8_000_000;

    [Fact]
    public void Memory_stays_what_it_was_after_the_first_texts()
    {
        var pipeline = NlpPipeline.CreateDefault();
        Read(pipeline, 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 1; i <= 3; i++)
        {
            Read(pipeline, i * Texts);
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(pipeline);
        Assert.True(after - before < MostGrowth, $"{before} bytes, then {after}");
    }

    // Each text has names that no other has.
    private static void Read(NlpPipeline pipeline, int first)
    {
        for (var i = first; i < first + Texts; i++)
        {
            pipeline.Process($"Ada Okoro{i} said on Tuesday: “Ward {i} will not wait,” the Brightwater{i} Group (BG{i}) agreed.");
        }
    }
}

/// <summary>Memory is the process's: nothing else may run beside.</summary>
[CollectionDefinition(nameof(SoakTests), DisableParallelization = true)]
public static class SoakCollection;
