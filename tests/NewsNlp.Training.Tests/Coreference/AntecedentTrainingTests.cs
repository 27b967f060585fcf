using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Training.Coreference;
using NewsNlp.Training.Data;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tests.Coreference;

public sealed class AntecedentTrainingTests : IDisposable
{
    private readonly TinyCoreference _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_same_texts_give_the_same_trees()
    {
        var pipeline = NlpPipelineBuilder.CreateDefault(model: NlpModel.Default).Without(Layer.Coreference).Build();
        var mentions = CoreferenceReader.Read(_files.Mentions);
        List<CoreferenceText> Read() => CoreferenceText.Read(pipeline, Enumerable.Repeat(_files.Document, 60), mentions);
        var options = new BoostedTreesOptions { Trees = 4, LeastExamples = 5 };
        var log = new List<string>();
        byte[] first = new AntecedentTraining(Read(), rounds: 2, options, log.Add).Train();
        Assert.Equal(first, new AntecedentTraining(Read(), rounds: 2, options, _ => { }).Train());
        Assert.Equal(3, log.Count);
        Assert.Contains("HeOrShe 100.0 % of 60", log[^1], StringComparison.Ordinal);
    }
}
