using System.Text;
using NewsNlp.Models;
using NewsNlp.Training.Entities;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Lexicons;
using NewsNlp.Training.Sentences;

namespace NewsNlp.Training.Tests.Entities;

/// <summary>A data folder with invented articles in which names are marked, and what entities need beside them.</summary>
internal sealed class TinyArticles : IDisposable
{
    private static readonly string[] Persons = ["Marta Korb", "Ilse Velling", "Jon Tarrow", "Piet Ostrand"];
    private static readonly string[] Places = ["Brindle", "Harrowby", "Sandvik Bay", "Lower Tarn"];
    private static readonly string[] Verbs = ["visited", "praised", "left", "saw"];

    private readonly string _folder = Directory.CreateTempSubdirectory("tiny-articles").FullName;

    public TinyArticles()
    {
        Write("lexicons/word-clusters-64-320-1500.tsv", "the\t1\t2\t3\nvisited\t4\t5\t6\n");
        Write("lexicons/word-clusters-160-800-5000.tsv", "the\t1\t2\t3\nvisited\t4\t5\t6\n");
        Write("lexicons/gazetteers/towns.txt", "Brindle\n");
        Write("articles.tsv", Articles(12));
        var sentences = new StringBuilder("# newdoc id = invented\n");
        for (int i = 0; i < 20; i++) sentences.Append("1\tShe\tshe\tPRON\t_\t_\t0\t_\t_\t_\n2\tleft\tleave\tVERB\t_\t_\t0\t_\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t0\t_\t_\t_\n\n");
        Write("sentences.conllu", sentences.ToString());
    }

    public TrainingConfiguration Configuration { get; } = TrainingConfiguration.Parse("""
        {
          "name": "tiny", "version": "0.0.1", "language": "en",
          "sources": { "": { "name": "Invented articles", "license": "MIT" } },
          "components": {
            "sentences": { "train": ["sentences.conllu"], "dev": [], "texts": [], "epochs": 3, "minimumCount": 1 },
            "gazetteers": { "lists": ["towns"] },
            "entities": {
              "train": { "articles.tsv": { "labels": { "PER": "Person", "LOC": "Location" } } },
              "folds": 2, "seeds": 1, "epochs": 5, "dropout": 0.2, "minimumCount": 1, "trees": 10, "leaves": 4
            }
          }
        }
        """);

    /// <summary>What the entities' training asks for, with the parts before trained.</summary>
    public TrainingContext Context()
    {
        byte[] before = ModelTrainer.Train(
            [new WordClusterTrainer(), new SentenceTrainer(), new GazetteerTrainer()], Configuration, _folder, null, _ => { });
        return new TrainingContext(Configuration, "entities", _folder, NlpModel.FromBytes(before), _ => { });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Articles(int count)
    {
        var random = new SplitMix(3);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            text.Append("# doc = ").Append(i).Append('\n');
            for (int sentence = 0; sentence < 6; sentence++)
            {
                Append(text, Persons[random.Below(Persons.Length)], "PER");
                text.Append(Verbs[random.Below(Verbs.Length)]).Append("\tO\n");
                Append(text, Places[random.Below(Places.Length)], "LOC");
                text.Append(".\tO\n\n");
            }
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string kind)
    {
        string prefix = "B-";
        foreach (string word in name.Split(' '))
        {
            text.Append(word).Append('\t').Append(prefix).Append(kind).Append('\n');
            prefix = "I-";
        }
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
