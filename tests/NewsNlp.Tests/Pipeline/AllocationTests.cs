using NewsNlp.Documents;
using NewsNlp.Tests.Support;

namespace NewsNlp.Tests.Pipeline;

/// <summary>What reading an article allocates once a pipeline is warm: the document, and little else.</summary>
public class AllocationTests
{
    /// <summary>For each token, all layers together.</summary>
    private const double MostPerToken = 60;

    /// <summary>Starts, lengths and kinds; tags; references to lemmas; whatever is counted by sentences and mentions.</summary>
    private const double MostPerTokenBeforeQuotes = 9 + 1 + 8 + 12;

    private static readonly string[] Texts = [.. Repository.Files("benchmarks/NewsNlp.Benchmarks/Articles", "*.txt").Select(Repository.Read)];

    [Fact]
    public void All_layers_take_at_most_sixty_bytes_a_token() => AssertAtMost(MostPerToken, NlpPipeline.CreateDefault());

    [Fact]
    public void Layers_before_quotes_take_what_they_hold() => AssertAtMost(
        MostPerTokenBeforeQuotes, NlpPipelineBuilder.CreateDefault().Without(Layer.Quotes).Without(Layer.Coreference).Build());

    private static void AssertAtMost(double most, NlpPipeline pipeline)
    {
        int tokens = Texts.Sum(text => pipeline.Process(text).Tokens.Count);
        foreach (string text in Texts) pipeline.Process(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (string text in Texts) pipeline.Process(text);
        double perToken = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)tokens;
        Assert.True(perToken <= most, $"{perToken:F1} bytes a token are more than {most}.");
    }
}
