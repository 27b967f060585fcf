using NewsNlp.Coreference.Lexicons;
using NewsNlp.Coreference.Names;
using NewsNlp.Coreference.Reading;
using NewsNlp.Coreference.Roles;
using NewsNlp.Documents;
using NewsNlp.Lexicons;

namespace NewsNlp.Coreference.Sieves;

// People with words before their names: "Norland's Petrik", "the union's leader, Ann Lee,".
internal sealed partial class SourceSieve
{
    /// <summary>
    /// The person that the names and nouns at a token lead up to: "Norland's Petrik", "Norlandic Foreign Minister Ivo Petrik".
    /// </summary>
    private int FindPremodifiedPerson(int token, int end)
    {
        var mentions = scratch.Mentions;
        var premodified = AfterDeterminer(token);
        for (var i = FirstMentionAt(token); i < mentions.Length && mentions[i].Start < end; i++)
        {
            ref readonly var mention = ref mentions[i];
            if (mention.IsDropped || mention.Kind != MentionKind.Name || mention.Class != EntityClass.Person)
            {
                continue;
            }

            while (premodified < mention.TitleStart)
            {
                if (_article.Tag(premodified) is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.PART) && _article.Entries[premodified] is not { Use: PronounUse.Possessive } && !IsInCompound(premodified))
                {
                    return -1;
                }

                premodified++;
            }

            return mention.CoreEnd <= end && !IsPossessor(mention) ? i : -1;
        }

        return -1;
    }

    /// <summary>
    /// The person or body whose name closes the words: "People Before Profit's Ann Lee", "Independent TD for Port Alder Bo Ray KC", "sandwich
    /// chain Tarn Group TARN.L". Behind a preposition it is somebody else's: "a friend of Ann Lee".
    /// </summary>
    private int FindClosingName(int token, int end)
    {
        var last = end;
        while (last > token && (_article.IsPunctuation(last - 1) || IsBehindName(last - 1)))
        {
            last--;
        }

        var mentions = scratch.Mentions;
        for (var i = FirstMentionAt(last) - 1; i >= 0 && mentions[i].Start >= token; i--)
        {
            ref readonly var mention = ref mentions[i];
            if (mention.Kind != MentionKind.Name || mention.IsDropped)
            {
                continue;
            }

            return mention.CoreEnd == last && mention.Class is EntityClass.Person or EntityClass.Organization && IsLedUpTo(mention, token) ? i : -1;
        }

        return -1;
    }

    /// <summary>Whether the words from a token on, without comma, "and" or verb, lead up to a name and are no phrase that the name hangs on.</summary>
    private bool IsLedUpTo(in MentionDraft mention, int token)
    {
        var before = mention.TitleStart - 1;
        if (before < token || HasJoint(token, before + 1))
        {
            return false;
        }

        var hasPreposition = false;
        for (var t = token; t <= before; t++)
        {
            // "People Before Profit's Ann Lee", "Labour MP for Harwick Ann Lee"
            if (t > token && (_article.IsCapitalized(t) || (_article.Form(t) is "for" or "from" && IsMember(t - 1))))
            {
                continue;
            }

            if (_article.Tag(t) is Upos.CCONJ or Upos.SCONJ or Upos.PRON && _article.Entries[t] is not { Use: PronounUse.Possessive })
            {
                return false;
            }

            hasPreposition |= _article.Tag(t) == Upos.ADP;
        }

        if (_article.Tag(before) is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.PART) && _article.Form(before) is not ")")
        {
            return false;
        }

        // "the widow of the actor Sam Lee" is not he; nobody is called by a town and a name; "Superintendent of Police (City) Meera Joshi" is she.
        var isPlace = _article.Names[before] is >= 0 and var name && _article.Document.EntityMentionLayer.Labels[name] is var label
            && (label == EntityLabel.Location || label == EntityLabel.Organization);
        return mention.Class == EntityClass.Person ? !hasPreposition || ((isPlace || _article.Form(before) is ")") && _article.Is(token, WordFlags.Role | WordFlags.RoleTitle | WordFlags.RoleModifier) | _article.IsCapitalized(token))
            : !hasPreposition && (_article.Is(before, WordFlags.Organization) || (before == token && token == _article.SentenceStarts[mention.Sentence]));
    }

    /// <summary>Whoever sits for a place: behind "for" stands the place, not somebody whom they speak for.</summary>
    private bool IsMember(int token) => _article.Form(token) is "MP" or "TD" or "MSP" or "MEP" or "MLA" or "MS" or "AM" or "senator" or "councillor";

    /// <summary>Letters that stand behind a name: "Ann Lee KC", "Bo Ray Jr.", "Tarn Group TARN.L".</summary>
    private bool IsBehindName(int token) => PostNominals.Has(_article.Form(token)) || StockSymbols.Is(_article.Form(token));

    /// <summary>"dad-of-two": joined to its neighbours by hyphens.</summary>
    private bool IsInCompound(int token) =>
        (token > 0 && _article.EndOf(token - 1) == _article.StartOf(token) && (_article.Form(token) is "-" || _article.Form(token - 1) is "-"));

    /// <summary>
    /// The person whom the words before a comma describe: "the union's leader, Ann Lee,", "a spokesman for the bank, Bo Ray", "the hotelier,
    /// Jo Dunn".
    /// </summary>
    private int FindDescribedPerson(int token, int end)
    {
        var mentions = scratch.Mentions;
        var isPerson = false;
        var describing = -1;
        for (var i = FirstMentionAt(token); i < mentions.Length && mentions[i].Start < end; i++)
        {
            ref readonly var mention = ref mentions[i];
            if (mention.Kind == MentionKind.Nominal)
            {
                var isDescription = mention.Start == token && mention.Class == EntityClass.None && mention.Entry is null && RoleReader.LooksLikePerson(_article.Form(mention.Head));
                describing = isDescription && !mention.IsPlural ? i : describing;
                isPerson |= !mention.IsPlural && (isDescription || mention.Class == EntityClass.Person);
            }
            else if (mention is { Kind: MentionKind.Name, Class: EntityClass.Norp, IsPlural: false } && _article.Form(mention.End) is ",")
            {
                // "the committee's top Democrat, Ann Lee,"
                isPerson = true;
            }
            else if (mention.Kind == MentionKind.Name && mention.Class == EntityClass.Person && CommaBefore(mention) is var comma && comma > token)
            {
                if (!isPerson || mention.IsDropped || mention.CoreEnd > end || HasJoint(token, comma) || (mention.CoreEnd < end && !_article.IsPunctuation(mention.CoreEnd)))
                {
                    return -1;
                }

                if (describing >= 0)
                {
                    scratch.Clusters.Union(i, describing);
                }

                return i;
            }
        }

        return -1;
    }

    /// <summary>The comma before a name and its titles, "the Very Rev" and "butcher" among them; -1 where there is none.</summary>
    private int CommaBefore(in MentionDraft mention)
    {
        var t = mention.TitleStart - 1;
        while (t > 0 && mention.TitleStart - t <= 4 && _article.Tag(t) is Upos.DET or Upos.ADJ or Upos.ADV or Upos.NOUN or Upos.PROPN)
        {
            t--;
        }

        return t > 0 && _article.Form(t) is "," ? t : -1;
    }

    /// <summary>Whether a comma stands between, or a verb: then the words are no description.</summary>
    private bool HasJoint(int start, int end)
    {
        for (var t = start; t < end; t++)
        {
            if (_article.Form(t) is "," || _article.Tag(t) is Upos.VERB or Upos.AUX)
            {
                return true;
            }
        }

        return false;
    }
}
