using NewsNlp.Coreference.Lexicons;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Reading;

/// <summary>Where a noun phrase begins and ends, and how it stands in its sentence, by tags.</summary>
internal static class NounPhrases
{
    private const int LongestPhrase = 12;
    private const int LongestTail = 10;
    private const int LongestQuotation = 4;

    /// <summary>The phrase around a head noun: <c>the former leader of the union</c>.</summary>
    internal readonly record struct Phrase(int Start, int Core, int End, bool IsDefinite);

    public static bool IsNoun(Article article, int token) =>
        article.HasTags
            ? article.Tag(token) switch
            {
                Upos.NOUN or Upos.PROPN => !article.IsPossessiveMark(token),
                // "The official said": the tagger takes some nouns for people for adjectives.
                Upos.ADJ when article.Is(token, WordFlags.Role) => !IsBeforeNoun(article, token),
                // "Some think": people without a noun.
                Upos.DET or Upos.PRON or Upos.ADJ => article.Entries[token] is { Person: 0 } entry && entry.Is(WordFlags.Person) && IsBeforeVerb(article, token),
                _ => false,
            }
            : article.Is(token, WordFlags.AnyNoun);

    private static bool IsBeforeVerb(Article article, int token) =>
        token + 1 < article.Count && (article.Tag(token + 1) is Upos.VERB or Upos.AUX || (article.Tag(token + 1) == Upos.ADV && token + 2 < article.Count && article.Tag(token + 2) is Upos.VERB or Upos.AUX));

    private static bool IsBeforeNoun(Article article, int token) =>
        token + 1 < article.Count && (article.Tag(token + 1) is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM || article.Names[token + 1] >= 0);

    public static Phrase Read(Article article, int sentenceStart, int head, int sentenceEnd)
    {
        var core = head;
        while (core > sentenceStart && head - core < LongestPhrase)
        {
            if (IsModifier(article, core - 1))
            {
                // "a Department for Education spokesman": all of the name goes before the noun.
                core = article.Names[core - 1] is >= 0 and var name ? Math.Max(sentenceStart, article.Document.EntityMentionLayer.FirstTokens[name]) : core - 1;
            }
            else if (IsInsideSeat(article, core - 1) && core - 2 >= sentenceStart)
            {
                core -= 2;
            }
            else
            {
                break;
            }
        }

        var start = core;
        var definite = false;
        if (core > sentenceStart)
        {
            if (IsDeterminer(article, core - 1, out definite))
            {
                start = core - 1;
            }
            else if (article.IsPossessiveMark(core - 1) && core - 2 >= sentenceStart)
            {
                definite = true;
                start = PossessorStart(article, sentenceStart, core - 1);
            }
            else if (article.Entries[core - 1] is { Use: PronounUse.Possessive })
            {
                definite = true;
                start = core - 1;
            }
            else if (BeforeQuotation(article, sentenceStart, core - 1) is >= 0 and var before && IsDeterminer(article, before, out definite))
            {
                (start, core) = (before, before + 1);
            }
        }

        return new Phrase(start, core, TailEnd(article, head + 1, sentenceEnd), definite);
    }

    /// <summary>The token before the opening mark of <c>"History"</c> in <c>The "History" section</c>, whose closing mark is at a token; -1 for any other token.</summary>
    private static int BeforeQuotation(Article article, int sentenceStart, int token)
    {
        if (article.Form(token) is not ("\"" or "”" or "''" or "’" or "'"))
        {
            return -1;
        }

        for (var t = token - 1; t > sentenceStart && token - t <= LongestQuotation; t--)
        {
            if (article.Form(t) is "\"" or "“" or "``" or "‘" or "'")
            {
                return t < token - 1 ? t - 1 : -1;
            }
        }

        return -1;
    }

    /// <summary>Whether what stands here is the subject of its clause: a verb follows, no preposition or verb precedes.</summary>
    public static bool IsSubject(Article article, int start, int end)
    {
        if (!article.HasTags)
        {
            return start == 0 || article.Sentences[start - 1] != article.Sentences[start];
        }

        var sentence = article.Sentences[start];
        var before = start - 1;
        while (before >= 0 && article.Sentences[before] == sentence && (article.Tag(before) is Upos.DET or Upos.ADJ or Upos.NUM || IsTitleNoun(article, before)))
        {
            before--;
        }

        if (before >= 0 && article.Sentences[before] == sentence && article.Tag(before) is Upos.ADP or Upos.VERB or Upos.AUX)
        {
            return false;
        }

        var next = end;
        var isAside = false;
        for (var steps = 0; next < article.Count && article.Sentences[next] == sentence && steps < 24; steps++, next++)
        {
            var tag = article.Tag(next);
            if (tag == Upos.PUNCT && article.Form(next) is "," or "—" or "–" or "-" or "(" or ")")
            {
                isAside = !isAside;
                continue;
            }

            if (!isAside && tag is not (Upos.ADV or Upos.PART))
            {
                return tag is Upos.VERB or Upos.AUX;
            }
        }

        return false;
    }

