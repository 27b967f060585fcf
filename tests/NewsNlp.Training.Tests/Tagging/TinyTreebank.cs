using System.Globalization;
using System.Text;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tests.Tagging;

/// <summary>A data folder with an invented treebank of small sentences, and a configuration to train on it.</summary>
internal sealed class TinyTreebank : IDisposable
{
    private static readonly (string Form, string Lemma)[] Names = [("Korb", "Korb"), ("Velling", "Velling"), ("Ostrand", "Ostrand")];
    private static readonly (string Form, string Lemma)[] Nouns = [("boats", "boat"), ("bridge", "bridge"), ("harbours", "harbour"), ("tax", "tax")];
    private static readonly (string Form, string Lemma)[] Verbs = [("praised", "praise"), ("opposed", "oppose"), ("saw", "see"), ("wanted", "want")];

    /// <summary>Writes the folder.</summary>
    /// <param name="trainingDocuments">Into how many documents the 120 sentences of the training data are cut.</param>
    public TinyTreebank(int trainingDocuments = 1)
    {
        Folder = Directory.CreateTempSubdirectory("tiny-treebank").FullName;
        File.WriteAllText(Path.Combine(Folder, "train.conllu"), string.Concat(Enumerable.Range(0, trainingDocuments).Select(i => Sentences(1 + 2 * (ulong)i, 120 / trainingDocuments))));
        File.WriteAllText(Path.Combine(Folder, "dev.conllu"), Sentences(2, 40));
        Directory.CreateDirectory(Path.Combine(Folder, "lexicons"));
        File.WriteAllText(Path.Combine(Folder, "lexicons/word-clusters-64-320-1500.tsv"), "the\t1\t2\t3\nboats\t4\t5\t6\n");
        File.WriteAllText(Path.Combine(Folder, "lexicons/word-clusters-160-800-5000.tsv"), "the\t1\t2\t3\nboats\t4\t5\t6\n");
    }

    public string Folder { get; }

    public TrainingConfiguration Configuration { get; } = TrainingConfiguration.Parse("""
        {
          "name": "tiny", "version": "0.0.1", "language": "en",
          "sources": { "": { "name": "Invented sentences", "license": "MIT" } },
          "components": {
            "tagger": {
              "train": ["train.conllu"], "dev": { "invented dev": "dev.conllu" },
              "untagged": [], "capitals": 0, "dictionaryCount": 3, "dictionaryShare": 0.02, "usageCount": 3, "usageShare": 0.05, "folds": 3,
              "first": { "epochs": 5, "dropout": 0.2, "maxFeatures": 500 }, "second": { "epochs": 5, "dropout": 0.2, "maxFeatures": 500 }
            },
            "lemmatizer": { "train": { "train.conllu": 1 }, "dev": { "invented dev": "dev.conllu" } }
          }
        }
        """);

    /// <summary>Adds to the training data.</summary>
    public void Append(string conllu) => File.AppendAllText(Path.Combine(Folder, "train.conllu"), conllu);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Sentences(ulong seed, int count)
    {
        var random = new SplitMix(seed);
        var text = new StringBuilder("# newdoc id = invented\n");
        for (int i = 0; i < count; i++)
        {
            (string Form, string Lemma, string Tag)[] words =
            [
                Pick(Names, "PROPN"), Pick(Verbs, "VERB"), ("the", "the", "DET"), Pick(Nouns, "NOUN"),
                ("in", "in", "ADP"), Pick(Names, "PROPN"), (".", ".", "PUNCT"),
            ];
            for (int w = 0; w < words.Length; w++)
            {
                string after = w + 2 == words.Length ? "SpaceAfter=No" : "_";
                text.Append(CultureInfo.InvariantCulture, $"{w + 1}\t{words[w].Form}\t{words[w].Lemma}\t{words[w].Tag}\t_\t_\t0\t_\t_\t{after}\n");
            }
            text.Append('\n');
        }
        return text.ToString();

        (string, string, string) Pick((string Form, string Lemma)[] from, string tag)
        {
            var (form, lemma) = from[random.Below(from.Length)];
            return (form, lemma, tag);
        }
    }
}
