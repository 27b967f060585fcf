using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tests.Packing;

/// <summary>A model file of a few hundred bytes with a real chain inside.</summary>
internal static class SmallModel
{
    public static ModelInfo Info { get; } = new()
    {
        Name = "tiny",
        Version = "0.0.1",
        Language = "en",
        Components =
        [
            new ModelComponent
            {
                Name = "tagger",
                Labels = ["A", "B"],
                Settings = [new("epochs", "3")],
                Data = [new("Invented sentences", "made-up.txt", "MIT", "00ff")],
                Scores = [new("accuracy", "made-up dev", 12.5)],
            },
        ],
    };

    public static byte[] File { get; } = ModelFileWriter.Update(null, Info,
    [
        ModelFileWriter.Section.Of(ModelSection.Tagger, Chain()),
        ModelFileWriter.Section.Of(ModelSection.Lemmatizer, [1, 2, 3]),
    ]);

    public static byte[] Chain()
    {
        var corpus = new SequenceCorpus();
        for (int i = 0; i < 40; i++)
        {
            corpus.Add([FeatureHash.Feature(1, (ulong)(i % 7))], i % 7 % 2);
            if (i % 5 == 4) corpus.EndSequence();
        }
        var writer = new SectionWriter();
        LinearChainTrainer.Train(corpus, ChainConstraints.None(2), new TrainingOptions { Epochs = 3 }).Write(writer);
        return writer.ToArray();
    }
}
