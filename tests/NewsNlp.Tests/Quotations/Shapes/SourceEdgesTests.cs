using NewsNlp.Documents;
using NewsNlp.Models;
using NewsNlp.Quotations;
using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;
using NewsNlp.Quotations.Shapes;

namespace NewsNlp.Tests.Quotations.Shapes;

public sealed class SourceEdgesTests
{
    private static readonly QuoteModels Models = QuoteModels.Read(NlpModel.Default);

    [Theory]
    // A line is words with tags where they matter; [ ] is the source, < > the cue, before and after.
    [InlineData("` It ended ` [,] <said/VERB NBA/PROPN> .", "` It ended ` , <said> [NBA] .")]
    [InlineData("According to [the Gazette , Mayor/NOUN Okoro/PROPN ,] <said/VERB> it ended", "According to the Gazette , [Mayor Okoro ,] <said> it ended")]
    [InlineData("<According/VERB to/ADP> [the Gazette , Mayor/NOUN Okoro/PROPN ,] said it ended", "<According to> [the Gazette , Mayor Okoro ,] said it ended")]
    [InlineData("[Okoro/PROPN , the mayor ,] <said/VERB> it ended", "[Okoro , the mayor ,] <said> it ended")]
    [InlineData("[,] <said/VERB> it ended", ", <said> it ended")]
    [InlineData("[,] <Okoro/PROPN> it ended", ", <Okoro> it ended")]
    [InlineData("[’90s stars/NOUN] <said/VERB> it ended", "[’90s stars] <said> it ended")]
    public void Sources_are_mended(string before, string after) => Assert.Equal(after, Mend(before));

    private static string Mend(string marked)
    {
        List<string> words = [];
        List<Upos> tags = [];
        (int First, int End) source = default, cue = default;
        foreach (var marker in marked.Split(' '))
        {
            var parts = marker.Trim('[', ']', '<', '>').Split('/');
            source.First = marker[0] == '[' ? words.Count : source.First;
            cue.First = marker[0] == '<' ? words.Count : cue.First;
            words.Add(parts[0]);
            tags.Add(parts.Length > 1 ? Enum.Parse<Upos>(parts[1]) : parts[0] == "," ? Upos.PUNCT : Upos.X);
            source.End = marker[^1] == ']' ? words.Count : source.End;
            cue.End = marker[^1] == '>' ? words.Count : cue.End;
        }

        var article = new ArticleReader(Models.Lexicon, Models.Clusters);
        article.Read(Build(words, tags));
        var attribution = new Attribution();
        attribution.Clear(new Cue(cue.First, cue.End, 1));
        attribution.Source.Add(new TokenRange(source.First, source.End));
        SourceEdges.Mend(article, [attribution]);
        return Show(words, attribution);
    }

    private static Document Build(List<string> words, List<Upos> tags)
    {
        var spans = new List<TextSpan>();
        foreach (var word in words)
        {
            spans.Add(new TextSpan(spans.Count == 0 ? 0 : spans[^1].End + 1, word.Length));
        }

        return new DocumentBuilder(string.Join(' ', words)).AddTokens([.. spans]).AddSentences(sink => sink.Add(0, words.Count))
            .AddPartOfSpeech([.. tags]).Build();
    }

    private static string Show(List<string> words, Attribution attribution)
    {
        var shown = words.ToArray();
        shown[attribution.Cue.First] = "<" + shown[attribution.Cue.First];
        shown[attribution.Cue.End - 1] += ">";
        foreach (var piece in attribution.Source)
        {
            shown[piece.First] = "[" + shown[piece.First];
            shown[piece.End - 1] += "]";
        }

        return string.Join(' ', shown);
    }
}
