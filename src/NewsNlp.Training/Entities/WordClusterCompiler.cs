using System.Globalization;
using System.Numerics;
using NewsNlp.Features;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>Compiles files of word, tab, cluster numbers (in the order of frequency) into the library's word clusters.</summary>
internal static class WordClusterCompiler
{
    /// <summary>Writes the clusters of the <paramref name="wordCount"/> most frequent words.</summary>
    /// <param name="writer">Takes the section's body.</param>
    /// <param name="sources">Files that list the same words in the same order, each with the columns to take of it.</param>
    /// <param name="wordCount">How many words to keep.</param>
    public static void Write(SectionWriter writer, IReadOnlyList<(string Path, int[] Columns)> sources, int wordCount)
    {
        var words = new List<string>();
        var columns = new List<List<int>>();
        foreach (var (path, wanted) in sources)
        {
            var taken = wanted.Select(_ => new List<int>()).ToArray();
            int row = 0;
            foreach (string line in File.ReadLines(path).Take(wordCount))
            {
                string[] fields = line.Split('\t');
                if (columns.Count == 0) words.Add(fields[0]);
                else if (words[row] != fields[0]) throw new InvalidDataException($"{path}, line {row + 1}: '{fields[0]}' is not '{words[row]}'.");
                for (int i = 0; i < wanted.Length; i++) taken[i].Add(int.Parse(fields[wanted[i]], CultureInfo.InvariantCulture));
                row++;
            }

            if (row != words.Count) throw new InvalidDataException($"{path} has {row} words, not {words.Count}.");
            columns.AddRange(taken);
        }

        int[] bits = [.. columns.Select(column => BitOperations.Log2((uint)Math.Max(1, column.Max())) + 1)];
        writer.Int32(bits.Length);
        foreach (int size in bits) writer.Int32(size);
        int valueBytes = (bits.Sum() + WordClusters.RankBits + 7) / 8;
        LexiconTableWriter.Write(writer, Entries(), valueBytes);

        IEnumerable<KeyValuePair<ulong, ulong>> Entries()
        {
            var clusters = new int[bits.Length];
            for (int rank = 0; rank < words.Count; rank++)
            {
                for (int i = 0; i < clusters.Length; i++) clusters[i] = columns[i][rank];
                yield return new(FeatureHash.Of(words[rank]), WordClusters.Pack(clusters, bits, rank));
            }
        }
    }
}
