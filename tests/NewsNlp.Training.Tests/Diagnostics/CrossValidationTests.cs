using NewsNlp.Models;
using NewsNlp.Training.Diagnostics;
using NewsNlp.Training.Lexicons;
using NewsNlp.Training.Tests.Entities;
using NewsNlp.Training.Tests.Tagging;

namespace NewsNlp.Training.Tests.Diagnostics;

public sealed class CrossValidationTests : IDisposable
{
    private readonly TinyTreebank _treebank = new(trainingDocuments: 6);

    public void Dispose() => _treebank.Dispose();

    [Fact]
    public void The_mean_and_the_deviation_of_a_sample_are_those_of_its_values()
    {
        var measure = new FoldMeasure("invented", [80, 82, 84, 86]);
        Assert.Equal(83, measure.Mean, 1e-9);
        Assert.Equal(Math.Sqrt(20.0 / 3), measure.Deviation, 1e-9);
        Assert.Equal(0, new FoldMeasure("invented", [80]).Deviation);
    }

    [Fact]
    public void Every_share_of_the_tagger_is_measured_on_documents_it_was_not_trained_on()
    {
        // What is regular is learned from the other documents as well.
        var measure = Assert.Single(CrossValidation.Run(Context("tagger"), "tagger", 3));
        Assert.Equal([100.0, 100, 100], measure.Values);
    }

    [Fact]
    public void A_word_that_one_document_alone_has_is_not_known_when_that_is_measured()
    {
        // Whoever trained on it would know it.
        _treebank.Append("# newdoc id = odd\n" + string.Concat(Enumerable.Repeat("1\tKorb\tKorb\tADP\t_\t_\t0\t_\t_\t_\n\n", 40)));
        var measure = Assert.Single(CrossValidation.Run(Context("tagger"), "tagger", 7));
        Assert.True(measure.Values[6] < 50, $"the last share has {measure.Values[6]}");
    }

    [Fact]
    public void Shares_of_the_entities_are_measured()
    {
        using var articles = new TinyArticles();
        var measures = CrossValidation.Run(articles.Context(), "entities", 2);
        Assert.Equal(["entity F1, strict", "entity precision, strict", "entity recall, strict"], measures.Select(measure => measure.Name));
        Assert.All(measures, measure => Assert.Equal(2, measure.Values.Count));
        Assert.InRange(measures[0].Mean, 60, 100);
    }

    [Theory]
    [InlineData("tagger", 1, "at least 2")]
    [InlineData("tagger", 7, "fewer than 7")]
    [InlineData("quotes", 2, "tagger, entities")]
    public void What_cannot_be_done_is_said(string part, int folds, string expected)
    {
        var error = Assert.Throws<TrainingException>(() => CrossValidation.Run(Context("tagger"), part, folds));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private TrainingContext Context(string part)
    {
        byte[] clusters = ModelTrainer.Train([new WordClusterTrainer()], _treebank.Configuration, _treebank.Folder, null, _ => { });
        return new TrainingContext(_treebank.Configuration, part, _treebank.Folder, NlpModel.FromBytes(clusters), _ => { });
    }
}
