using System.Runtime.CompilerServices;
using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Reading;
using NewsNlp.Documents;

namespace NewsNlp.Coreference.Roles;

/// <summary>
/// Reads what the article calls an entity: titles before a person's name, appositions on either side, predicates; joins the noun
/// phrases that stand in apposition to names (Lee et al. 2013, precise constructs), and acronyms in brackets.
/// </summary>
internal sealed partial class RoleReader(ResolverScratch scratch)
{
    private const int LongestTitle = 12;
    private const int LongestApposition = 28;
    private const int LongestBody = 20;
    private const int LongestOrigin = 6;

    private readonly Article _article = scratch.Article;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read()
    {
        var mentions = scratch.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            _article.Look(i);
            if (mentions[i].Kind != MentionKind.Name || mentions[i].Class == EntityClass.Norp)
            {
                continue;
            }

            if (mentions[i].Class == EntityClass.Person && !mentions[i].IsByline)
            {
                ReadTitle(i);
            }

            ReadBracket(i);
            if (!ReadAppositionBehind(i))
            {
                ReadPredicate(i);
            }

            if (mentions[i].Class == EntityClass.Person)
            {
                ReadAppositionBefore(i);
                ReadSubjectBefore(i);
            }
        }
    }

    private void Add(int mention, int start, int end, int head, RolePlace place)
    {
        // "the junior senator from Montana and, until last month, the favourite": what the comma leaves.
        while (end - 1 > head && (_article.Tag(end - 1) == Upos.CCONJ || _article.Form(end - 1) is ","))
        {
            end--;
        }

        scratch.Roles.Add(new RoleDraft(mention, start, end, head, place, _article.Form(head) is "Reverend" or "Rev" or "Rev."));
        scratch.RolesByHead.Add(scratch.Words.Add(LemmaOf(head)), scratch.Roles.Count - 1);
    }

    private ReadOnlySpan<char> LemmaOf(int token) => _article.Entries[token] is { } entry ? entry.Lemma : _article.Form(token);

    /// <summary><c>Harwick Transport Union (HTU)</c>.</summary>
    private void ReadBracket(int index)
    {
        var mentions = scratch.Mentions;
        ref readonly var mention = ref mentions[index];
        if (index + 1 >= mentions.Length || mention.Class == EntityClass.Person || mention.IsByline)
        {
            return;
        }

        ref readonly var next = ref mentions[index + 1];
        if (next.Kind == MentionKind.Name && next.Class != EntityClass.Person && next.Start == mention.End + 1 && next.End - next.Start == 1
            && _article.Form(mention.End) is "(" && next.End < _article.Count && _article.Form(next.End) is ")"
            && _article.Form(next.Start).IndexOfAnyInRange('a', 'z') < 0 && scratch.NameOf(index).Length > 1)
        {
            scratch.Clusters.Union(index, index + 1);
        }
    }

    /// <summary><c>Ann Lee, 34, a nurse from Leeds,</c> and <c>Acme, a maker of anvils,</c>.</summary>
    private bool ReadAppositionBehind(int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var comma = BehindOrigin(mention);
        if (!IsIn(mention.Sentence, comma) || _article.Form(comma) is not ("," or "–" or "—"))
        {
            return false;
        }

        var start = comma + 1;
        var noun = start;
        if (mention.Class == EntityClass.Person && IsIn(mention.Sentence, start + 1) && IsAge(start) && _article.Form(start + 1) is ",")
        {
            noun = start + 2;
        }
        else if (mention.Class == EntityClass.Person && EndOfParty(mention.Sentence, start) is > 0 and var party)
        {
            start = noun = party + 1;
        }

        var phrase = FindPhrase(index, noun);
        if (phrase < 0)
        {
            return false;
        }

        ref readonly var nominal = ref scratch.Mentions[phrase];
        var end = AppositionEnd(nominal);
        if (end < 0 || !Fits(mention.Class, nominal, isBehind: true))
        {
            return false;
        }

        Add(index, start, end, nominal.Head, RolePlace.Apposition);
        scratch.Clusters.Union(index, phrase);
        return true;
    }

    /// <summary>Behind <c>of Georgia</c> or <c>from Harwick</c> that follow a person's name, where a comma closes them; else behind the name.</summary>
    private int BehindOrigin(in MentionDraft mention)
    {
        var t = mention.End;
        if (mention.Class != EntityClass.Person || !IsIn(mention.Sentence, t) || _article.Form(t) is not ("of" or "from"))
        {
            return t;
        }

        while (++t - mention.End <= LongestOrigin && IsIn(mention.Sentence, t) && (_article.Tag(t) == Upos.PROPN || _article.IsWord(t, "the")))
        {
        }

        return t > mention.End + 1 && IsIn(mention.Sentence, t) && _article.Form(t) is "," ? t : mention.End;
    }

    /// <summary>The comma behind a party and a state between commas, <c>R-Ohio,</c> or <c>D-N.M.,</c>; 0 where there is none.</summary>
    private int EndOfParty(int sentence, int start)
    {
        if (!IsIn(sentence, start + 1) || _article.Form(start) is not ['R' or 'D' or 'I', ..] || (_article.Form(start).Length > 1 ? _article.Form(start)[1] : _article.Form(start + 1)[0]) is not ('-' or '–'))
        {
            return 0;
        }

        var t = start + 1;
        while (IsIn(sentence, t) && t - start <= LongestOrigin && _article.Form(t) is not ",")
        {
            t++;
        }

        return IsIn(sentence, t) && _article.Form(t) is "," ? t : 0;
    }

    private bool IsAge(int token)
    {
        var form = _article.Form(token);
        return form.Length is 1 or 2 && char.IsAsciiDigit(form[0]) && char.IsAsciiDigit(form[^1]);
    }

    /// <summary>The noun phrase that begins at a token, behind the mention at <paramref name="index"/>; -1 where there is none.</summary>
    private int FindPhrase(int index, int token)
    {
        var mentions = scratch.Mentions;
        for (var i = index + 1; i < mentions.Length && i <= index + 6 && mentions[i].Start <= token; i++)
        {
            if (mentions[i].Start == token && mentions[i].Kind == MentionKind.Nominal)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a noun phrase may describe a name of this class.</summary>
    private bool Fits(EntityClass name, in MentionDraft nominal, bool isBehind)
    {
        if (nominal.IsPlural)
        {
            return false;
        }

        return name switch
        {
            EntityClass.Person => nominal.Class == EntityClass.Person
                || (isBehind && nominal.Class == EntityClass.None && LooksLikePerson(_article.Form(nominal.Head)) && _article.Tag(nominal.Head) == Upos.NOUN),
            // A body or place is described by "a" or "the"; without them it is the next item of a list.
            EntityClass.Organization => nominal.Class == EntityClass.Organization && nominal.Start < nominal.Core && !_article.IsCapitalized(nominal.Head),
            EntityClass.Location => nominal.Class == EntityClass.Location && nominal.Start < nominal.Core && !_article.IsCapitalized(nominal.Head),
            _ => false,
        };
    }

    /// <summary>
    /// Where an apposition ends: at a comma, a dash, a bracket, a relative pronoun or the sentence's end. A verb on the way makes it
    /// a clause of its own, and none: "According to Ann Lee, the minister said".
    /// </summary>
    private int AppositionEnd(in MentionDraft nominal)
    {
        var depth = 0;
        for (var t = nominal.CoreEnd; t - nominal.Start < LongestApposition; t++)
        {
            if (!IsIn(nominal.Sentence, t))
            {
                return t;
            }

            var form = _article.Form(t);
            if (form is "(" || depth > 0)
            {
                depth += form is "(" ? 1 : form is ")" ? -1 : 0;
                continue;
            }

            if (form is "," or ";" or "." or ":" or ")" or "—" or "–" or "”" or "\"" or "!" or "?" or "who" or "which" or "where" or "whose")
            {
                return t;
            }

            var tag = _article.Tag(t);
            if (tag == Upos.AUX || (tag == Upos.VERB && !IsParticiple(t)) || (tag == Upos.CCONJ && t == nominal.CoreEnd && !IsNounBehind(t)))
            {
                return -1;
            }
        }

        return -1;
    }

    private bool IsNounBehind(int token) => token + 1 < _article.Count && _article.Tag(token + 1) is Upos.NOUN or Upos.ADJ or Upos.DET or Upos.PROPN;

    /// <summary>A verb that hangs on a noun, <c>based in Leeds</c>, <c>working for the union</c>: its preposition follows.</summary>
    private bool IsParticiple(int token)
    {
        var form = _article.Form(token);
        return (form.EndsWith("ed", StringComparison.Ordinal) || form.EndsWith("ing", StringComparison.Ordinal) || form.EndsWith("en", StringComparison.Ordinal))
            && token + 1 < _article.Count && (_article.Tag(token + 1) is Upos.ADP || form.EndsWith("ing", StringComparison.Ordinal));
    }

    /// <summary><c>A spokesman for the union, Bo Ray, said</c>.</summary>
    private void ReadAppositionBefore(int index)
    {
        var mentions = scratch.Mentions;
        var mention = mentions[index];
        var comma = mention.Start - 1;
        while (comma > 0 && IsIn(mention.Sentence, comma) && IsInTitle(comma))
        {
            comma--;
        }

        if (comma <= 0 || !IsIn(mention.Sentence, comma) || _article.Form(comma) is not "," || !EndsApposition(mention))
        {
            return;
        }

        for (var i = index - 1; i >= 0 && i >= index - 6 && mentions[i].Sentence == mention.Sentence; i--)
        {
            ref readonly var nominal = ref mentions[i];
            if (nominal.Kind != MentionKind.Nominal || nominal.CoreEnd > comma || !Fits(EntityClass.Person, nominal, isBehind: false))
            {
                continue;
            }

            if (nominal.Entry is not { } entry || !entry.Is(WordFlags.Role | WordFlags.Family | WordFlags.RoleTitle)
                || _article.IsPossessiveMark(nominal.CoreEnd) || !IsPlain(nominal.CoreEnd, comma)
                || !Agreement.Allows(nominal.Gender, mention.Gender))
            {
                continue;
            }

            var start = nominal.Start < nominal.Core && _article.Tag(nominal.Start) == Upos.DET ? nominal.Start + 1 : nominal.Start;
            Add(index, start, comma, nominal.Head, entry.Is(WordFlags.Role | WordFlags.RoleTitle) ? RolePlace.Apposition : RolePlace.Family);
            scratch.Clusters.Union(index, i);
            return;
        }
    }

    /// <summary><c>The chef is Ann Lee</c>, <c>the suspect was identified as Bo Ray</c>: who was described before has a name.</summary>
    private void ReadSubjectBefore(int index)
    {
        var mentions = scratch.Mentions;
        var mention = mentions[index];
        var t = mention.Core - 1;
        if (t > 0 && IsIn(mention.Sentence, t - 1) && _article.Form(t) is "as" && _article.Form(t - 1) is "identified" or "named")
        {
            t -= 2;
        }

        if (t <= 0 || !IsIn(mention.Sentence, t) || _article.Form(t) is not ("is" or "was" or "named" or "called"))
        {
            return;
        }

        // "a retired deputy named Bo Ray": there any phrase will do.
        var isNamed = _article.Form(t) is "named" or "called";

        for (var i = index - 1; i >= 0 && i >= index - 3 && mentions[i].Sentence == mention.Sentence; i--)
        {
            ref readonly var nominal = ref mentions[i];
            if (nominal.Kind == MentionKind.Nominal && nominal.CoreEnd == t && (isNamed || (nominal.IsDefinite && nominal.IsSubject)) && Fits(EntityClass.Person, nominal, isBehind: false)
                && Agreement.Allows(nominal.Gender, mention.Gender) && mention.Quote == nominal.Quote)
            {
                scratch.Clusters.Union(index, i);
                return;
            }
        }
    }

    /// <summary>"the Very Rev", "butcher" before a name.</summary>
    private bool IsInTitle(int token) =>
        _article.Is(token, WordFlags.Title | WordFlags.Role) || (_article.Tag(token) is Upos.DET or Upos.ADJ && _article.Is(token + 1, WordFlags.Title | WordFlags.Role | WordFlags.RoleModifier))
        || (_article.Form(token) is "Very" or "Most" or "Right" && _article.Is(token + 1, WordFlags.Title))
        || (_article.IsWord(token, "the") && _article.Form(token + 1) is "Very" or "Most" or "Right");

    /// <summary>Whether a comma, a bracket or the sentence's end follows the name.</summary>
    private bool EndsApposition(in MentionDraft mention)
    {
        var end = mention.End;
        if (IsIn(mention.Sentence, end) && _article.Form(end) is "of" or "from" or "at")
        {
            // "Brandt's lawyer, Jill Sorenson of the Pacific Legal Foundation (PLF), called"
            while (++end - mention.End <= LongestApposition && IsIn(mention.Sentence, end)
                && (_article.Tag(end) is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.ADP || _article.Form(end) is "(" or ")" or "and" or "&" or "'s" or "’s"))
            {
            }

            return IsIn(mention.Sentence, end) && _article.Form(end) is ",";
        }

        return !IsIn(mention.Sentence, end) || _article.Form(end) is "," or "." or ")" or ";" or "—" or "–" or "”" or "\"";
    }

    /// <summary>Whether nothing but prepositions, nouns and names stand between: <c>for the union</c>.</summary>
    private bool IsPlain(int start, int end)
    {
        for (var t = start; t < end; t++)
        {
            if (_article.Tag(t) is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.PRON or Upos.SCONJ || _article.Form(t) is ",")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>Ann Lee is a nurse</c>, <c>Ann Lee, who is the mayor</c>.</summary>
    private void ReadPredicate(int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var t = mention.End;
        if (mention.Class is not (EntityClass.Person or EntityClass.Organization or EntityClass.Location) || !mention.IsSubject)
        {
            return;
        }

        if (IsIn(mention.Sentence, t + 1) && _article.Form(t) is "," && _article.Form(t + 1) is "who" or "which")
        {
            t += 2;
        }

        if (!IsIn(mention.Sentence, t) || _article.Form(t) is not ("is" or "was" or "became" or "remains"))
        {
            return;
        }

        var phrase = FindPhrase(index, t + 1);
        if (phrase >= 0 && scratch.Mentions[phrase] is var nominal && nominal.Class == mention.Class && Fits(mention.Class, nominal, isBehind: true))
        {
            Add(index, nominal.Start, nominal.End, nominal.Head, RolePlace.Predicate);
        }
    }
}
