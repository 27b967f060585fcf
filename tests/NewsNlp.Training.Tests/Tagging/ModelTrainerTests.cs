using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Training.Lexicons;
using NewsNlp.Training.Packing;
using NewsNlp.Training.Tagging;

namespace NewsNlp.Training.Tests.Tagging;

public sealed class ModelTrainerTests : IDisposable
{
    private readonly TinyTreebank _treebank = new();

    public void Dispose() => _treebank.Dispose();

    [Fact]
    public void Training_twice_gives_the_same_file()
    {
        byte[] first = Train(null, new WordClusterTrainer(), new TaggerTrainer(), new LemmatizerTrainer());
        Assert.Equal(first, Train(null, new WordClusterTrainer(), new TaggerTrainer(), new LemmatizerTrainer()));
    }

    [Fact]
    public void What_is_regular_is_learned()
    {
        var info = NlpModel.FromBytes(Train(null, new WordClusterTrainer(), new TaggerTrainer(), new LemmatizerTrainer())).Info;
        Assert.Equal(["word-clusters", "tagger", "lemmatizer"], info.Components.Select(c => c.Name));
        Assert.All(info.Components[1..], c => Assert.Equal(100, Assert.Single(c.Scores).Value));
        Assert.Equal(Enum.GetNames<Upos>(), info.Components[1].Labels);
        var source = Assert.Single(info.Components[1].Data);
        Assert.Equal(("Invented sentences", "train.conllu", "MIT"), (source.Name, source.File, source.License));
        Assert.Contains(new("folds", "3"), info.Components[1].Settings);
    }

    [Fact]
    public void Training_one_part_again_changes_no_other()
    {
        byte[] all = Train(null, new WordClusterTrainer(), new TaggerTrainer(), new LemmatizerTrainer());
        var without = NlpModel.FromBytes(Train(null, new WordClusterTrainer(), new TaggerTrainer()));
        Assert.Equal(all, Train(without, new LemmatizerTrainer()));
        Assert.Equal(all, Train(NlpModel.FromBytes(all), new TaggerTrainer()));
    }

    [Fact]
    public void The_card_says_what_the_metadata_says()
    {
        string card = ModelCardWriter.Write(NlpModel.FromBytes(Train(null, new WordClusterTrainer(), new TaggerTrainer())).Info);
        Assert.Contains("# Model card: tiny 0.0.1", card, StringComparison.Ordinal);
        Assert.Contains("| UPOS of tokens with the right span | invented dev | 100.00 |", card, StringComparison.Ordinal);
        Assert.Contains("| Invented sentences | `train.conllu` | MIT |", card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_says_with_which_data_and_licences_a_model_was_trained()
    {
        string card = ModelCardWriter.Write(NlpModel.FromBytes(Train(null, new WordClusterTrainer(), new TaggerTrainer())).Info);
        Assert.Contains("Trained with the profile `default`: all data that helps, whatever its licence.", card, StringComparison.Ordinal);
        Assert.Contains("| MIT | Invented sentences | word-clusters, tagger |", card, StringComparison.Ordinal);
        Assert.Contains("Settings: profile default, train", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_different_profiles_do_not_go_into_one_file()
    {
        var before = NlpModel.FromBytes(Train(null, new WordClusterTrainer()));
        var other = TrainingConfiguration.Parse("""
            {
              "name": "tiny", "version": "0.0.1", "language": "en",
              "sources": { "": { "name": "Invented sentences", "license": "MIT", "permissive": true } }, "components": {},
              "profiles": { "permissive": { "permissiveOnly": true } }
            }
            """, "permissive");
        var error = Assert.Throws<TrainingException>(() => ModelTrainer.Train([new WordClusterTrainer()], other, _treebank.Folder, before, _ => { }));
        Assert.Contains("'word-clusters' was trained with the profile 'default'", error.Message, StringComparison.Ordinal);
        byte[] alone = ModelTrainer.Train([new WordClusterTrainer()], other, _treebank.Folder, null, _ => { });
        Assert.Contains("profile `permissive`", ModelCardWriter.Write(NlpModel.FromBytes(alone).Info), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(Path.Combine(_treebank.Folder, "train.conllu"));
        var error = Assert.Throws<TrainingException>(() => Train(null, new WordClusterTrainer(), new TaggerTrainer()));
        Assert.Contains("train.conllu", error.Message, StringComparison.Ordinal);
    }

    private byte[] Train(NlpModel? before, params IComponentTrainer[] parts) =>
        ModelTrainer.Train(parts, _treebank.Configuration, _treebank.Folder, before, _ => { });
}
