using System.Diagnostics;
using NewsNlp.Quotations.Roles;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Quotations.Roles;

/// <summary>
/// Trains the network that gives tokens their roles: batches of sentences, Adam with a falling rate, inputs, words and states left out by
/// chance, slopes of limited size, and the mean of the weights of late. The same sentences and seed give the same bytes.
/// </summary>
internal static class RoleTraining
{
    // The batches of so many at a time are made of sentences of like length.
    private const int BatchSize = 48, BatchesSortedTogether = 50;

    private const float Rate = 2e-3f, LastRate = 1e-4f;

    /// <summary>Passes over the sentences.</summary>
    public const int Epochs = 8;

    /// <summary>Trains, and writes what <see cref="RoleNetwork"/> reads.</summary>
    /// <param name="sentences">What to learn from; empty ones are passed over.</param>
    /// <param name="seed">What chance follows from.</param>
    /// <param name="writer">Takes the network.</param>
    /// <param name="progress">Takes progress, an epoch at a time.</param>
    public static void Train(
        IEnumerable<RoleSentence> sentences, ulong seed, SectionWriter writer, Action<EpochReport>? progress = null)
    {
        RoleSentence[] all = [.. sentences.Where(sentence => sentence.Length > 0)];
        var random = new SplitMix(seed);
        using var network = new RoleLearner(RoleVocabulary.Of(all), all, random);
        var clock = Stopwatch.StartNew();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var rate = (Rate * (1 - ((float)epoch / Epochs))) + LastRate;
            double loss = 0;
            foreach (var batch in Batches(all, random))
            {
                loss += network.Learn(batch, rate, random);
            }

            progress?.Invoke(new EpochReport(epoch + 1, loss / Math.Max(1, all.Sum(sentence => sentence.Length)), null, clock.Elapsed));
        }

        network.Write(writer);
    }

    private static List<RoleSentence[]> Batches(RoleSentence[] sentences, SplitMix random)
    {
        int[] order = [.. Enumerable.Range(0, sentences.Length)];
        random.Shuffle(order);
        var batches = new List<RoleSentence[]>();
        foreach (var together in order.Chunk(BatchSize * BatchesSortedTogether))
        {
            batches.AddRange(together.Select(i => sentences[i]).OrderByDescending(sentence => sentence.Length).Chunk(BatchSize));
        }

        int[] batchOrder = [.. Enumerable.Range(0, batches.Count)];
        random.Shuffle(batchOrder);
        return [.. batchOrder.Select(i => batches[i])];
    }
}
