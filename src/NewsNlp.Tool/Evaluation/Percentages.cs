using NewsNlp.Evaluation;

namespace NewsNlp.Tool.Evaluation;

/// <summary>
/// Scores in per cent, multiplied in the order in which the field's scripts do it, so that the last digit of a double is theirs.
/// </summary>
internal static class Percentages
{
    public static double Of(Share share) => share.Total > 0 ? 100.0 * share.Right / share.Total : 0;

    public static double Precision(PrecisionRecall score) => 100 * score.Precision;

    public static double Recall(PrecisionRecall score) => 100 * score.Recall;

    public static double F1(PrecisionRecall score) =>
        score.Precision + score.Recall is > 0 and var sum ? 200 * score.Precision * score.Recall / sum : 0;

    /// <summary>The same but for the last digit: as the scripts for quotes do it, who think in shares.</summary>
    public static double F1OfShares(PrecisionRecall score) => 100 * score.F1;
}
