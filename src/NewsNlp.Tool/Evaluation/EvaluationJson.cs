using System.Text;
using System.Text.Json;
using NewsNlp.Evaluation;
using NewsNlp.Evaluation.Coreference;
using NewsNlp.Evaluation.Quotations;
using NewsNlp.Evaluation.Tokens;

namespace NewsNlp.Tool.Evaluation;

/// <summary>Writes an evaluation as JSON; shares are in per cent, null where there is nothing to measure.</summary>
internal sealed class EvaluationJson
{
    private readonly Utf8JsonWriter _json;
    private readonly EvaluationSettings _settings;

    private EvaluationJson(Utf8JsonWriter json, EvaluationSettings settings) => (_json, _settings) = (json, settings);

    public static string Write(Evaluated evaluated)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            new EvaluationJson(json, evaluated.Settings).WriteAll(evaluated);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void WriteAll(Evaluated evaluated)
    {
        var scores = evaluated.Scores;
        _json.WriteStartObject();
        _json.WriteNumber("documents", evaluated.Documents);
        _json.WriteNumber("missingDocuments", evaluated.Missing);
        if (scores.Tokens.Count > 0) Tokens(scores.Tokens);
        if (scores.Mentions.Count > 0) Mentions(scores);
        if (scores.Quotes.Count > 0) Quotes(scores.Quotes);
        if (scores.Coreference.Count > 0) Coreference(scores.Coreference, scores.Pronouns);
        _json.WriteEndObject();
    }

