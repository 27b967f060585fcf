using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Sieves;

/// <summary>Signs that an article is an interview in questions and answers, and of whom.</summary>
internal readonly struct Interview(Article article)
{
    private const int LeastQuestions = 3;
    private const int LongestQuestion = 80;
    private const int FarthestAsked = 30;

    /// <summary>Whether the sentence lies in a paragraph that is a question: short, with a question mark at its end.</summary>
    public bool IsQuestion(int sentence)
    {
        var last = sentence;
        while (last + 1 < article.SentenceCount && last - sentence < 8 && article.Paragraphs[last + 1] == article.Paragraphs[sentence])
        {
            last++;
        }

        var first = sentence;
        while (first > 0 && last - first < 8 && article.Paragraphs[first - 1] == article.Paragraphs[sentence])
        {
            first--;
        }

        var end = article.SentenceEnd(last);
        var start = article.SentenceStarts[first];
        return end - start <= LongestQuestion && (article.Form(end - 1) is "?" || (end > 1 && article.Form(end - 2) is "?" && (article.Form(end - 1)[0] != '”' && article.Form(end - 1)[0] != '"' || article.Form(start)[0] is '“' or '"')));
    }

    /// <summary>Whether several paragraphs are questions, or the text before the first speaks of an interview.</summary>
    public bool IsLikely(int firstQuestion)
    {
        var questions = 0;
        for (var sentence = 0; sentence < article.SentenceCount && questions < LeastQuestions; sentence++)
        {
            var isFirst = sentence == 0 || article.Paragraphs[sentence - 1] != article.Paragraphs[sentence];
            questions += isFirst && article.Quotes[article.SentenceStarts[sentence]] < 0 && IsQuestion(sentence) ? 1 : 0;
        }

        return questions >= LeastQuestions
            || Any(article.SentenceStarts[firstQuestion], static (article, token) => article.Form(token).StartsWith("interview", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the text before a sentence says that somebody is interviewed.</summary>
    public bool HasAsked(int sentence) => Any(article.SentenceStarts[sentence], IsVerb);

    /// <summary>"The Gazette interviews the trainer Ann Lee about": a name that comes right behind the verb, or with a few words between.</summary>
    public bool IsAsked(in MentionDraft mention)
    {
        var start = article.SentenceStarts[mention.Sentence];
        for (var token = mention.Start - 1; token >= start && mention.Start - token <= FarthestAsked; token--)
        {
            if (IsVerb(article, token))
            {
                return true;
            }

            if (article.Form(token) is "about" or "on" or "regarding")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a token says that whoever stands behind it is interviewed.</summary>
    public bool IsVerbAt(int token) => IsVerb(article, token);

    /// <summary>"interviewed", unless somebody was interviewed by somebody.</summary>
    private static bool IsVerb(Article article, int token) =>
        article.Form(token) is "interviews" or "interviewed" or "interviewing" && article.Tag(token) is Upos.VERB or Upos.X
        && (token + 1 >= article.Count || !article.IsWord(token + 1, "by"));

    private bool Any(int end, Func<Article, int, bool> isSo)
    {
        for (var token = 0; token < end; token++)
        {
            if (isSo(article, token))
            {
                return true;
            }
        }

        return false;
    }
}
