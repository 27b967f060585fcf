using NewsNlp.Features;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tests.Learning;

public class ClassifierTrainerTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void What_the_features_tell_is_learned(int labels)
    {
        var random = new SplitMix(3);
        var corpus = new SequenceCorpus();
        for (int i = 0; i < 2000; i++)
        {
            var (features, label) = Example(random, labels);
            corpus.Add(features, label);
        }
        corpus.EndSequence();
        var model = ClassifierTrainer.Train(corpus, labels, new TrainingOptions { Epochs = 10 }).ToModel();
        Assert.Equal(labels == 2 ? 1 : labels, model.LabelCount);

        int right = 0;
        for (int i = 0; i < 500; i++)
        {
            var (features, label) = Example(random, labels);
            if (model.Classify(features) == label) right++;
        }
        Assert.InRange(right, 480, 500);
    }

    [Fact]
    public void Probabilities_are_calibrated_on_a_coin()
    {
        var random = new SplitMix(4);
        var corpus = new SequenceCorpus();
        uint coin = FeatureHash.Feature(1, 1);
        for (int i = 0; i < 20_000; i++) corpus.Add([coin], random.Below(10) < 3 ? 1 : 0);
        corpus.EndSequence();
        var model = ClassifierTrainer.Train(corpus, 2, new TrainingOptions { Epochs = 10, Prune = 0 }).ToModel();
        Assert.Equal(0.3, model.Probability([coin]), 0.02);
    }

    private static (uint[] Features, int Label) Example(SplitMix random, int labels)
    {
        int label = random.Below(labels), noise = random.Below(50);
        return ([FeatureHash.Feature(1, (ulong)label), FeatureHash.Feature(2, (ulong)noise)], label);
    }
}
