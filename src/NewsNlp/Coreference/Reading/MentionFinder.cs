using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Documents;
using NewsNlp.Lexicons;
using NewsNlp.Threading;

namespace NewsNlp.Coreference.Reading;

/// <summary>
/// Finds everything that may refer to an entity: names, noun phrases, pronouns, in the order of the text
/// (Lee et al. 2013, section 3.2, over tags instead of parses).
/// </summary>
internal static class MentionFinder
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Find(Article article, InterruptibleList<MentionDraft> mentions)
    {
        var steps = 0;
        for (var s = 0; s < article.SentenceCount; s++)
        {
            var start = article.SentenceStarts[s];
            var end = article.SentenceEnd(s);
            for (var t = start; t < end;)
            {
                article.Look(steps++);
                t = FindAt(article, s, t, end, mentions);
            }
        }

        SortByStart(article, mentions);
    }

    /// <summary>
    /// Orders mentions by start, the longer first. They come nearly in order: a phrase begins at most a possessor and some
    /// adjectives before its noun, so that each moves past a few at most.
    /// </summary>
    private static void SortByStart(Article article, InterruptibleList<MentionDraft> mentions)
    {
        var all = mentions.Items;
        for (var i = 1; i < all.Length; i++)
        {
            article.Look(i);
            if (!IsBefore(all[i], all[i - 1]))
            {
                continue;
            }

            var moved = all[i];
            var place = i;
            for (; place > 0 && IsBefore(moved, all[place - 1]); place--)
            {
                all[place] = all[place - 1];
            }

            all[place] = moved;
        }
    }

    private static bool IsBefore(in MentionDraft a, in MentionDraft b) =>
        a.Start != b.Start ? a.Start < b.Start : a.End != b.End ? a.End > b.End : a.Kind < b.Kind;

    private static int FindAt(Article article, int sentence, int token, int end, InterruptibleList<MentionDraft> mentions)
    {
        if (article.Names[token] is >= 0 and var name)
        {
            return AddName(article, sentence, name, end, mentions);
        }

        if (article.IsSource(token) && article.Names[token + 1] < 0 && (!NounPhrases.IsNoun(article, token + 1) || IsNoEntity(article, token + 1) || article.Is(token + 1, WordFlags.Pronoun)))
        {
            // "the i", "the Times"
            mentions.Add(Nominal(article, sentence, new NounPhrases.Phrase(token, token + 1, token + 2, true), token + 1, null));
            return token + 2;
        }

        if (article.Entries[token] is { Person: > 0 } pronoun)
        {
            AddPronoun(article, sentence, token, pronoun, mentions);
            return token + 1;
        }

        if (NounPhrases.IsNoun(article, token))
        {
            return AddNominal(article, sentence, token, end, mentions);
        }

        return token + 1;
    }

    private static int AddName(Article article, int sentence, int index, int sentenceEnd, InterruptibleList<MentionDraft> mentions)
    {
        var layer = article.Document.EntityMentionLayer;
        var start = layer.FirstTokens[index];
        var end = Math.Min(start + layer.TokenCounts[index], sentenceEnd);
        var entityClass = ClassOf(layer.Labels[index]);
        if (entityClass is { } known)
        {
            var core = start;
            while (core < end - 1 && (article.IsWord(core, "the") || (article.Is(core, WordFlags.Title) && known == EntityClass.Person)))
            {
                core++;
            }

            // "Parishioner Edna Miles", where a sentence begins
            core += core == article.SentenceStarts[sentence] && known == EntityClass.Person && end - core > 2 && article.Is(core, WordFlags.AnyPerson) ? 1 : 0;
            core = BehindNouns(article, sentence, core, end);

            var coreEnd = end;
            while (coreEnd > core + 1 && article.IsPossessiveMark(coreEnd - 1))
            {
                coreEnd--;
            }

            mentions.Add(Name(article, sentence, start, end, index, known) with { Core = core, CoreEnd = coreEnd, Head = coreEnd - 1, IsPlural = known == EntityClass.Norp && article.Form(coreEnd - 1)[^1] == 's' });
        }

        // "Norland officials", "the BBC reporter": the name may stand before a noun, which is a phrase of its own.
        return end;
    }

    private static MentionDraft Name(Article article, int sentence, int start, int end, int entityMention, EntityClass known) => new()
    {
        Start = start,
        End = end,
        Head = end - 1,
        Core = start,
        CoreEnd = end,
        TitleStart = start,
        Kind = MentionKind.Name,
        EntityMention = entityMention,
        Sentence = sentence,
        Quote = article.Quotes[start],
        Class = known,
        Gender = known is EntityClass.Person ? Gender.Person : known is EntityClass.Norp ? Gender.Unknown : Gender.Neuter,
        IsDefinite = true,
        IsSubject = NounPhrases.IsSubject(article, start, end),
        IsByline = article.SentenceBlocks[sentence] is BlockKind.Byline or BlockKind.Dateline or BlockKind.Credit,
    };

    /// <summary>
    /// What a run of capitalized proper nouns names that the recognizer overlooked: a person, where it begins with a given name or
    /// stands beside a noun for one ("its chief executive, Tor Lindqvist, said"); a body, where it ends with a noun for one.
    /// </summary>
    private static EntityClass ClassOfName(Article article, int start, int end)
    {
        if (end - start is < 2 or > 4 || !article.HasTags)
        {
            return EntityClass.None;
        }

        for (var t = start; t < end; t++)
        {
            if (article.Tag(t) != Upos.PROPN || !article.IsCapitalized(t) || article.Form(t).Length < 2)
            {
                return EntityClass.None;
            }
        }

        return article.Is(end - 1, WordFlags.Organization) ? EntityClass.Organization
            : article.Is(end - 1, WordFlags.AnyNoun | WordFlags.Title) ? EntityClass.None
            : GivenNames.Default.Find(article.Form(start)) != Gender.Unknown || IsApposed(article, start, end) ? EntityClass.Person
            : EntityClass.None;
    }

    /// <summary>Between commas behind a noun for one person.</summary>
    private static bool IsApposed(Article article, int start, int end) =>
        start >= 2 && article.Form(start - 1) is "," && article.Is(start - 2, WordFlags.AnyPerson) && !article.Is(start - 2, WordFlags.Plural)
        && !article.IsCapitalized(start - 2) && end < article.Count && article.Form(end) is ",";

    /// <summary>
    /// The start of <c>Coastline</c> where the recognizer took <c>rail operator Coastline</c> for the name: behind small nouns at
    /// its beginning, with a capital only where a sentence begins.
    /// </summary>
    private static int BehindNouns(Article article, int sentence, int core, int end)
    {
        if (core >= end - 1 || (article.IsCapitalized(core) && core != article.SentenceStarts[sentence]))
        {
            return core;
        }

        var last = -1;
        for (var t = core; t < end - 1; t++)
        {
            if (!article.IsCapitalized(t))
            {
                last = article.Tag(t) is Upos.NOUN or Upos.ADJ or Upos.NUM && char.IsLetter(article.Form(t)[0]) ? t : last;
            }
            else if (t > core)
            {
                break;
            }
        }

        return last >= 0 && article.IsCapitalized(last + 1) ? last + 1 : core;
    }

    private static void AddPronoun(Article article, int sentence, int token, WordEntry pronoun, InterruptibleList<MentionDraft> mentions)
    {
        // "US" and "IT" in capitals are no pronouns, nor is "May" or "mine" as a noun.
        var form = article.Form(token);
        if ((form.Length > 1 && form.IndexOfAnyInRange('a', 'z') < 0 && article.Tag(token) == Upos.PROPN)
            || (article.HasTags && article.Tag(token) is not (Upos.PRON or Upos.DET or Upos.X)) || PleonasticIt.Matches(article, token))
        {
            return;
        }

        mentions.Add(new MentionDraft
        {
            Start = token,
            End = token + 1,
            Head = token,
            Core = token,
            CoreEnd = token + 1,
            TitleStart = token,
            Kind = MentionKind.Pronoun,
            EntityMention = -1,
            Sentence = sentence,
            Quote = article.Quotes[token],
            Class = EntityClass.None,
            Gender = pronoun.Gender,
            IsPlural = pronoun.Is(WordFlags.Plural),
            IsDefinite = true,
            IsSubject = pronoun.Use == PronounUse.Subject && (pronoun.Lemma != "it" || IsBeforeVerb(article, token)),
            Entry = pronoun,
        });
    }

    /// <summary>"It" is subject and object alike.</summary>
    private static bool IsBeforeVerb(Article article, int token)
    {
        var next = token + 1;
        while (next < article.Count && article.Tag(next) == Upos.ADV)
        {
            next++;
        }

        return next < article.Count && article.Tag(next) is Upos.VERB or Upos.AUX && (token == 0 || article.Tag(token - 1) != Upos.ADP);
    }

    /// <summary>Adds the noun phrase that a run of nouns ends, unless the run is a title before a person's name.</summary>
    /// <returns>The token behind the run.</returns>
    private static int AddNominal(Article article, int sentence, int token, int end, InterruptibleList<MentionDraft> mentions)
    {
        var head = token;
        while (head + 1 < end && article.Names[head + 1] < 0 && NounPhrases.IsNoun(article, head + 1) && !article.IsCue(head + 1))
        {
            head++;
        }

        var next = head + 1;
        if (AddFamilyName(article, sentence, token, head, mentions))
        {
            return next;
        }

        var isBeforeName = next < end && article.Names[next] is >= 0 and var name;
        if (isBeforeName && IsTitle(article, head, next))
        {
            return next;
        }

        if (IsNoEntity(article, head))
        {
            return next;
        }

        var phrase = NounPhrases.Read(article, article.SentenceStarts[sentence], head, end);
        if (ClassOfName(article, phrase.Core, next) is not EntityClass.None and var named)
        {
            mentions.Add(Name(article, sentence, phrase.Core, next, -1, named));
            return next;
        }
        var entry = article.Entries[head];
        if (entry is { } known && !known.Is(WordFlags.AnyNoun | WordFlags.RoleTitle))
        {
            entry = null;
        }

        mentions.Add(Nominal(article, sentence, phrase, head, entry));
        return next;
    }

    private static bool IsNoEntity(Article article, int head) => article.Is(head, WordFlags.NoEntity) && !article.Is(head, WordFlags.AnyNoun);

    private static MentionDraft Nominal(Article article, int sentence, NounPhrases.Phrase phrase, int head, WordEntry? entry) => new()
    {
        Start = phrase.Start,
        End = phrase.End,
        Head = head,
        Core = phrase.Core,
        CoreEnd = head + 1,
        TitleStart = phrase.Start,
        Kind = MentionKind.Nominal,
        EntityMention = -1,
        Sentence = sentence,
        Quote = article.Quotes[head],
        Class = NounPhrases.ClassOf(entry),
        Gender = entry?.Gender ?? Gender.Unknown,
        IsPlural = entry is null ? NounPhrases.LooksPlural(article, head) : entry.Is(WordFlags.Plural),
        IsDefinite = phrase.IsDefinite,
        IsSubject = NounPhrases.IsSubject(article, phrase.Start, phrase.End),
        Entry = entry,
    };

    /// <summary>
    /// Adds the family name that a run of nouns is, behind a title or alone, or holds: "Lee" in "the Lee campaign". Who is named so
    /// in passing is there to be referred to.
    /// </summary>
    /// <returns>Whether the run is all said with that.</returns>
    private static bool AddFamilyName(Article article, int sentence, int first, int head, InterruptibleList<MentionDraft> mentions)
    {
        for (var t = first; t <= head; t++)
        {
            if (!article.IsFamilyName(t) || (t > first && !article.Is(t - 1, WordFlags.Title | WordFlags.AnyPerson)))
            {
                continue;
            }

            // "a Lee": what bears the name.
            if (t == head && t > 0 && article.Form(t - 1) is "a" or "an" or "A" or "An")
            {
                return false;
            }

            if (t == head || (article.Tag(t + 1) == Upos.NOUN && !article.IsCapitalized(t + 1)))
            {
                mentions.Add(Name(article, sentence, t, t + 1, -1, EntityClass.Person));
                return t == head;
            }
        }

        return false;
    }

    private static bool IsTitle(Article article, int head, int next)
    {
        var label = article.Document.EntityMentionLayer.Labels[article.Names[next]];
        if (article.Document.EntityMentionLayer.FirstTokens[article.Names[next]] != next)
        {
            return false;
        }

        // "rail operator Coastline", "Rival Orbis"
        return label == EntityLabel.Person
            ? article.Is(head, WordFlags.AnyPerson | WordFlags.Title) || article.IsCapitalized(head)
            : label == EntityLabel.Organization && (article.Is(head, WordFlags.Organization) || article.IsWord(head, "rival"))
                && (!article.IsCapitalized(head) || head == article.SentenceStarts[article.Sentences[head]]);
    }

    /// <summary>The class of a label; null for dates, amounts and other values, which are no entities.</summary>
    private static EntityClass? ClassOf(EntityLabel label) => label.Name switch
    {
        "Person" => EntityClass.Person,
        "Organization" => EntityClass.Organization,
        "Location" => EntityClass.Location,
        "Facility" => EntityClass.Facility,
        "NORP" => EntityClass.Norp,
        "Date" or "RelativeDate" or "Money" or "Time" or "Percent" or "Quantity" or "Ordinal" or "Cardinal" => null,
        _ => EntityClass.Other,
    };
}
