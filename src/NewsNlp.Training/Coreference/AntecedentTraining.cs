using NewsNlp.Coreference.Antecedents;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Coreference;

/// <summary>
/// Trains the trees that pick antecedents. What an entity is known to be when a pronoun comes depends on the pronouns before it, so
/// that training goes in rounds: each text is resolved by trees that have not seen it, those of the round before, and the next
/// trees learn from what was put before these (after Ross, Gordon and Bagnell 2011). The first round follows salience.
/// </summary>
internal sealed class AntecedentTraining(IReadOnlyList<CoreferenceText> texts, int rounds, BoostedTreesOptions options, Action<string> log)
{
    private const int Folds = 5;

    /// <summary>What <see cref="AntecedentModel"/> reads.</summary>
    public byte[] Train()
    {
        var judges = Enumerable.Repeat<IAntecedentJudge>(new SalienceJudge(), Folds).ToArray();
        List<PronounExample>[] examples = [];
        for (int round = 0; round < rounds; round++)
        {
            examples = Resolve(judges);
            var known = examples;
            for (int fold = 0; fold < Folds; fold++)
            {
                int left = fold;
                judges[fold] = Open(Grow(known.Where((_, i) => i % Folds != left)));
            }
        }

        Resolve(judges);
        return Grow(examples);
    }

    private List<PronounExample>[] Resolve(IAntecedentJudge[] judges)
    {
        var examples = texts.Select((text, i) => text.Resolve(judges[i % Folds])).ToArray();
        var score = new AntecedentScore();
        foreach (var text in examples) score.Add(text);
        log($"left out in turn: {score}");
        return examples;
    }

    private byte[] Grow(IEnumerable<List<PronounExample>> examples)
    {
        var table = new ExampleTable(AntecedentNumbers.Count);
        foreach (var example in examples.SelectMany(text => text))
        {
            for (int i = 0; i < example.IsRight.Length; i++)
                table.Add(example.Numbers.AsSpan(i * AntecedentNumbers.Count, AntecedentNumbers.Count), example.IsRight[i]);
        }

        var writer = new SectionWriter();
        BoostedTreesWriter.Write(writer, BoostedTreesTrainer.Train(table, options));
        return writer.ToArray();
    }

    private static AntecedentModel Open(byte[] body) => AntecedentModel.Read(new SectionReader(ModelMemory.CopyOf(body), "antecedents"));
}
