using System.Globalization;
using System.Numerics;
using System.Text.Json;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Lexicons;

/// <summary>Packs the word clusters that other parts use: two clusterings of the most frequent words.</summary>
internal sealed class WordClusterTrainer : IComponentTrainer
{
    public string Name => "word-clusters";

    public TrainedComponent Train(TrainingContext context)
    {
        int words = context.Settings.ValueKind == JsonValueKind.Object && context.Settings.TryGetProperty("words", out var limit)
            ? limit.GetInt32() : 120_000;
        var first = Read(context.TrainingFile("lexicons/word-clusters-64-320-1500.tsv"), words);
        var second = Read(context.TrainingFile("lexicons/word-clusters-160-800-5000.tsv"), words);
        var writer = new SectionWriter();
        WriteParents(writer, first, 2, 1);
        WriteParents(writer, first, 1, 0);
        WriteParents(writer, second, 2, 1);
        WriteParents(writer, second, 1, 0);

        // Different spellings can have the same plain form; the most frequent one counts.
        var entries = new SortedDictionary<uint, uint>();
        for (int i = 0; i < first.Count; i++)
        {
            if (first[i].Word != second[i].Word) throw new TrainingException("The two files of word clusters do not list the same words.");
            uint rank = (uint)BitOperations.Log2((uint)i + 1);
            uint packed = (uint)first[i].Classes[2] | ((uint)second[i].Classes[2] << 11) | (rank << 24);
            entries.TryAdd(WordClusters.Key(WordHash.Plain(first[i].Word)), packed);
        }
        Write(writer, [.. entries]);
        return new TrainedComponent([ModelFileWriter.Section.Of(ModelSection.WordClusters, writer.ToArray())], [], []);
    }

    private static void Write(SectionWriter writer, KeyValuePair<uint, uint>[] entries)
    {
        writer.Int32(entries.Length);
        HashIndexWriter.Write(writer, [.. entries.Select(entry => entry.Key)]);
        foreach (var entry in entries) writer.Int32((int)entry.Value);
        writer.Zeros(HashIndex.Padding);
    }

    // For each class the coarser class that most of its words have; of equal ones the lower.
    private static void WriteParents(SectionWriter writer, List<(string Word, int[] Classes)> words, int fine, int coarse)
    {
        var votes = new SortedDictionary<int, SortedDictionary<int, int>>();
        foreach (var (_, classes) in words)
        {
            if (!votes.TryGetValue(classes[fine], out var counts)) votes[classes[fine]] = counts = [];
            counts[classes[coarse]] = counts.GetValueOrDefault(classes[coarse]) + 1;
        }
        int count = votes.Count == 0 ? 0 : votes.Keys.Last() + 1;
        writer.Int32(count);
        for (int i = 0; i < count; i++)
        {
            int parent = 0;
            if (votes.TryGetValue(i, out var counts)) parent = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key;
            writer.UInt16((ushort)parent);
        }
    }

    private static List<(string Word, int[] Classes)> Read(string path, int limit)
    {
        var words = new List<(string, int[])>();
        foreach (string line in File.ReadLines(path))
        {
            if (words.Count == limit) break;
            string[] cells = line.Split('\t');
            if (cells.Length != 4) throw new TrainingException($"{path}: a line has {cells.Length} columns, not 4.");
            words.Add((cells[0], [.. cells[1..].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))]));
        }
        return words;
    }
}
