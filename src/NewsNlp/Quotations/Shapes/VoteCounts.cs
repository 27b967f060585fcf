using NewsNlp.Quotations.Contents;
using NewsNlp.Quotations.Cues;
using NewsNlp.Quotations.Reading;

namespace NewsNlp.Quotations.Shapes;

/// <summary>"The council voted 11 to 4 on Tuesday to dig the harbour": how many were for it, and when, is no part of what they want.</summary>
internal static class VoteCounts
{
    private const int LongestCount = 12;

    /// <summary>Cuts such counts off the start of contents.</summary>
    public static void Cut(ArticleReader article, List<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            article.Look(i);
            if (attributions[i] is { HasCue: true, Content: [var content, ..] } attribution && content.First == attribution.Cue.End
                && article.Form(CueHead.Of(article, attribution.Cue)) is "voted" or "votes" or "vote" or "voting"
                && article.Classes[content.First] == TokenClass.Number && Infinitive(article, content) is > 0 and var to)
            {
                attribution.Content[0] = content with { First = to };
            }
        }
    }

    /// <summary>The "to" before the first verb; 0 where there is none near the start.</summary>
    private static int Infinitive(ArticleReader article, TokenRange words)
    {
        var end = Math.Min(words.End - 1, words.First + LongestCount);
        for (var token = words.First + 1; token < end; token++)
        {
            if (article.Form(token) is "to" && TokenClasses.IsVerbal(article.Classes[token + 1]))
            {
                return token;
            }
        }

        return 0;
    }
}
