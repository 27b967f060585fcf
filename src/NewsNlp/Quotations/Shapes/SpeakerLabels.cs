using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>
/// Paragraphs that begin with a speaker's name and a colon: in front of a quotation (<c>Ann Lee: "…"</c>) always, in front of
/// plain text where the article has several, as interviews and transcripts do. Scratch memory.
/// </summary>
internal sealed class SpeakerLabels
{
    private const int LongestLabel = 7;
    private const int FewestOfTranscript = 4;
    private const float ConfidenceOfQuotation = 0.85f, ConfidenceOfTranscript = 0.75f;

    private readonly List<Line> _lines = [];
    private readonly LabelNames _names = new();
    private readonly List<Attribution> _added = [];

    /// <summary>Adds what the labels say. The attributions are in order of their cues, before and after.</summary>
    public void Add(ArticleReader article, QuotationFinder quotations, List<Attribution> attributions, Coverage coverage)
    {
        FindLines(article);
        var isTranscript = _lines.Count > 0 && IsTranscript(article);
        if (isTranscript && IsExplainer(article, quotations))
        {
            // The learned models have taken the labels for speakers as well.
            AttributionLists.RemoveAll(article, attributions, attribution => attribution is { HasCue: true, Source: [{ Length: 1 } label] }
                && article.Form(attribution.Cue.First) is ":" && article.Form(label.First) is "Q" or "A");
            return;
        }

        _added.Clear();
        for (var i = 0; i < _lines.Count; i++)
        {
            article.Look(i);
            var line = _lines[i];
            var q = quotations.Of[line.Colon + 1];
            var quoted = q >= 0 && quotations.Quotations[q].First == line.Colon + 1 && quotations.Quotations[q].Length >= 4;
            if ((quoted || isTranscript) && !IsTaken(attributions, line, isTranscript))
            {
                var end = quoted && !isTranscript ? quotations.Quotations[q].End : line.End;
                var added = Make(line, end, quoted ? ConfidenceOfQuotation : ConfidenceOfTranscript);
                if (isTranscript && i + 1 < _lines.Count && _names.IsRepeated(article, line))
                {
                    GoOn(article, line.End, _lines[i + 1].Start, added);
                }

                _added.Add(added);
                if (quoted)
                {
                    coverage[q] = true;
                }
            }
        }

        if (_added.Count > 0)
        {
            // What a speaker reports in turn is part of what he says.
            AttributionLists.RemoveAll(article, attributions, IsSpoken);
            attributions.AddRange(_added);
            AttributionLists.SortByCue(article, attributions);
            _added.Clear();
        }
    }

    private static Attribution Make(Line line, int end, float confidence)
    {
        var added = new Attribution();
        added.Clear(new Cue(line.Colon, line.Colon + 1, 1));
        added.Source.Add(new TokenRange(line.First, line.Colon));
        added.Content.Add(new TokenRange(line.Colon + 1, end));
        added.Confidence = confidence;
        added.Rules = QuoteRules.SpeakerLabel;
        return added;
    }

    /// <summary>Paragraphs without a label of their own, up to the next label: the speaker goes on, unless it was a question.</summary>
    private static void GoOn(ArticleReader article, int start, int next, Attribution attribution)
    {
        for (var first = start; first < next && article.Form(start - 1) is not "?";)
        {
            var end = first + 1;
            while (end < next && article.Paragraphs[end] == article.Paragraphs[first])
            {
                end++;
            }

            if (!IsSpeech(article, first, end))
            {
                return;
            }

            attribution.Content.Add(new TokenRange(article.Classes[first] == TokenClass.DoubleMark && first + 1 < end ? first + 1 : first, end));
            first = end;
        }
    }

