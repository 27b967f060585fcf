using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Quotations;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Marks;
using NewsNlp.Quotations.Reading;
using NewsNlp.Tagging;

namespace NewsNlp.Tests.Quotations.Shapes;

/// <summary>
/// Attributions written into a line of words: <c>{ }</c> a piece of content, <c>[ ]</c> of the source, <c>&lt; &gt;</c> the cue, <c>1#</c> behind the
/// opening bracket the number of the attribution where there are several; tags behind a slash where they matter, <c>+</c> behind one for a person's name;
/// <c>¶</c> before a word that begins a line.
/// </summary>
internal sealed class MarkedAttributions
{
    private static readonly QuoteModels Models = QuoteModels.Read(NlpModel.Default);

    private static readonly Lemmatizer Lemmatizer = new(NlpModel.Default);

    private readonly List<string> _words = [];

    public MarkedAttributions(string marked)
    {
        List<Upos> tags = [];
        List<int> names = [];
        Dictionary<int, (List<TokenRange> Content, List<TokenRange> Source, TokenRange Cue)> found = [];
        var open = new Stack<(char Kind, int Number, int First)>();
        HashSet<int> lines = [];
        foreach (var marker in marked.Split(' '))
        {
            if (marker == "¶")
            {
                lines.Add(_words.Count);
                continue;
            }

            var rest = marker;
            while (rest.Length > 1 && rest[0] is '{' or '[' or '<')
            {
                var hasNumber = rest.Length > 3 && rest[2] == '#';
                open.Push((rest[0], hasNumber ? rest[1] - '0' : 1, _words.Count));
                rest = rest[(hasNumber ? 3 : 1)..];
            }

            var closing = rest.Length - rest.TrimEnd('}', ']', '>').Length;
            var parts = rest[..^closing].Split('/');
            if (rest.Contains('+', StringComparison.Ordinal)) names.Add(_words.Count);
            _words.Add(parts[0]);
            tags.Add(parts.Length > 1 ? Enum.Parse<Upos>(parts[1].TrimEnd('+')) : char.IsLetterOrDigit(parts[0][0]) ? Upos.X : Upos.PUNCT);
            for (; closing > 0; closing--)
            {
                var (kind, number, first) = open.Pop();
                var one = found.GetValueOrDefault(number, ([], [], default));
                var range = new TokenRange(first, _words.Count);
                if (kind == '{') one.Content.Add(range);
                if (kind == '[') one.Source.Add(range);
                found[number] = kind == '<' ? one with { Cue = range } : one;
            }
        }

        Article = new ArticleReader(Models.Lexicon, Models.Clusters);
        Article.Read(Build(_words, tags, names, lines));
        Quotations = new QuotationFinder();
        Quotations.Find(Article);
        foreach (var (content, source, cue) in found.OrderBy(one => one.Value.Cue.First).Select(one => one.Value))
        {
            var attribution = new Attribution();
            attribution.Clear(new Cue(cue.First, cue.End, 1));
            attribution.Source.AddRange(source);
            attribution.Content.AddRange(content);
            Attributions.Add(attribution);
        }
    }

    public ArticleReader Article { get; }

    public QuotationFinder Quotations { get; }

    public List<Attribution> Attributions { get; } = [];

    /// <summary>Each attribution as <c>source &lt;cue&gt; piece … piece</c>, a bar between.</summary>
    public override string ToString() => string.Join(" | ", Attributions.Select(attribution =>
        $"{Show(attribution.Source)} <{Words(new TokenRange(attribution.Cue.First, attribution.Cue.End))}> {Show(attribution.Content)}".Trim()));

    private static Document Build(List<string> words, List<Upos> tags, List<int> names, HashSet<int> lines)
    {
        var spans = new List<TextSpan>();
        foreach (var word in words)
        {
            spans.Add(new TextSpan(spans.Count == 0 ? 0 : spans[^1].End + 1, word.Length));
        }

        var text = string.Concat(words.Select((word, i) => (i == 0 ? string.Empty : lines.Contains(i) ? "\n" : " ") + word));
        return new DocumentBuilder(text).AddTokens([.. spans]).AddSentences(sink => sink.Add(0, words.Count))
            .AddPartOfSpeech([.. tags]).AddLemmas([.. words.Select((word, i) => Lemmatizer.Lemma(word, tags[i], i + 1 < tags.Count ? tags[i + 1] : Upos.PUNCT))]).AddEntityMentions(sink => names.ForEach(name => sink.Add(name, 1, EntityLabel.Person))).Build();
    }

    private string Show(List<TokenRange> pieces) => string.Join(" … ", pieces.Select(Words));

    private string Words(TokenRange range) => string.Join(' ', _words[range.First..range.End]);
}
