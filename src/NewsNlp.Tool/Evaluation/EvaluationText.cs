using System.Globalization;
using System.Numerics;
using System.Text;
using NewsNlp.Evaluation;
using NewsNlp.Evaluation.Coreference;
using NewsNlp.Evaluation.Entities;
using NewsNlp.Evaluation.Quotations;
using NewsNlp.Evaluation.Tokens;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Evaluation;

/// <summary>Writes an evaluation for a person at a terminal.</summary>
internal sealed class EvaluationText
{
    private const int NameWidth = 26;
    private const int ShownConfusions = 8;

    private readonly StringBuilder _text = new();
    private readonly EvaluationSettings _settings;

    private EvaluationText(EvaluationSettings settings) => _settings = settings;

    public static string Write(Evaluated evaluated)
    {
        var report = new EvaluationText(evaluated.Settings);
        report.WriteAll(evaluated);
        return report._text.ToString();
    }

    private void WriteAll(Evaluated evaluated)
    {
        var scores = evaluated.Scores;
        Line($"{evaluated.Documents} documents of {Path.GetFileName(_settings.Gold)}, "
            + (_settings.System is { } system ? $"found in {Path.GetFileName(system)}" : $"annotated by {_settings.Model ?? "the built-in model"}")
            + (evaluated.Missing > 0 ? $"; {evaluated.Missing} missing, counted as empty" : ""));
        if (scores.Tokens.Count > 0) Tokens(scores.Tokens);
        if (scores.Mentions.Count > 0) Mentions(scores);
        if (scores.Quotes.Count > 0) Quotes(scores.Quotes);
        if (scores.Coreference.Count > 0) Coreference(scores);
    }

    private void Tokens(List<TokenScores> documents)
    {
        var sum = documents.Aggregate(TokenScores.Add);
        Heading("Tokens");
        Row("tokens", documents, score => score.Tokens);
        Row("sentences", documents, score => score.Sentences);
        Row("parts of speech", documents, score => score.PartOfSpeech);
        Row("lemmas", documents, score => score.Lemmas);
        if (sum.PartOfSpeech.IsEmpty) return;
        Line($"of the tokens found: parts of speech {Percent(sum.AlignedPartOfSpeech.Value)}, lemmas {Percent(sum.AlignedLemmas.Value)}");
        foreach (var (tag, score) in sum.Tags.ByLabel.OrderByDescending(pair => pair.Value.GoldCount)) Row("  " + tag, score);
        var confusions = sum.Confusions.ByLabel.OrderByDescending(pair => pair.Value.GoldCount).Take(ShownConfusions);
        Line("mistaken, gold/system: " + string.Join(", ", confusions.Select(pair => $"{pair.Key} {pair.Value.GoldCount:0}")));
    }

    private void Mentions(DocumentScorer scores)
    {
        var sum = scores.Mentions.Aggregate(EntityMentionScores.Add);
        Heading("Entity mentions");
        foreach (var (label, score) in sum.Labels.ByLabel.OrderByDescending(pair => pair.Value.GoldCount)) Row(label, score);
        Row("all", scores.Mentions, score => score.Micro);
        var errors = sum.Errors;
        Line($"errors: missed {errors.Missed}, spurious {errors.Spurious}, boundary {errors.WrongBoundary}, label {errors.WrongLabel}");
        foreach (var (error, count) in scores.Errors.Top(_settings.Errors)) Line($"{count,6}  {error}");
    }

    private void Quotes(List<QuoteSubsetScores> documents)
    {
        for (int i = 0; i < _settings.Subsets.Count; i++)
        {
            int subset = i;
            List<QuoteScores> scores = [.. documents.Select(document => document.Scores[subset])];
            var sum = scores.Aggregate(QuoteScores.Add);
            if (sum.Aligned.IsEmpty) continue;
            Heading($"Quotes, {_settings.Subsets[i].Name}");
            Row("contents, exact", scores, score => score.Content.Exact);
            Row("contents, edges trimmed", scores, score => score.Content.Trimmed);
            Row("contents, partial", scores, score => score.Content.Partial);
            Row("sources, exact", scores, score => score.Source.Exact);
            Row("cues, exact", scores, score => score.Cue.Exact);
            Row("whole, exact", scores, score => score.TripleExact);
            Row("whole, lenient", scores, score => score.TripleLenient);
            Row("aligned", scores, score => score.Aligned);
            Shares("source", scores, score => score.At30.SourceOverlap, score => score.At30.SourceEndToEnd);
            Shares("speaker, same name", scores, score => score.At30.Resolved, score => score.At30.ResolvedEndToEnd);
            Shares("speaker, titles aside", scores, score => score.At30.ResolvedName, score => score.At30.ResolvedNameEndToEnd);
            Errors(sum.Errors);
        }
    }

