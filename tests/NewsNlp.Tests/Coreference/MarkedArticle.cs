using System.Text;
using NewsNlp.Documents;
using NewsNlp.Documents.Sinks;

namespace NewsNlp.Tests.Coreference;

/// <summary>
/// An article with its earlier layers marked in the text, so that coreference can be tested without models:
/// <c>[P Ann Lee]</c> is a person, <c>O</c> an organization, <c>L</c> a place, <c>N</c> a nationality, <c>F</c> a building, <c>D</c> a date,
/// <c>X</c> a proper noun that the recognizer overlooked;
/// <c>{s1 …}</c>, <c>{v1 …}</c>, <c>{c1 …}</c> are source, cue and content of quote 1; <c>{b …}</c> is a byline. A line is a paragraph.
/// </summary>
internal sealed class MarkedArticle
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End, char Label)> _names = [];
    private readonly List<(int Start, int End, char Role, int Quote)> _parts = [];

    private MarkedArticle(string marked)
    {
        var open = new Stack<(int Start, string Mark)>();
        for (var i = 0; i < marked.Length; i++)
        {
            switch (marked[i])
            {
                case '[' or '{':
                    var blank = marked.IndexOf(' ', i);
                    open.Push((_text.Length, marked[(i + 1)..blank]));
                    i = blank;
                    break;
                case ']':
                    var name = open.Pop();
                    _names.Add((name.Start, _text.Length, name.Mark[0]));
                    break;
                case '}':
                    var part = open.Pop();
                    _parts.Add((part.Start, _text.Length, part.Mark[0], part.Mark.Length > 1 ? int.Parse(part.Mark.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) : 0));
                    break;
                default:
                    _text.Append(marked[i]);
                    break;
            }
        }
    }

    /// <summary>The document with every layer that coreference reads.</summary>
    public static DocumentBuilder Build(string marked) => new MarkedArticle(marked).Build();

    private DocumentBuilder Build()
    {
        var text = _text.ToString();
        var tokens = TestTokens.Of(text);
        var builder = new DocumentBuilder(text)
            .AddBlocks(sink => AddBlocks(text, sink))
            .AddTokens([.. tokens.Select(t => t.Span)], [.. tokens.Select(t => t.Kind)])
            .AddSentences(sink => AddSentences(text, tokens, sink));
        var named = new HashSet<int>(_names.Where(n => n.Label != 'N').SelectMany(n => Enumerable.Range(n.Start, n.End - n.Start)));
        builder.AddPartOfSpeech([.. tokens.Select((t, i) => named.Contains(t.Span.Start) && t.Tag != Upos.PUNCT ? Upos.PROPN : TestTokens.Disambiguate(tokens, i))]);
        builder.AddLemmas([.. tokens.Select(t => TestTokens.Lemma(t.Span.Of(text).ToString()))]);
        builder.AddEntityMentions(sink => AddNames(tokens, sink));
        return builder.AddQuotes(sink => AddQuotes(text, sink));
    }

    private void AddBlocks(string text, BlockSink sink)
    {
        var bylines = _parts.Where(p => p.Role == 'b').ToList();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                var isByline = bylines.Exists(p => p.Start >= start && p.End <= end);
                sink.Add(TextSpan.FromBounds(start, end), isByline ? BlockKind.Byline : BlockKind.Paragraph);
            }

            start = end + 1;
        }
    }

    /// <summary>A sentence ends at a full stop, question or exclamation mark, behind the quotation marks that close there, and at a line's end.</summary>
    private static void AddSentences(string text, List<TestToken> tokens, SentenceSink sink)
    {
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var form = tokens[i].Span.Of(text);
            var isLast = i + 1 == tokens.Count || text.AsSpan(tokens[i].Span.End, tokens[i + 1].Span.Start - tokens[i].Span.End).Contains('\n');
            var closes = form is "." or "?" or "!" || (form is "”" or "\"" && i > first && tokens[i - 1].Span.Of(text) is "." or "?" or "!");
            var goesOn = !isLast && (tokens[i + 1].Span.Of(text) is "”" || char.IsLower(text[tokens[i + 1].Span.Start]));
            if (isLast || (closes && !goesOn))
            {
                sink.Add(first, i + 1 - first);
                first = i + 1;
            }
        }
    }

    private void AddNames(List<TestToken> tokens, EntityMentionSink sink)
    {
        var first = 0;
        foreach (var (start, end, label) in _names.Where(n => n.Label != 'X').OrderBy(n => n.Start))
        {
            while (tokens[first].Span.Start < start)
            {
                first++;
            }

            var count = 1;
            while (first + count < tokens.Count && tokens[first + count].Span.End <= end)
            {
                count++;
            }

            sink.Add(first, count, label switch
            {
                'P' => EntityLabel.Person,
                'O' => EntityLabel.Organization,
                'L' => EntityLabel.Location,
                'N' => EntityLabel.NORP,
                'F' => EntityLabel.Facility,
                'D' => EntityLabel.Date,
                _ => EntityLabel.Misc,
            });
        }
    }

    private void AddQuotes(string text, QuoteSink sink)
    {
        foreach (var quote in _parts.Where(p => p.Role != 'b').GroupBy(p => p.Quote).OrderBy(g => g.Key))
        {
            TextSpan[] Spans(char role) => [.. quote.Where(p => p.Role == role).OrderBy(p => p.Start).Select(p => TextSpan.FromBounds(p.Start, p.End))];
            var contents = Spans('c');
            var isQuoted = contents.All(c => c.Of(text)[0] is '“' or '"');
            var cue = Spans('v');
            sink.Add(
                isQuoted ? QuoteKind.Direct : contents.Any(c => c.Of(text).ContainsAny('“', '"')) ? QuoteKind.Mixed : QuoteKind.Indirect,
                contents, Spans('s'), cue.Length > 0 ? cue[0] : null);
        }
    }
}
