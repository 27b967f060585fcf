using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Tests.Learning;

public class LinearChainTrainerTests
{
    private static readonly string[] Labels = ["O", "B-X", "I-X", "E-X", "S-X"];

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        var options = new TrainingOptions { Epochs = 4, Dropout = 0.3f, MinimumCount = 1 };
        Assert.Equal(Bytes(Train(options)), Bytes(Train(options)));
        Assert.NotEqual(Bytes(Train(options)), Bytes(Train(options with { Seed = 6 })));
    }

    [Fact]
    public void A_pattern_that_only_the_neighbours_tell_is_learned()
    {
        var trained = Train(new TrainingOptions { Epochs = 12, MinimumCount = 1, Prune = 0 });
        var model = trained.ToModel();
        var workspace = new LinearChainWorkspace();
        var predicted = new byte[9];
        // Word 7 opens a name that word 8 closes; word 3 alone is no name; between them anything belongs to the name.
        byte[] words = [1, 7, 3, 8, 3, 2, 7, 8, 1];
        workspace.Begin(model, words.Length);
        for (int i = 0; i < words.Length; i++) model.Table.Accumulate(Features(words, i), workspace.Emissions(i));
        Assert.True(model.Decode(workspace, predicted, out _));
        Assert.Equal("O B-X I-X E-X O O B-X E-X O", string.Join(' ', predicted.Select(label => Labels[label])));
    }

    [Fact]
    public void Validation_loss_falls_and_patience_ends_training()
    {
        var reports = new List<EpochReport>();
        var options = new TrainingOptions { Epochs = 40, MinimumCount = 1, Patience = 2 };
        LinearChainTrainer.Train(Corpus(1, 60), ChainConstraints.Bioes(Labels), options, Corpus(2, 20), reports.Add);
        Assert.True(reports.Min(r => r.ValidationLoss) < reports[0].ValidationLoss);
        Assert.True(reports.Count == 40 || reports[^1].ValidationLoss >= reports[^3].ValidationLoss);
    }

    [Fact]
    public void Quantized_weights_are_near_the_trained_ones()
    {
        var trained = Train(new TrainingOptions { Epochs = 5, MinimumCount = 1, Prune = 0 });
        var table = trained.ToModel().Table;
        for (int i = 0; i < trained.Weights.Count; i++)
        {
            var row = trained.Weights.Row(i);
            int packed = table.RowOf(trained.Weights.Hash(i));
            float most = 0;
            foreach (float weight in row) most = Math.Max(most, Math.Abs(weight));
            for (int label = 0; label < Labels.Length; label++)
                Assert.Equal(row[label], packed < 0 ? 0 : table.Weight(packed, label) * table.Quantum, most / 200 + table.Quantum * 64);
        }
    }

    [Fact]
    public void Pruning_leaves_no_weight_below_the_limit()
    {
        var table = Train(new TrainingOptions { Epochs = 5, MinimumCount = 1, Prune = 0.2f }).ToModel().Table;
        Assert.InRange(table.RowCount, 1, 1000);
        for (int row = 0; row < table.RowCount; row++)
            for (int label = 0; label < Labels.Length; label++)
                if (table.Weight(row, label) != 0) Assert.InRange(Math.Abs(table.Weight(row, label) * table.Quantum), 0.19, 100);
    }

    private static TrainedChain Train(TrainingOptions options) =>
        LinearChainTrainer.Train(Corpus(1, 200), ChainConstraints.Bioes(Labels), options);

    private static byte[] Bytes(TrainedChain chain)
    {
        var writer = new SectionWriter();
        chain.Write(writer);
        return writer.ToArray();
    }

    private static SequenceCorpus Corpus(ulong seed, int sequences)
    {
        var corpus = new SequenceCorpus();
        var random = new SplitMix(seed);
        for (int s = 0; s < sequences; s++)
        {
            var words = new List<byte>();
            var labels = new List<int>();
            int length = 1 + random.Below(12);
            while (words.Count < length)
            {
                if (random.Below(4) > 0)
                {
                    words.Add((byte)random.Below(7));
                    labels.Add(0);
                    continue;
                }
                int inner = random.Below(3);
                words.Add(7);
                labels.Add(1);
                for (int i = 0; i < inner; i++)
                {
                    words.Add((byte)random.Below(7));
                    labels.Add(2);
                }
                words.Add(8);
                labels.Add(3);
            }
            byte[] all = [.. words];
            for (int i = 0; i < all.Length; i++) corpus.Add(Features(all, i), labels[i]);
            corpus.EndSequence();
        }
        return corpus;
    }

    private static uint[] Features(byte[] words, int i) => [FeatureHash.Feature(0, 0), FeatureHash.Feature(1, words[i])];
}
