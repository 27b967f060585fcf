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
    private const int HeadlineBonus = 3;
    private const int InterviewedBonus = 5;

    private readonly Article _article = scratch.Article;
    private readonly Interview _interview = new(scratch.Article);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Resolve()
    {
        int speaking = 0, asking = 0, firstQuestion = int.MaxValue, firstAnswer = int.MaxValue;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            ref readonly var mention = ref mentions[i];
            if (mention.Kind != MentionKind.Pronoun || mention.Quote >= 0)
            {
                continue;
            }

            if (IsI(mention))
            {
                if (!_interview.IsQuestion(mention.Sentence))
                {
                    speaking++;

                    // A headline may say what the interview only comes to: "'I never wanted fame'".
                    firstAnswer = _article.SentenceBlocks[mention.Sentence] == BlockKind.Headline ? firstAnswer : Math.Min(firstAnswer, mention.Sentence);
                }
            }
            else if (mention.Entry is { Person: 2 } && _interview.IsQuestion(mention.Sentence))
            {
                asking++;
                firstQuestion = Math.Min(firstQuestion, mention.Sentence);
            }
        }

        var isInterview = asking > 0 && (speaking >= LeastAnswers || _interview.IsLikely(firstQuestion));
        Join(isInterview ? Presented(Math.Min(firstQuestion, firstAnswer)) : speaking > 0 ? Writer() : -1, isInterview);
    }

    private static bool IsI(in MentionDraft mention) => mention.Entry is { Person: 1 } && !mention.IsPlural;

    private void Join(int person, bool isInterview)
    {
        int narrator = person, we = -1, asking = -1, you = -1;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            ref readonly var mention = ref mentions[i];
            if (mention.Kind != MentionKind.Pronoun || mention.Quote >= 0 || mention.Entry is not { Person: 1 or 2 } entry)
            {
                continue;
            }

            // The interviewer's own "I" is nobody whom the text names.
            var isQuestion = isInterview && _interview.IsQuestion(mention.Sentence);
            if (entry.Person == 2)
            {
                // Whom nobody presents are a group: those who are asked answer as "we".
                Join(ref !isQuestion ? ref you : ref person >= 0 ? ref narrator : ref we, i);
            }
            else if (mention.IsPlural)
            {
                Join(ref isQuestion ? ref asking : ref we, i);
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
            _article.Look(i);
            if (mentions[i].IsByline || mentions[i].Quote >= 0 || !(mentions[i] is { Kind: MentionKind.Name, Class: EntityClass.Person } || IsAskedByPronoun(i)))
            {
                continue;
            }

            var root = scratch.Clusters.Find(i);
            var isAsked = mentions[i].Kind == MentionKind.Pronoun || _interview.IsAsked(mentions[i]);
            isNamed |= isAsked;
            var count = (mentions[i].Sentence == 0 ? HeadlineBonus : 1) + (isAsked ? InterviewedBonus : 0);
            count += counts.First(root) is >= 0 and var item ? counts.Value(item) : 0;
            counts.Add(root, count);
            if (count > bestCount)
            {
                (best, bestCount) = (root, count);
            }
        }

        return isNamed || !_interview.HasAsked(firstTurn) ? best : -1;
    }

    /// <summary>"The Gazette interviewed him": somebody whom the text has named before.</summary>
    private bool IsAskedByPronoun(int mention) =>
        scratch.Mentions[mention] is { Kind: MentionKind.Pronoun, IsPlural: false, Start: > 0 } pronoun && _interview.IsVerbAt(pronoun.Start - 1)
        && scratch.Clusters.Info(mention) is { Class: EntityClass.Person, Name: >= 0 };

    /// <summary>The one person of the byline; -1 where there is none, or more than one.</summary>
    private int Writer()
    {
        var writer = -1;
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
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
