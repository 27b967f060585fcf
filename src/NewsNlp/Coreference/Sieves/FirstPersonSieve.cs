using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Sieves;

/// <summary>
/// "I", "we" and "you" outside of quotes. In an interview that is printed as questions and answers, "I" is the person whom the
/// opening presents, and so is "you" in the questions; elsewhere "I" is the one writer whom the byline names. Where nobody is
/// named, each of the three is one and the same through the article, whoever that may be.
/// </summary>
internal sealed class FirstPersonSieve(ResolverScratch scratch)
{
    private const int LeastAnswers = 3;
    private const int LeastQuestions = 3;
    private const int LongestQuestion = 80;
    private const int HeadlineBonus = 3;
    private const int InterviewedBonus = 5;
    private const int FarthestInterviewed = 30;

    private readonly Article _article = scratch.Article;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Resolve()
    {
        int speaking = 0, asking = 0, firstQuestion = int.MaxValue, firstAnswer = int.MaxValue;
        foreach (ref readonly var mention in scratch.Mentions)
        {
            if (mention.Kind != MentionKind.Pronoun || mention.Quote >= 0)
            {
                continue;
            }

            if (IsI(mention))
            {
                if (!IsQuestion(mention.Sentence))
                {
                    speaking++;
                    firstAnswer = Math.Min(firstAnswer, mention.Sentence);
                }
            }
            else if (mention.Entry is { Person: 2 } && IsQuestion(mention.Sentence))
            {
                asking++;
                firstQuestion = Math.Min(firstQuestion, mention.Sentence);
            }
        }

        var isInterview = (speaking >= LeastAnswers && asking > 0) || (asking > 0 && (Questions() >= LeastQuestions || IsCalledInterview(firstQuestion)));
        Join(isInterview ? Presented(Math.Min(firstQuestion, firstAnswer)) : speaking > 0 ? Writer() : -1, isInterview);
    }

    /// <summary>How many paragraphs are questions.</summary>
    private int Questions()
    {
        var count = 0;
        for (var sentence = 0; sentence < _article.SentenceCount; sentence++)
        {
            var isFirst = sentence == 0 || _article.Paragraphs[sentence - 1] != _article.Paragraphs[sentence];
            count += isFirst && _article.Quotes[_article.SentenceStarts[sentence]] < 0 && IsQuestion(sentence) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether the text before a sentence speaks of an interview.</summary>
    private bool IsCalledInterview(int sentence)
    {
        for (var t = 0; t < _article.SentenceStarts[sentence]; t++)
        {
            if (_article.Form(t).StartsWith("interview", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsI(in MentionDraft mention) => mention.Entry is { Person: 1 } && !mention.IsPlural;

    /// <summary>Whether the sentence lies in a paragraph that is a question: short, with a question mark at its end.</summary>
    private bool IsQuestion(int sentence)
    {
        var last = sentence;
        while (last + 1 < _article.SentenceCount && last - sentence < 8 && _article.Paragraphs[last + 1] == _article.Paragraphs[sentence])
        {
            last++;
        }

        var first = sentence;
        while (first > 0 && last - first < 8 && _article.Paragraphs[first - 1] == _article.Paragraphs[sentence])
        {
            first--;
        }

        var end = _article.SentenceEnd(last);
        return end - _article.SentenceStarts[first] <= LongestQuestion && (_article.Form(end - 1) is "?" || (end > 1 && _article.Form(end - 2) is "?"));
    }

    private void Join(int person, bool isInterview)
    {
        int narrator = person, we = -1, you = -1;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            ref readonly var mention = ref mentions[i];
            if (mention.Kind != MentionKind.Pronoun || mention.Quote >= 0 || mention.Entry is not { Person: 1 or 2 } entry)
            {
                continue;
            }

            // The interviewer's own "I" is nobody whom the text names.
            var isQuestion = isInterview && IsQuestion(mention.Sentence);
            if (entry.Person == 2)
            {
                Join(ref isQuestion && person >= 0 ? ref narrator : ref you, i);
            }
            else if (mention.IsPlural)
            {
                Join(ref we, i);
            }
            else if (!isQuestion)
            {
                Join(ref narrator, i);
            }
        }
    }

    private void Join(ref int chain, int mention)
    {
        if (chain < 0)
        {
            chain = mention;
        }
        else
        {
            scratch.Clusters.Union(chain, mention);
        }
    }

    /// <summary>
    /// The person whom the text before the first question or answer names most often, the headline's before others, the first of
    /// equals, and before all others whom it says to be interviewed; -1 where it names nobody, or somebody without a name is interviewed.
    /// </summary>
    private int Presented(int firstTurn)
    {
        var counts = scratch.Postings;
        counts.Clear();
        int best = -1, bestCount = 0;
        var isNamed = false;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length && mentions[i].Sentence < firstTurn; i++)
        {
            if (mentions[i].Kind != MentionKind.Name || mentions[i].Class != EntityClass.Person || mentions[i].IsByline || mentions[i].Quote >= 0)
            {
                continue;
            }

            var root = scratch.Clusters.Find(i);
            var isAsked = IsBehindInterview(mentions[i]);
            isNamed |= isAsked;
            var count = (mentions[i].Sentence == 0 ? HeadlineBonus : 1) + (isAsked ? InterviewedBonus : 0);
            count += counts.First(root) is >= 0 and var item ? counts.Value(item) : 0;
            counts.Add(root, count);
            if (count > bestCount)
            {
                (best, bestCount) = (root, count);
            }
        }

        return isNamed || !IsSomebodyInterviewed(firstTurn) ? best : -1;
    }

    /// <summary>"The Gazette interviews the trainer Ann Lee about": a name that comes right behind the verb, or with a few words between.</summary>
    private bool IsBehindInterview(in MentionDraft mention)
    {
        var start = _article.SentenceStarts[mention.Sentence];
        for (var t = mention.Start - 1; t >= start && mention.Start - t <= FarthestInterviewed; t--)
        {
            if (IsInterviewVerb(t))
            {
                return true;
            }

            if (_article.Form(t) is "about" or "on" or "regarding")
            {
                return false;
            }
        }

        return false;
    }

    private bool IsSomebodyInterviewed(int firstTurn)
    {
        for (var t = 0; t < _article.SentenceStarts[firstTurn]; t++)
        {
            if (IsInterviewVerb(t))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"interviewed", unless somebody was interviewed by somebody.</summary>
    private bool IsInterviewVerb(int token) =>
        _article.Form(token) is "interviews" or "interviewed" or "interviewing" && _article.Tag(token) is Upos.VERB or Upos.X
        && (token + 1 >= _article.Count || !_article.IsWord(token + 1, "by"));

    /// <summary>The one person of the byline; -1 where there is none, or more than one.</summary>
    private int Writer()
    {
        var writer = -1;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].IsByline && mentions[i].Kind == MentionKind.Name && mentions[i].Class == EntityClass.Person)
            {
                if (writer >= 0 && !scratch.Clusters.AreSame(writer, i))
                {
                    return -1;
                }

                writer = i;
            }
        }

        return writer;
    }
}
