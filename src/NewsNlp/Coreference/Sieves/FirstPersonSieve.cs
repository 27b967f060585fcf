using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Sieves;

/// <summary>
/// "I" outside of quotes. In an interview that is printed as questions and answers, it is the person whom the opening presents, and
/// so is "you" in the questions; elsewhere it is the one writer whom the byline names.
/// </summary>
internal sealed class FirstPersonSieve(ResolverScratch scratch)
{
    private const int LeastAnswers = 3;
    private const int LongestQuestion = 80;

    private readonly Article _article = scratch.Article;

    public void Resolve()
    {
        int speaking = 0, asking = 0, firstQuestion = int.MaxValue;
        foreach (ref readonly var mention in scratch.Mentions)
        {
            if (mention.Kind != MentionKind.Pronoun || mention.Quote >= 0)
            {
                continue;
            }

            if (IsI(mention) && !IsQuestion(mention.Sentence))
            {
                speaking++;
            }
            else if (mention.Entry is { Person: 2 } && IsQuestion(mention.Sentence))
            {
                asking++;
                firstQuestion = Math.Min(firstQuestion, mention.Sentence);
            }
        }

        if (speaking >= LeastAnswers && asking > 0)
        {
            Join(Presented(firstQuestion), true);
        }
        else if (speaking > 0)
        {
            Join(Writer(), false);
        }
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
        var mentions = scratch.Mentions;
        for (var i = 0; person >= 0 && i < mentions.Length; i++)
        {
            ref readonly var mention = ref mentions[i];
            if (mention.Kind == MentionKind.Pronoun && mention.Quote < 0
                && (IsQuestion(mention.Sentence) ? isInterview && mention.Entry is { Person: 2 } : IsI(mention)))
            {
                scratch.Clusters.Union(person, i);
            }
        }
    }

    /// <summary>The person whom the text before the first question names most often, the first of equals; -1 where it names nobody.</summary>
    private int Presented(int firstQuestion)
    {
        var counts = scratch.Postings;
        counts.Clear();
        int best = -1, bestCount = 0;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length && mentions[i].Sentence < firstQuestion; i++)
        {
            if (mentions[i].Kind != MentionKind.Name || mentions[i].Class != EntityClass.Person || mentions[i].IsByline)
            {
                continue;
            }

            var root = scratch.Clusters.Find(i);
            var count = counts.First(root) is >= 0 and var item ? counts.Value(item) + 1 : 1;
            counts.Add(root, count);
            if (count > bestCount)
            {
                (best, bestCount) = (root, count);
            }
        }

        return best;
    }

    /// <summary>The one person of the byline; -1 where there is none, or more than one.</summary>
    private int Writer()
    {
        var writer = -1;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].IsByline && mentions[i].Kind == MentionKind.Name)
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