    public static EntityClass ClassOf(WordEntry? entry) =>
        entry is null ? EntityClass.None
        : entry.Is(WordFlags.AnyPerson | WordFlags.RoleTitle) ? EntityClass.Person
        : entry.Is(WordFlags.Organization) ? EntityClass.Organization
        : entry.Is(WordFlags.Place) ? EntityClass.Location
        : EntityClass.None;

    public static bool LooksPlural(Article article, int head)
    {
        var form = article.Form(head);
        return form is [.., not 's' and not 'u' and not 'i', 's'] && form.Length > 3
            && (!article.Document.Has(Layer.Lemmas) || !form.Equals(article.Document.LemmaLayer[head], StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsTitleNoun(Article article, int token) => article.Is(token, WordFlags.Title | WordFlags.Role) || (article.Tag(token) is Upos.PROPN && article.Names[token] >= 0);

    private static bool IsModifier(Article article, int token)
    {
        if (article.IsPossessiveMark(token))
        {
            return false;
        }

        return article.HasTags
            ? article.Tag(token) is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM || IsJoint(article, token)
                || (article.Tag(token) == Upos.VERB && token > 0 && (article.Tag(token - 1) is Upos.DET or Upos.ADJ || IsJoint(article, token - 1)))
            : article.Names[token] >= 0 || article.Is(token, WordFlags.AnyNoun | WordFlags.RoleModifier);
    }

    /// <summary>Whether the words from one token to another say where a body sits: <c>Turin, Italy-based</c>.</summary>
    public static bool IsSeat(Article article, int first, int end) =>
        end - first >= 3 && article.Names[first] >= 0 && IsJoint(article, end - 2) && article.Form(end - 1) is "based" or "headquartered" or "listed";

    /// <summary>The comma of <c>the Turin, Italy-based group</c>.</summary>
    private static bool IsInsideSeat(Article article, int token)
    {
        if (token == 0 || token + 1 >= article.Count || article.Form(token) is not "," || article.Names[token - 1] < 0 || article.Names[token + 1] is not (>= 0 and var name))
        {
            return false;
        }

        var joint = article.Document.EntityMentionLayer.FirstTokens[name] + article.Document.EntityMentionLayer.TokenCounts[name];
        return joint + 1 < article.Count && IsJoint(article, joint) && article.Form(joint + 1) is "based" or "headquartered" or "listed";
    }

    /// <summary>A hyphen inside a word.</summary>
    private static bool IsJoint(Article article, int token) =>
        article.Form(token) is "-" && token > 0 && article.EndOf(token - 1) == article.StartOf(token);

    private static bool IsDeterminer(Article article, int token, out bool isDefinite)
    {
        var form = article.Form(token);
        isDefinite = form.Equals("the", StringComparison.OrdinalIgnoreCase) || form.Equals("this", StringComparison.OrdinalIgnoreCase)
            || (form.Equals("that", StringComparison.OrdinalIgnoreCase) && (!article.HasTags || article.Tag(token) == Upos.DET)) || form.Equals("these", StringComparison.OrdinalIgnoreCase)
            || form.Equals("those", StringComparison.OrdinalIgnoreCase);
        return isDefinite || article.Tag(token) == Upos.DET
            || form.Equals("a", StringComparison.OrdinalIgnoreCase) || form.Equals("an", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The start of <c>the party</c> in <c>the party's leader</c>.</summary>
    private static int PossessorStart(Article article, int sentenceStart, int mark)
    {
        var start = mark;
        while (start > sentenceStart && mark - start < LongestPhrase && (article.Names[start - 1] >= 0 || IsModifier(article, start - 1)))
        {
            start--;
        }

        return start > sentenceStart && IsDeterminer(article, start - 1, out _) ? start - 1 : start;
    }

    /// <summary>Behind <c>of the union</c>: the one preposition that nearly always belongs to the noun before it.</summary>
    private static int TailEnd(Article article, int token, int sentenceEnd)
    {
        var end = token;
        while (end < sentenceEnd && end - token < LongestTail && article.IsWord(end, "of"))
        {
            var next = end + 1;
            while (next < sentenceEnd && (article.Tag(next) is Upos.DET or Upos.ADJ or Upos.NUM || article.Entries[next] is { Use: PronounUse.Possessive }))
            {
                next++;
            }

            var noun = next;
            while (noun < sentenceEnd && (IsNoun(article, noun) || article.Names[noun] >= 0 || (noun > next && article.IsPossessiveMark(noun) && noun + 1 < sentenceEnd && IsNoun(article, noun + 1))))
            {
                noun++;
            }

            if (noun == next)
            {
                break;
            }

            end = noun;
        }

        return end;
    }
}
