using System.Collections.Immutable;
using NewsNlp.Training.Coreference;
using NewsNlp.Training.Entities;
using NewsNlp.Training.Lexicons;
using NewsNlp.Training.Quotations;
using NewsNlp.Training.Sentences;
using NewsNlp.Training.Tagging;

namespace NewsNlp.Training;

/// <summary>The parts of a model, in the order of training: a part may use those before it.</summary>
internal static class Components
{
    public static ImmutableArray<IComponentTrainer> All { get; } =
    [
        new WordClusterTrainer(),
        new SentenceTrainer(),
        new TaggerTrainer(),
        new LemmatizerTrainer(),
        new GazetteerTrainer(),
        new EntityTrainer(),
        new QuoteTrainer(),
        new CoreferenceTrainer(),
    ];
}