    private void Errors(QuoteErrors errors) => Line(
        $"errors: missed {errors.Missed}, spurious {errors.Spurious}, content boundary {errors.ContentBoundary}, source boundary "
        + $"{errors.SourceBoundary}, wrong source {errors.WrongSource}, cue boundary {errors.CueBoundary}, wrong cue {errors.WrongCue}, "
        + $"wrong speaker {errors.WrongSpeaker}, unknown speaker {errors.UnknownSpeaker}");

    private void Coreference(DocumentScorer scores)
    {
        var sum = scores.Coreference.Aggregate(CoreferenceScores.Add);
        Heading("Coreference");
        Row("mentions", scores.Coreference, score => score.Mentions);
        Row("MUC", scores.Coreference, score => score.Muc);
        Row("B3", scores.Coreference, score => score.BCubed);
        Row("CEAF-e", scores.Coreference, score => score.CeafE);
        Line($"{"mean F1",-NameWidth}{"",16}{Percent(sum.MeanF1),8}{Interval(scores.Coreference, score => score.MeanF1)}");
        Pronouns("he, she: right entity", scores.Pronouns, score => score.HeOrShe);
        Pronouns("it: right entity", scores.Pronouns, score => score.It);
        Pronouns("he, she, it", scores.Pronouns, score => score.All);
    }

    private void Pronouns(string name, List<PronounScores> documents, Func<PronounScores, PronounCounts> part)
    {
        var sum = part(documents.Aggregate(PronounScores.Add));
        if (sum.Total == 0) return;
        Line($"{name,-NameWidth}{"",16}{Percent(sum.Accuracy),8}{Interval(documents, score => part(score).Accuracy)}"
            + $"  right {sum.Right}, wrong {sum.Wrong}, unresolved {sum.Unresolved}");
    }

    private void Shares(string name, List<QuoteScores> documents, Func<QuoteScores, Share> given, Func<QuoteScores, Share> endToEnd)
    {
        List<Share> found = [.. documents.Select(given)], all = [.. documents.Select(endToEnd)];
        var (share, whole) = (found.Aggregate(Share.Add), all.Aggregate(Share.Add));
        if (whole.Total == 0) return;
        Line($"{name,-NameWidth}given the content {Percent(share.Value)} of {share.Total}{Interval(found, s => s.Value)}, "
            + $"end to end {Percent(whole.Value)} of {whole.Total}{Interval(all, s => s.Value)}");
    }

    private void Heading(string name)
    {
        _text.Append('\n');
        Line($"{name,-NameWidth}{"P",8}{"R",8}{"F1",8}{(_settings.Samples > 0 ? "   95 % interval" : "")}{"gold",8}");
    }

    private void Row<T>(string name, List<T> documents, Func<T, PrecisionRecall> part)
        where T : IAdditionOperators<T, T, T>
    {
        var sum = part(documents.Aggregate((left, right) => left + right));
        if (sum.IsEmpty) return;
        Row(name, sum, Interval([.. documents.Select(part)], score => score.F1));
    }

    private void Row(string name, PrecisionRecall score, string? interval = null) => Line(
        $"{name,-NameWidth}{Percent(score.Precision),8}{Percent(score.Recall),8}{Percent(score.F1),8}"
        + $"{interval ?? (_settings.Samples > 0 ? new string(' ', 16) : "")}{score.GoldCount,8:0}");

    private string Interval<T>(List<T> documents, Func<T, double> value)
        where T : IAdditionOperators<T, T, T>
    {
        if (_settings.Samples == 0) return "";
        var interval = BootstrapInterval.Of(documents, value, _settings.Samples, _settings.Seed);
        return $"{Percent(interval.Low),8}-{Percent(interval.High),-7}";
    }

    private void Line(string line) => _text.Append(Printable.Line(line.TrimEnd())).Append('\n');

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture);
}
