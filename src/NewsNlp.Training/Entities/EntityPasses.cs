using NewsNlp.Entities;
using NewsNlp.Entities.Recognition;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>
/// Trains the passes of the entity recognizer. The second sees the labels of the first, so on the training articles these
/// come from chains that were trained without the article (jackknifing): otherwise it would learn to trust them too much.
/// </summary>
internal sealed class EntityPasses(WordClusters clusters, LexiconPhrases phrases, EntityTrainingSettings settings, Action<string> log)
{
    private readonly ChainConstraints _constraints = ChainConstraints.Bioes(ChainLabels.Names);

    /// <summary>Trains on some articles.</summary>
    /// <returns>The section's body.</returns>
    public byte[] Train(IReadOnlyList<EntityArticle> articles)
    {
        var writer = new SectionWriter();
        writer.Int32(settings.Passes);
        SparseChainWriter.Write(writer, TrainPass(articles, null, settings.Seeds, "first pass"), settings.Options.Prune);
        if (settings.Passes > 1)
        {
            var labels = Jackknife(articles);
            SparseChainWriter.Write(writer, TrainPass(articles, labels, settings.Seeds, "second pass"), settings.Options.Prune);
        }

        return writer.ToArray();
    }

    /// <summary>The labels that first passes give to articles on which they were not trained.</summary>
    private Dictionary<EntityArticle, byte[]> Jackknife(IReadOnlyList<EntityArticle> articles)
    {
        var labels = new Dictionary<EntityArticle, byte[]>();
        for (int fold = 0; fold < settings.Folds; fold++)
        {
            var inside = articles.Where((_, i) => i % settings.Folds != fold).ToList();
            var writer = new SectionWriter();
            SparseChainWriter.Write(writer, TrainPass(inside, null, 1, $"fold {fold + 1} of {settings.Folds}"), settings.Options.Prune);
            var chain = SparseChain.Read(new SectionReader(ModelMemory.CopyOf(writer.ToArray()), "fold"));
            var runner = new ChainRunner(new EntityFeatures(clusters, phrases), [chain]);
            var mentions = new MentionBuffer();
            foreach (var article in articles.Where((_, i) => i % settings.Folds == fold))
            {
                mentions.Clear();
                runner.Run(article.Document, mentions, CancellationToken.None);
                labels[article] = runner.Labels(article.Document).ToArray();
            }
        }

        return labels;
    }

    private TrainedChain[] TrainPass(IEnumerable<EntityArticle> articles, Dictionary<EntityArticle, byte[]>? labels, int seeds, string name)
    {
        var corpus = EntityCorpus.Build(articles, new EntityFeatures(clusters, phrases), labels is null ? null : article => labels[article]);
        log($"{name}: {corpus.Count:N0} sentences, {corpus.PositionCount:N0} tokens, {corpus.FeatureCount / Math.Max(1, corpus.PositionCount)} features a token");
        var chains = new TrainedChain[seeds];
        for (int i = 0; i < seeds; i++)
        {
            var options = settings.Options with { Seed = settings.Options.Seed + (ulong)i };
            EpochReport last = default;
            chains[i] = LinearChainTrainer.Train(corpus, _constraints, options, null, report => last = report);
            log($"{name}, seed {options.Seed}: loss {last.Loss:0.0000}, {last.Elapsed.TotalSeconds:0} s");
        }

        return chains;
    }
}
