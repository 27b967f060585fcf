using System.Buffers;
using System.Globalization;
using System.Text;
using NewsNlp.Documents;
using NewsNlp.Quotations;
using NewsNlp.Tool.Terminal;

namespace NewsNlp.Tool.Output.Report;

/// <summary>An article's quotes for a person at a terminal; with an attributor that explains them, what each rests on.</summary>
internal sealed class QuotesFormat(int width, bool colour, bool several, NewsQuoteAttributor? explainer) : IDocumentFormat
{
    private const int Narrowest = 30;
    private const int Widest = 100;
    private const int Margin = 4;

    private readonly int _width = Math.Clamp(width, Narrowest, Widest);
    private readonly Palette _palette = new(colour);

    public ReadOnlySpan<byte> Separator => "\n"u8;

    public void Write(Document document, int number, IBufferWriter<byte> output)
    {
        var writer = new StyledWriter(_width, _palette);
        if (several)
        {
            writer.Rule(document.Id, Style.Faint);
        }

        new ArticleHeading(document).Write(writer);
        if (explainer is null)
        {
            QuoteList.Write(document, writer);
        }
        else if (document.Has(Layer.Quotes))
        {
            var explanations = explainer.Explain(document);
            foreach (var quote in document.Quotes)
            {
                writer.EndLine();
                QuoteList.Write(quote, writer);
                foreach (var explanation in explanations)
                {
                    if (explanation.Cue == quote.Cue && explanation.Contents.SequenceEqual(quote.Contents))
                    {
                        Write(document, explanation, writer);
                        break;
                    }
                }
            }
        }

        Encoding.UTF8.GetBytes(writer.ToString(), output);
    }

    private static void Write(Document document, QuoteExplanation explanation, StyledWriter writer)
    {
        string Of(TextSpan span) => span.Of(document.Text).ToString();
        Line(writer, "cue", explanation.Cue is not { } cue || explanation.CueWord is not { } word ? "none"
            : $"\"{Of(cue)}\" by its word \"{Of(word)}\", {(explanation.CueGroup is { } group ? $"listed with {group}" : "which is not listed")}");
        Line(writer, "source", explanation.Source.IsEmpty ? "none" : string.Join(" … ", explanation.Source.Select(span => $"\"{Of(span)}\"")));
        if (explanation.Rules != QuoteRules.None)
        {
            Line(writer, "rule", string.Join("; ", Rules(explanation.Rules)));
        }

        Line(writer, "scores", explanation.IsLearned
            ? string.Create(CultureInfo.InvariantCulture, $"cue {explanation.CueProbability:0.00}, content {explanation.ContentProbability:0.00}, source {explanation.SourceProbability:0.00}; in all {explanation.Confidence:0.00}")
            : string.Create(CultureInfo.InvariantCulture, $"by rule; in all {explanation.Confidence:0.00}"));
    }

    private static IEnumerable<string> Rules(QuoteRules rules)
    {
        (QuoteRules Rule, string Text)[] all =
        [
            (QuoteRules.AddresseeReplaced, "whoever is told is no content"),
            (QuoteRules.SpeechOverParagraphs, "speech goes on over paragraphs"),
            (QuoteRules.SpeakerLabel, "a speaker's name and a colon"),
            (QuoteRules.Signature, "a name behind a dash"),
            (QuoteRules.SpeakerGoesOn, "the speaker before goes on"),
            (QuoteRules.TrailingSource, "the sentence ends with who said it"),
            (QuoteRules.SplitQuotation, "the speaker divides the sentence"),
        ];
        return all.Where(rule => rules.HasFlag(rule.Rule)).Select(rule => rule.Text);
    }

    private static void Line(StyledWriter writer, string name, string text)
    {
        writer.Indent = Margin + 8;
        writer.Pad(Margin);
        writer.Cell(name, 8, Style.Faint);
        writer.Flow(text);
        writer.EndLine();
        writer.Indent = 0;
    }
}
