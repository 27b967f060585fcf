using NewsNlp.Documents;
using NewsNlp.Evaluation.Coreference;
using NewsNlp.Evaluation.Entities;
using NewsNlp.Evaluation.Quotations;
using NewsNlp.Evaluation.Tokens;
using NewsNlp.Tool.Evaluation.Gold;

namespace NewsNlp.Tool.Evaluation;

/// <summary>Scores documents, layer by layer, as far as the gold goes.</summary>
internal sealed class DocumentScorer(EvaluationSettings settings, IReadOnlySet<EntityLabel> goldLabels)
{
    public List<TokenScores> Tokens { get; } = [];

    public List<EntityMentionScores> Mentions { get; } = [];

    public List<QuoteSubsetScores> Quotes { get; } = [];

    public List<CoreferenceScores> Coreference { get; } = [];

    public List<PronounScores> Pronouns { get; } = [];

    /// <summary>Single errors and how often each was made.</summary>
    public ErrorList Errors { get; } = new();

    /// <param name="gold">What is right.</param>
    /// <param name="system">What the system found; null where it lacks the document.</param>
    public void Add(GoldDocument gold, Document? system)
    {
        system ??= new DocumentBuilder(gold.Text).AddTokens([]).Build();
        if (gold.Tokens is { } tokens) Tokens.Add(TokenScorer.Score(tokens, system));
        if (gold.Mentions is { } mentions)
        {
            var (right, found) = (Counted(mentions), system.Has(Layer.EntityMentions) ? Counted(LabeledSpan.Of(system)) : []);
            Mentions.Add(EntityMentionScorer.Score(right, found));
            Errors.Add(gold.Text, right, found);
        }

        if (gold.Quotes is { } quotes)
        {
            var comparison = QuoteScorer.Compare(gold.Text, quotes, system.Has(Layer.Quotes) ? Attribution.Of(system) : []);
            Quotes.Add(new QuoteSubsetScores(settings.Subsets, [.. settings.Subsets.Select(comparison.Score)]));
        }

        if (gold.Entities is { } entities)
        {
            var found = system.Has(Layer.Coreference) ? CoreferenceScorer.EntitiesOf(system) : [];
            Coreference.Add(CoreferenceScorer.Score(entities, found, settings.KeepSingletons));
            Pronouns.Add(PronounScorer.Score(gold.Text, entities, found, gold.HeadsOf));
        }
    }

    // A label that neither the gold nor any other data set has (Time, Percent, ...) is no error.
    private List<LabeledSpan> Counted(IEnumerable<LabeledSpan> mentions)
    {
        var counted = new List<LabeledSpan>();
        foreach (var mention in mentions)
        {
            var label = settings.FourClasses ? EntitySchemes.FourClass(mention.Label) : mention.Label;
            if (label is not { } name) continue;
            bool isCounted = settings.Labels.Count > 0
                ? settings.Labels.Contains(name.Name)
                : settings.FourClasses || goldLabels.Contains(mention.Label) || EntitySchemes.IsCommon(mention.Label);
            if (isCounted) counted.Add(mention with { Label = name });
        }

        return counted;
    }
}
