using NewsNlp.Entities.Recognition;
using NewsNlp.Features;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Packing;

namespace NewsNlp.Training.Entities;

/// <summary>
/// Trains the entity recognizer: a chain that finds candidates, and trees that judge them. The trees see how sure the chain is,
/// so on the training articles candidates come from chains that were trained without the article (jackknifing), and so does
/// what is remembered of names: otherwise the trees would learn to trust both too much.
/// </summary>
internal sealed class MentionModelTraining(
    WordClusters clusters, LexiconPhrases phrases, EntityTrainingSettings settings, LabelScheme scheme, Action<string> log)
{
    private readonly ChainConstraints _constraints = ChainConstraints.Bioes(scheme.ChainNames);

    /// <summary>Trains on some articles.</summary>
    public ModelFileWriter.Section Section(IReadOnlyList<EntityArticle> articles) => ModelFileWriter.Section.Of(ModelSection.Entities, Train(articles));

    private byte[] Train(IReadOnlyList<EntityArticle> articles)
    {
        var writer = new SectionWriter();
        writer.Bytes(TrainChain(articles, settings.Seeds, "chain"));
        NameMemoryBuilder.Count(articles, new EntityFeatures(clusters, phrases), scheme).Write(writer);
        var examples = Jackknife(articles);
        var trees = BoostedTreesTrainer.Train(examples, settings.Trees);
        log($"trees: {examples.Count:N0} candidates, {trees.Trees.Sum(tree => tree.Nodes.Count):N0} nodes");
        BoostedTreesWriter.Write(writer, trees);
        writer.Double(settings.Threshold);
        return writer.ToArray();
    }

    /// <summary>What may be mentions in each article, to chains that were not trained on it.</summary>
    private ExampleTable Jackknife(IReadOnlyList<EntityArticle> articles)
    {
        var examples = new ExampleTable(CandidateTraits.CountFor(scheme));
        for (int fold = 0; fold < settings.Folds; fold++)
        {
            var inside = articles.Where((_, i) => i % settings.Folds != fold).ToList();
            byte[] chain = TrainChain(inside, settings.FoldSeeds, $"fold {fold + 1} of {settings.Folds}");
            var features = new EntityFeatures(clusters, phrases);
            var finder = new CandidateFinder(features, SparseChain.Read(new SectionReader(ModelMemory.CopyOf(chain), "fold")), scheme);
            var memory = NameMemoryBuilder.Count(inside, features, scheme).ToMemory();
            var traits = new CandidateTraits(features, phrases, scheme, memory);
            foreach (var article in articles.Where((_, i) => i % settings.Folds == fold)) AddExamples(article, finder, traits, examples);
        }

        return examples;
    }

    private static void AddExamples(EntityArticle article, CandidateFinder finder, CandidateTraits traits, ExampleTable examples)
    {
        var candidates = new List<MentionCandidate>();
        finder.Find(article.Document, candidates, CancellationToken.None);
        traits.Begin(article.Document, candidates);
        for (int i = 0; i < candidates.Count; i++) examples.Add(traits.Of(i), article.IsGold(candidates[i]));
    }

    private byte[] TrainChain(IEnumerable<EntityArticle> articles, int seeds, string name)
    {
        var corpus = EntityCorpus.Build(articles, new EntityFeatures(clusters, phrases));
        log($"{name}: {corpus.Count:N0} stretches, {corpus.PositionCount:N0} tokens, {corpus.FeatureCount / Math.Max(1, corpus.PositionCount)} features a token");
        var chains = new TrainedChain[seeds];
        for (int i = 0; i < seeds; i++)
        {
            var options = settings.Options with { Seed = settings.Options.Seed + (ulong)i };
            EpochReport last = default;
            chains[i] = LinearChainTrainer.Train(corpus, _constraints, options, null, report => last = report);
            log($"{name}, seed {options.Seed}: loss {last.Loss:0.0000}, {last.Elapsed.TotalSeconds:0} s");
        }

        var writer = new SectionWriter();
        SparseChainWriter.Write(writer, chains, settings.Options.Prune);
        return writer.ToArray();
    }
}