    /// <summary>Whether a paragraph has whole sentences: no heading, no "(Applause)", no furniture.</summary>
    private static bool IsSpeech(ArticleReader article, int first, int end) =>
        article.Sentences[first] >= 0 && article.Form(article.Classes[first] == TokenClass.DoubleMark && first + 1 < end ? first + 1 : first) is not ("(" or "[")
        && article.Form(end - 1) is "." or "!" or "?" or "…" or "..." or "\"" or "”" or "'" or "’";

    private bool IsSpoken(Attribution attribution)
    {
        int low = 0, high = _added.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _added[middle].Cue.First <= attribution.Cue.First ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && attribution.Cue.First < _added[low - 1].Content[^1].End;
    }

    private void FindLines(ArticleReader article)
    {
        _lines.Clear();
        var paragraphs = 0;
        for (var start = 0; start < article.Count;)
        {
            article.Look(paragraphs++);
            var end = article.EndOfParagraph(start);

            // A transcript may stand between marks as a whole.
            var first = article.Classes[start] == TokenClass.DoubleMark && start + 1 < end ? start + 1 : start;
            var colon = ColonBehindLabel(article, first, end);
            if (colon > first && colon + 1 < end && !TextLabels.IsLabel(article, new TokenRange(first, colon)) && article.Sentences[start] >= 0 && article.Sentences[colon + 1] >= 0)
            {
                _lines.Add(new Line(start, first, colon, end));
            }

            start = end;
        }
    }

    // A label is one to a few capitalized words, "Q" and "A" among them, with at most a bracketed addition.
    private static int ColonBehindLabel(ArticleReader article, int start, int end)
    {
        var bracket = false;
        for (var i = start; i < Math.Min(end, start + LongestLabel + 1); i++)
        {
            var form = article.Form(i);
            if (form is ":")
            {
                return bracket ? -1 : i;
            }

            if (form is "(" or ")")
            {
                bracket = form is "(";
                continue;
            }

            var isName = char.IsUpper(form[0]) && char.IsLetter(form[0])
                && (article.Classes[i] is TokenClass.ProperNoun or TokenClass.Other
                    || form.Length <= 2 || !form.ContainsAnyInRange('a', 'z'));
            var isPart = bracket || (i > start && form is "." or "-" or "'s" or "’s" or "the" or "of");
            if (!isName && !isPart)
            {
                return -1;
            }
        }

        return -1;
    }

    // Several lines, and names that come back.
    private bool IsTranscript(ArticleReader article)
    {
        if (_lines.Count < FewestOfTranscript)
        {
            return false;
        }

        var names = _names.Count(article, _lines);
        return names >= 2 && 3 * names <= 2 * _lines.Count;
    }

    /// <summary>
    /// Questions and answers that the paper itself asks and gives: the labels are "Q" and "A", and nobody in the answers says "I" or "we" but
    /// between quotation marks. There the people whom the answers quote are the speakers.
    /// </summary>
    private bool IsExplainer(ArticleReader article, QuotationFinder quotations)
    {
        foreach (var line in _lines)
        {
            if (line.Colon - line.First != 1 || article.Form(line.First) is not ("Q" or "A"))
            {
                return false;
            }

            for (var token = line.Colon + 1; token < line.End; token++)
            {
                article.Look(token);
                if (quotations.Of[token] < 0 && article.Form(token) is "I" or "we" or "We" or "my" or "My" or "our" or "Our" or "me" or "us")
                {
                    return false;
                }
            }
        }

        return true;
    }

    // In a transcript the label knows better than the models how far its words reach.
    private static bool IsTaken(List<Attribution> attributions, Line line, bool isTranscript)
    {
        int low = 0, high = attributions.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = attributions[middle].Cue.End <= line.Colon ? (middle + 1, high) : (low, middle);
        }

        return low < attributions.Count && attributions[low].Cue.First <= line.Colon
            && !(isTranscript && attributions[low].Cue.First == line.Colon);
    }

    /// <summary>A paragraph with a label: its own first token, the label's, the colon, the token behind the paragraph.</summary>
    internal readonly record struct Line(int Start, int First, int Colon, int End);
}