    private void Tokens(List<TokenScores> documents)
    {
        var sum = documents.Aggregate(TokenScores.Add);
        _json.WriteStartObject("tokens");
        Score("words", documents, score => score.Tokens);
        Score("sentences", documents, score => score.Sentences);
        Score("upos", documents, score => score.PartOfSpeech);
        Score("lemma", documents, score => score.Lemmas);
        Share("uposAligned", sum.AlignedPartOfSpeech);
        Share("lemmaAligned", sum.AlignedLemmas);
        Labels("tags", sum.Tags);
        _json.WriteStartObject("confusions");
        foreach (var (pair, score) in sum.Confusions.ByLabel.OrderByDescending(pair => pair.Value.GoldCount)) _json.WriteNumber(pair, score.GoldCount);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Mentions(DocumentScorer scores)
    {
        var sum = scores.Mentions.Aggregate(NewsNlp.Evaluation.Entities.EntityMentionScores.Add);
        _json.WriteStartObject("entityMentions");
        Score("micro", scores.Mentions, score => score.Micro);
        Labels("labels", sum.Labels);
        _json.WriteStartObject("errors");
        _json.WriteNumber("wrongLabel", sum.Errors.WrongLabel);
        _json.WriteNumber("wrongBoundary", sum.Errors.WrongBoundary);
        _json.WriteNumber("spurious", sum.Errors.Spurious);
        _json.WriteNumber("missed", sum.Errors.Missed);
        _json.WriteEndObject();
        if (_settings.Errors > 0)
        {
            _json.WriteStartArray("frequentErrors");
            foreach (var (error, count) in scores.Errors.Top(_settings.Errors))
            {
                _json.WriteStartObject();
                _json.WriteString("error", error);
                _json.WriteNumber("count", count);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void Quotes(List<QuoteSubsetScores> documents)
    {
        _json.WriteStartObject("quotes");
        for (int i = 0; i < _settings.Subsets.Count; i++)
        {
            int subset = i;
            List<QuoteScores> scores = [.. documents.Select(document => document.Scores[subset])];
            var sum = scores.Aggregate(QuoteScores.Add);
            _json.WriteStartObject(_settings.Subsets[i].Name);
            Role("source", scores, score => score.Source);
            Role("cue", scores, score => score.Cue);
            Role("content", scores, score => score.Content);
            _json.WriteStartObject("attribution");
            QuoteScore("aligned", scores, score => score.Aligned);
            QuoteScore("tripleLenient", scores, score => score.TripleLenient);
            QuoteScore("pairTrimmed", scores, score => score.PairTrimmed);
            QuoteScore("tripleTrimmed", scores, score => score.TripleTrimmed);
            QuoteScore("tripleExact", scores, score => score.TripleExact);
            _json.WriteEndObject();
            Speakers("at30", scores, score => score.At30);
            Speakers("at80", scores, score => score.At80);
            Speakers("atTrimmed", scores, score => score.AtTrimmed);
            Errors(sum.Errors);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Role(string name, List<QuoteScores> documents, Func<QuoteScores, QuoteSpanScores> role)
    {
        _json.WriteStartObject(name);
        QuoteScore("exact", documents, score => role(score).Exact);
        QuoteScore("trimmed", documents, score => role(score).Trimmed);
        QuoteScore("partial", documents, score => role(score).Partial);
        QuoteScore("overlap", documents, score => role(score).Overlap);
        QuoteScore("token", documents, score => role(score).Token);
        _json.WriteEndObject();
    }

    private void Speakers(string name, List<QuoteScores> documents, Func<QuoteScores, SpeakerScores> at)
    {
        _json.WriteStartObject(name);
        QuoteScore("attributions", documents, score => at(score).Attributions);
        Share("sourceOverlap", documents, score => at(score).SourceOverlap);
        Share("sourceExact", documents, score => at(score).SourceExact);
        Share("sourceEndToEnd", documents, score => at(score).SourceEndToEnd);
        Share("noSourceKept", documents, score => at(score).NoSourceKept);
        Share("resolved", documents, score => at(score).Resolved);
        Share("resolvedEndToEnd", documents, score => at(score).ResolvedEndToEnd);
        Share("resolvedName", documents, score => at(score).ResolvedName);
        Share("resolvedNameEndToEnd", documents, score => at(score).ResolvedNameEndToEnd);
        _json.WriteEndObject();
    }

    private void Errors(QuoteErrors errors)
    {
        _json.WriteStartObject("errors");
        _json.WriteNumber("missed", errors.Missed);
        _json.WriteNumber("spurious", errors.Spurious);
        _json.WriteNumber("contentBoundary", errors.ContentBoundary);
        _json.WriteNumber("sourceBoundary", errors.SourceBoundary);
        _json.WriteNumber("wrongSource", errors.WrongSource);
        _json.WriteNumber("cueBoundary", errors.CueBoundary);
        _json.WriteNumber("wrongCue", errors.WrongCue);
        _json.WriteNumber("wrongSpeaker", errors.WrongSpeaker);
        _json.WriteNumber("unknownSpeaker", errors.UnknownSpeaker);
        _json.WriteEndObject();
    }

    private void Coreference(List<CoreferenceScores> documents, List<PronounScores> pronouns)
    {
        var sum = documents.Aggregate(CoreferenceScores.Add);
        _json.WriteStartObject("coreference");
        Score("mentions", documents, score => score.Mentions);
        Score("muc", documents, score => score.Muc);
        Score("bCubed", documents, score => score.BCubed);
        Score("ceafE", documents, score => score.CeafE);
        _json.WriteStartObject("mean");
        _json.WriteNumber("f1", 100 * sum.MeanF1);
        Interval(documents, score => score.MeanF1);
        _json.WriteEndObject();
        _json.WriteStartObject("pronouns");
        Pronouns("all", pronouns, score => score.All);
        Pronouns("heOrShe", pronouns, score => score.HeOrShe);
        Pronouns("it", pronouns, score => score.It);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Pronouns(string name, List<PronounScores> documents, Func<PronounScores, PronounCounts> part)
    {
        var sum = part(documents.Aggregate(PronounScores.Add));
        _json.WriteStartObject(name);
        Number("accuracy", sum.Total > 0 ? 100 * sum.Accuracy : null);
        _json.WriteNumber("right", sum.Right);
        _json.WriteNumber("wrong", sum.Wrong);
        _json.WriteNumber("unresolved", sum.Unresolved);
        Interval(documents, score => part(score).Accuracy);
        _json.WriteEndObject();
    }

    private void Labels(string name, LabelScores labels)
    {
        _json.WriteStartObject(name);
        foreach (var (label, score) in labels.ByLabel)
        {
            _json.WriteStartObject(label);
            Figures(score);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void QuoteScore(string name, List<QuoteScores> documents, Func<QuoteScores, PrecisionRecall> part) =>
        Score(name, documents, part, Percentages.F1OfShares);

    private void Score<T>(string name, List<T> documents, Func<T, PrecisionRecall> part, Func<PrecisionRecall, double>? f1 = null)
        where T : System.Numerics.IAdditionOperators<T, T, T>
    {
        _json.WriteStartObject(name);
        var sum = part(documents.Aggregate((left, right) => left + right));
        Figures(sum, f1);
        if (!sum.IsEmpty) Interval([.. documents.Select(part)], score => score.F1);
        _json.WriteEndObject();
    }

    private void Figures(PrecisionRecall score, Func<PrecisionRecall, double>? f1 = null)
    {
        Number("p", score.IsEmpty ? null : Percentages.Precision(score));
        Number("r", score.IsEmpty ? null : Percentages.Recall(score));
        Number("f1", score.IsEmpty ? null : (f1 ?? Percentages.F1)(score));
        _json.WriteNumber("system", score.SystemCount);
        _json.WriteNumber("gold", score.GoldCount);
    }

    private void Share(string name, List<QuoteScores> documents, Func<QuoteScores, Share> part)
    {
        List<Share> shares = [.. documents.Select(part)];
        var sum = shares.Aggregate(NewsNlp.Evaluation.Share.Add);
        _json.WriteStartObject(name);
        Number("accuracy", sum.Total > 0 ? Percentages.Of(sum) : null);
        _json.WriteNumber("right", sum.Right);
        _json.WriteNumber("total", sum.Total);
        if (sum.Total > 0) Interval(shares, share => share.Value);
        _json.WriteEndObject();
    }

    private void Share(string name, Share share) => Number(name, share.Total > 0 ? Percentages.Of(share) : null);

    private void Interval<T>(List<T> documents, Func<T, double> value)
        where T : System.Numerics.IAdditionOperators<T, T, T>
    {
        if (_settings.Samples == 0) return;
        var interval = BootstrapInterval.Of(documents, value, _settings.Samples, _settings.Seed);
        _json.WriteStartArray("interval");
        _json.WriteNumberValue(100 * interval.Low);
        _json.WriteNumberValue(100 * interval.High);
        _json.WriteEndArray();
    }

    private void Number(string name, double? value)
    {
        if (value is { } number) _json.WriteNumber(name, number);
        else _json.WriteNull(name);
    }
}
