using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Learning;

/// <summary>A trained classifier, ready to be written into a model section.</summary>
internal sealed class TrainedClassifier(FeatureWeights weights, float[] biases, float prune)
{
    public FeatureWeights Weights => weights;

    public IReadOnlyList<float> Biases => biases;

    /// <summary>Writes the classifier as the library's <see cref="LinearClassifier"/> reads it.</summary>
    public void Write(SectionWriter writer)
    {
        double quantum = WeightTableWriter.Write(writer, weights, prune);
        foreach (float bias in biases) writer.Int32(WeightTableWriter.Quantize(bias, quantum));
    }

    /// <summary>The classifier as the library will use it.</summary>
    public LinearClassifier ToModel()
    {
        var writer = new SectionWriter();
        Write(writer);
        return LinearClassifier.Read(new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "trained classifier"));
    }
}
