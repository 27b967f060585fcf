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
    // A line is words with tags where they matter, * behind a tag for an organization's name; [ ] is the source, < > the cue, before and after.
    [InlineData("` It ended ` [,] <said/VERB NBA/PROPN*> .", "` It ended ` , <said> [NBA] .")]
    [InlineData("` It ended ` [,] <said/VERB Monday/PROPN> .", "` It ended ` , <said Monday> .")]
    [InlineData("` It ended ` [she] <told/VERB NBA/PROPN*> .", "` It ended ` [she] <told NBA> .")]
    [InlineData("[Okoro/PROPN] <was/AUX told/VERB> that/SCONJ it ended", "Okoro <was told> that it ended")]
    [InlineData("<was/AUX also/ADV asked/VERB> by [Okoro/PROPN] whether it ended", "<was also asked> by [Okoro] whether it ended")]
    [InlineData("[Okoro/PROPN] <told/VERB> us it ended", "[Okoro] <told> us it ended")]
    [InlineData("According to [the Gazette , Mayor/NOUN Okoro/PROPN ,] <said/VERB> it ended", "According to the Gazette , [Mayor Okoro ,] <said> it ended")]
    [InlineData("<According/VERB to/ADP> [the Gazette , Mayor/NOUN Okoro/PROPN ,] said it ended", "<According to> [the Gazette , Mayor Okoro ,] said it ended")]
    [InlineData("[Okoro/PROPN , the mayor ,] <said/VERB> it ended", "[Okoro , the mayor ,] <said> it ended")]
    [InlineData("[,] <said/VERB> it ended", ", <said> it ended")]
    [InlineData("[Okoro/PROPN] <said/VERB> it ended", "[Okoro] <said> it ended")]
    [InlineData("[’90s stars/NOUN] <said/VERB> it ended", "[’90s stars] <said> it ended")]
    public void Sources_are_mended(string before, string after) => Assert.Equal(after, Mend(before));

    [Theory]
    [InlineData("[Okoro/PROPN] <was/AUX shown/VERB> the/DET boats/NOUN")]
    [InlineData("[Okoro/PROPN] <was/AUX then/ADV shown/VERB> new/ADJ boats/NOUN")]
    public void What_somebody_was_shown_is_no_quote(string marked) => Assert.Equal("", Mend(marked));

    [Theory]
    [InlineData("[Okoro/PROPN] <was/AUX shown/VERB> to/PART lie/VERB")]
    [InlineData("[Images/NOUN] <had/AUX shown/VERB> the/DET boats/NOUN")]
    public void What_something_shows_is_one(string marked) => Assert.NotEqual("", Mend(marked));

    private static string Mend(string marked)
    {
        List<string> words = [];
        List<Upos> tags = [];
        List<int> names = [];
        (int First, int End) source = default, cue = default;
        foreach (var marker in marked.Split(' '))
        {
            var parts = marker.Trim('[', ']', '<', '>').Split('/');
            source.First = marker[0] == '[' ? words.Count : source.First;
            cue.First = marker[0] == '<' ? words.Count : cue.First;
            if (marker.Contains('*', StringComparison.Ordinal)) names.Add(words.Count);
            words.Add(parts[0]);
            tags.Add(parts.Length > 1 ? Enum.Parse<Upos>(parts[1].TrimEnd('*')) : parts[0] == "," ? Upos.PUNCT : Upos.X);
            source.End = marker[^1] == ']' ? words.Count : source.End;
            cue.End = marker[^1] == '>' ? words.Count : cue.End;
        }

        var article = new ArticleReader(Models.Lexicon, Models.Clusters);
        article.Read(Build(words, tags, names));
        var attribution = new Attribution();
        attribution.Clear(new Cue(cue.First, cue.End, 1));
        attribution.Source.Add(new TokenRange(source.First, source.End));
        attribution.Content.Add(new TokenRange(cue.End, words.Count));
        List<Attribution> attributions = [attribution];
        SourceEdges.Mend(article, attributions);
        return attributions.Count == 0 ? "" : Show(words, attribution);
    }

    private static Document Build(List<string> words, List<Upos> tags, List<int> names)
    {
        var spans = new List<TextSpan>();
        foreach (var word in words)
        {
            spans.Add(new TextSpan(spans.Count == 0 ? 0 : spans[^1].End + 1, word.Length));
        }

        return new DocumentBuilder(string.Join(' ', words)).AddTokens([.. spans]).AddSentences(sink => sink.Add(0, words.Count))
            .AddPartOfSpeech([.. tags]).AddLemmas([.. words.Select(word => word == "was" ? "be" : word)])
            .AddEntityMentions(sink => names.ForEach(name => sink.Add(name, 1, EntityLabel.Organization))).Build();
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
