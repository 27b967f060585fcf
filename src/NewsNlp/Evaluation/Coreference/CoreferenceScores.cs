using System.Numerics;

namespace NewsNlp.Evaluation.Coreference;

/// <summary>How well entities and their mentions were found. Scores of several documents add up.</summary>
/// <param name="Mentions">Mentions with exactly the same span, whatever they refer to.</param>
/// <param name="Muc">Links between mentions: Vilain et al. 1995.</param>
/// <param name="BCubed">What each mention's entity shares with its gold entity: Bagga and Baldwin 1998.</param>
/// <param name="CeafE">Entities, each paired with at most one gold entity so that they match best: Luo 2005, with φ4.</param>
/// <threadsafety>Immutable; safe for any number of threads.</threadsafety>
public readonly record struct CoreferenceScores(
    PrecisionRecall Mentions, PrecisionRecall Muc, PrecisionRecall BCubed, PrecisionRecall CeafE)
    : IAdditionOperators<CoreferenceScores, CoreferenceScores, CoreferenceScores>
{
    /// <summary>The mean F1 of MUC, B³ and CEAF-e, from 0 to 1: the score of the CoNLL-2011 and CoNLL-2012 shared tasks.</summary>
    public double MeanF1 => (Muc.F1 + BCubed.F1 + CeafE.F1) / 3;

    /// <summary>The scores of both documents, or sets of documents, together.</summary>
    public static CoreferenceScores operator +(CoreferenceScores left, CoreferenceScores right) => new(
        left.Mentions + right.Mentions, left.Muc + right.Muc, left.BCubed + right.BCubed, left.CeafE + right.CeafE);

    /// <summary>The same as the operator.</summary>
    public static CoreferenceScores Add(CoreferenceScores left, CoreferenceScores right) => left + right;
}
